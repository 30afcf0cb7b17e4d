// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A scenario folder of ours, copied for a MATSim that knows modules of the config by older names.
 * Nothing else is changed.
 */
final class ScenarioCopy {

    private static final Map<String, String> NAMES_BEFORE_2024 =
            Map.of(
                    "controller", "controler",
                    "scoring", "planCalcScore",
                    "replanning", "strategy",
                    "routing", "planscalcroute",
                    "timeAllocationMutator", "TimeAllocationMutator");

    private ScenarioCopy() {}

    /** Copies a folder's files; returns its config. */
    static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(
                        file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path config = to.resolve("config.xml");
        String text = Files.readString(config);
        if (isBefore2024()) {
            for (Map.Entry<String, String> name : NAMES_BEFORE_2024.entrySet()) {
                text =
                        text.replace(
                                "<module name=\"%s\">".formatted(name.getKey()),
                                "<module name=\"%s\">".formatted(name.getValue()));
            }
            Files.writeString(config, text);
        }
        return config;
    }

    /** The module of the controler in the MATSim that is there. */
    static String controler() {
        return isBefore2024() ? "controler" : "controller";
    }

    static boolean isBefore2024() {
        return Stream.of(org.matsim.core.config.Config.class.getMethods())
                .noneMatch(method -> method.getName().equals("replanning"));
    }

    /** The repository's root, found from the module's folder upwards. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("scenarios"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    static List<String> quiet() {
        String controler = controler();
        return List.of(
                "--config:" + controler + ".overwriteFiles", "deleteDirectoryIfExists",
                "--config:" + controler + ".createGraphs", "false",
                "--config:" + controler + ".dumpDataAtEnd", "false",
                "--config:" + controler + ".writeEventsInterval", "0",
                "--config:" + controler + ".writePlansInterval", "0");
    }
}
