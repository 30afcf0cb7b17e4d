package org.chalaco.app.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;

/**
 * The folder of a comparison: one file for each finished run, and what is made of them. More seeds
 * or strategies may be added later; runs that are there are not made again.
 */
final class CompareFolder {

    /** Says that the folder is one of a comparison, and of which scenarios. */
    static final String MARK = "comparison.txt";

    private static final String RUNS = "runs";

    private final Path root;

    CompareFolder(Path root) {
        this.root = root;
    }

    Path file(String name) {
        return root.resolve(name);
    }

    Path root() {
        return root;
    }

    /** The file of one run; names hold what every file system takes. */
    Path run(String scenario, Strategy strategy, long seed) {
        return root.resolve(RUNS)
                .resolve(plain(scenario))
                .resolve(plain(strategy.label()))
                .resolve(seed + ".csv.gz");
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9._=,-]", "_");
    }

    /**
     * Reports what forbids to use the folder.
     *
     * @param digests of the scenarios, one line each
     */
    void check(boolean resume, List<String> digests, Problems problems) {
        if (Files.isRegularFile(root)) {
            report(
                    ProblemType.OUTPUT_EXISTS,
                    "The output (%s) is a file, not a folder.".formatted(root),
                    "Maybe choose another --output?",
                    problems);
        } else if (Files.isDirectory(root) && !isEmpty()) {
            if (!Files.exists(file(MARK))) {
                report(
                        ProblemType.OUTPUT_EXISTS,
                        "The output folder (%s) holds other files.".formatted(root),
                        "Maybe choose another --output?",
                        problems);
            } else if (!resume) {
                report(
                        ProblemType.OUTPUT_EXISTS,
                        "The output folder (%s) exists already.".formatted(root),
                        "Maybe go on with --resume, or choose another --output?",
                        problems);
            } else if (!holds(digests)) {
                report(
                        ProblemType.COMPARISON_OTHER,
                        "The output folder (%s) holds a comparison on other scenarios, windows or settings."
                                .formatted(root),
                        "Maybe choose another --output?",
                        problems);
            }
        }
    }

    private void report(ProblemType type, String message, String remedy, Problems problems) {
        problems.add(type.error("--output", root.toString(), message, remedy));
    }

    private boolean isEmpty() {
        try (Stream<Path> inside = Files.list(root)) {
            return inside.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + root, e);
        }
    }

    private boolean holds(List<String> digests) {
        try {
            return Files.readAllLines(file(MARK)).equals(digests);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file(MARK), e);
        }
    }

    /** Makes the folder ready. */
    void begin(List<String> digests) throws IOException {
        Files.createDirectories(root.resolve(RUNS));
        OutputFolder.writeText(file(MARK), String.join("\n", digests) + "\n");
    }
}
