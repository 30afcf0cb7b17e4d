package org.chalaco.app.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;

/**
 * Where a scenario's files lie.
 *
 * @param name last part of the path, for titles and default output
 * @param root the folder
 * @param config its config file
 */
public record ScenarioFolder(String name, Path root, Path config) {

    /** Folder of named variants: a CSV file of network edits, a config overlay, or both. */
    private static final String VARIANTS = "variants";

    private static final String EDITS = ".csv";
    private static final String OVERLAY = ".xml";

    /**
     * Finds a scenario by its name among the shipped ones, or by its path.
     *
     * @param home where Chalaco is installed, or null
     * @param nameOrPath what the user wrote
     * @param config another config file than the folder's, or null
     * @param problems takes what is wrong
     * @return the folder, if there is one
     */
    public static Optional<ScenarioFolder> find(
            Path home, String nameOrPath, Path config, Problems problems) {
        Path given = Path.of(nameOrPath);
        Path shipped = home == null ? null : home.resolve("scenarios").resolve(nameOrPath);
        if (Files.isRegularFile(given) && config == null) {
            // A config file named directly, as MATSim users do.
            return of(given.toAbsolutePath().getParent(), given, problems);
        }
        if (Files.isDirectory(given)) {
            return of(given, config, problems);
        }
        if (shipped != null && Files.isDirectory(shipped)) {
            return of(shipped, config, problems);
        }
        problems.add(
                ProblemType.NO_SCENARIO.error(
                        "",
                        nameOrPath,
                        "There is no scenario (%s) and no such folder.".formatted(nameOrPath),
                        suggestion(home, nameOrPath)));
        return Optional.empty();
    }

    private static Optional<ScenarioFolder> of(Path root, Path config, Problems problems) {
        Path file = config == null ? root.resolve("config.xml") : config;
        if (!Files.isRegularFile(file)) {
            problems.add(
                    ProblemType.NO_CONFIG.error(
                            "",
                            file.toString(),
                            "There is no config file (%s).".formatted(file),
                            "Maybe name it with --config FILE?"));
            return Optional.empty();
        }
        Path name = root.toAbsolutePath().normalize().getFileName();
        return Optional.of(
                new ScenarioFolder(name == null ? "scenario" : name.toString(), root, file));
    }

    private static String suggestion(Path home, String wrong) {
        List<String> shipped = home == null ? List.of() : listShipped(home);
        if (shipped.isEmpty()) {
            return "Maybe give the path of a folder with a config.xml?";
        }
        return NearestName.find(wrong, shipped)
                .map("Maybe %s?"::formatted)
                .orElse("Maybe one of %s, or a folder with a config.xml?".formatted(shipped));
    }

    private static List<String> listShipped(Path home) {
        Path scenarios = home.resolve("scenarios");
        if (!Files.isDirectory(scenarios)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(scenarios)) {
            return folders.filter(f -> Files.exists(f.resolve("config.xml")))
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The network edits of a named variant, if it has any. */
    public Optional<Path> findEdits(String variant) {
        return findVariant(variant + EDITS);
    }

    /** What a named variant says in place of the config, if it says anything. */
    public Optional<Path> findOverlay(String variant) {
        return findVariant(variant + OVERLAY);
    }

    private Optional<Path> findVariant(String name) {
        Path file = root.resolve(VARIANTS).resolve(name);
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /** Names of all variants. */
    public List<String> listVariants() {
        Path folder = root.resolve(VARIANTS);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(EDITS) || f.endsWith(OVERLAY))
                    .map(f -> f.substring(0, f.lastIndexOf('.')))
                    .sorted()
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
