package org.chalaco.app.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a user asked for on the command line.
 *
 * @param scenario name of a shipped scenario, or a folder
 * @param config config file to use in place of the folder's {@code config.xml}, or null
 * @param settings parameters that override the file's, as {@code module.param} to value, in order
 * @param variants named variants to apply, in order
 * @param output output folder, or null: the config's
 * @param overwrite overwrite policy by MATSim's name, or null: the config's
 * @param resume whether to go on from the last iteration in the output folder
 */
public record RunRequest(
        String scenario,
        Path config,
        Map<String, String> settings,
        List<String> variants,
        Path output,
        String overwrite,
        boolean resume) {

    public RunRequest {
        settings = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(settings));
        variants = List.copyOf(variants);
    }
}
