package org.chalaco.app.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.scenario.recipe.RecipeFiles;

/** Writes an import as a scenario folder that {@code chalaco run} runs at once. */
public final class ImportedFolder {

    private static final String CONFIG = "config.xml";

    private ImportedFolder() {}

    /** Whether there is anything in this folder. */
    public static boolean isTaken(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Files.exists(folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    /**
     * Writes the folder. Everything is written beside it first and moved then, the config last:
     * where a config is, everything is.
     */
    public static void write(Path folder, ImportedScenario scenario) throws IOException {
        Path target = folder.toAbsolutePath();
        Files.createDirectories(target);
        Path draft = Files.createTempDirectory(target, ".import");
        try {
            files(scenario).write(draft);
            Files.writeString(draft.resolve(CONFIG), config(scenario));
            for (String name : files(scenario).names()) {
                move(draft.resolve(name), target.resolve(name));
            }
            move(draft.resolve(CONFIG), target.resolve(CONFIG));
        } finally {
            delete(draft);
        }
    }

    private static RecipeFiles files(ImportedScenario scenario) {
        RecipeFiles files =
                new RecipeFiles()
                        .network(scenario.network())
                        .vehicles(scenario.vehicles())
                        .persons(scenario.network(), scenario.persons());
        return scenario.signals().isEmpty() ? files : files.signals("", scenario.signals());
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static String config(ImportedScenario scenario) throws IOException {
        List<String> modes = scenario.vehicles().types().stream().map(VehicleType::id).toList();
        String modeParams =
                modes.stream()
                        .map(
                                mode ->
                                        """
                                              <parameterset type="modeParams">
                                                <param name="mode" value="%s"/>
                                              </parameterset>
                                        """
                                                .formatted(escape(mode)))
                        .collect(Collectors.joining());
        return template()
                .replace("@ORIGIN@", escape(scenario.origin()))
                .replace("@START@", clock(scenario.startTime()))
                .replace("@END@", clock(scenario.endTime()))
                .replace("@MODES@", escape(String.join(",", modes)))
                .replace("@MODE_PARAMS@", modeParams.stripTrailing())
                .replace("@USE_SIGNALS@", String.valueOf(!scenario.signals().isEmpty()));
    }

    private static String template() throws IOException {
        try (InputStream in = ImportedFolder.class.getResourceAsStream("config-template.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String clock(double time) {
        long s = Math.round(time);
        return "%02d:%02d:%02d".formatted(s / 3600, s / 60 % 60, s % 60);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("--", "- -")
                .strip();
    }

    /** A type's id that is fit for a mode: lower case, letters, digits and underscores. */
    public static String modeName(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
    }
}
