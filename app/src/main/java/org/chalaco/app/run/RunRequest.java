package org.chalaco.app.run;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    private static final Pattern PLAIN = Pattern.compile("[\\w./:=,@+-]+");

    public RunRequest {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        variants = List.copyOf(variants);
    }

    /**
     * The command line that goes on with this run after it was stopped.
     *
     * @param folder output folder of the run
     */
    String resuming(Path folder) {
        List<String> words = new ArrayList<>(List.of("chalaco", "run", scenario));
        if (config != null) {
            Collections.addAll(words, "--config", config.toString());
        }
        settings.forEach((name, value) -> Collections.addAll(words, "--set", name + "=" + value));
        variants.forEach(variant -> Collections.addAll(words, "--variant", variant));
        Collections.addAll(words, "--output", folder.toString(), "--resume");
        return words.stream().map(RunRequest::quoted).collect(Collectors.joining(" "));
    }

    /** A word as the system's own shell takes it. */
    private static String quoted(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        boolean cmd = File.separatorChar == '\\';
        return cmd ? '"' + word + '"' : "'" + word.replace("'", "'\\''") + "'";
    }
}
