package org.chalaco.app.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.tuning.search.GenerationStatistics;

/**
 * The folder of an experiment: {@code searches.csv} with a line for each search that is done,
 * {@code generations.csv} with the curve of each, the checkpoint of the one that runs, and, at the
 * end, {@code results.csv}, {@code plans.csv} and {@code report.html}. An experiment that was
 * stopped goes on from there.
 */
final class StudyFolder {

    private static final String SETTINGS = "settings.txt";
    private static final String SEARCHES = "searches.csv";
    private static final String GENERATIONS = "generations.csv";
    private static final String GENERATIONS_HEADER =
            "kind,number,generation,best,mean,worst,simulations";

    private final Path root;

    StudyFolder(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** Why the experiment cannot use this folder, or null. */
    String findObstacle(StudySettings settings, boolean resume) throws IOException {
        Path saved = root.resolve(SETTINGS);
        if (!resume) {
            boolean used = Files.exists(saved) || isUsed();
            return used
                    ? "The output folder (%s) exists already.%nMaybe choose another --output, or go on with --resume?"
                            .formatted(root)
                    : null;
        }
        if (!Files.isRegularFile(saved)) {
            return "There is no experiment in (%s) to go on with.%nMaybe leave out --resume?"
                    .formatted(root);
        }
        String before = Files.readString(saved).strip();
        return before.equals(settings.fingerprint())
                ? null
                : "The experiment in (%s) has other settings (%s) than this one (%s).%nMaybe choose another --output?"
                        .formatted(root, before, settings.fingerprint());
    }

    private boolean isUsed() throws IOException {
        if (!Files.exists(root)) {
            return false;
        }
        try (var files = Files.list(root)) {
            return files.findAny().isPresent();
        }
    }

    void begin(StudySettings settings) throws IOException {
        Files.createDirectories(root);
        OutputFolder.writeText(root.resolve(SETTINGS), settings.fingerprint() + "\n");
    }

    /** Searches that are done, in the order they were. */
    List<FinishedSearch> finished() throws IOException {
        return lines(SEARCHES).stream().map(FinishedSearch::of).toList();
    }

    void add(FinishedSearch search, List<GenerationStatistics> history) throws IOException {
        List<String> curve = new ArrayList<>(lines(GENERATIONS));
        // A search that was stopped between the two files is made again.
        curve.removeIf(
                line -> line.startsWith("%s,%d,".formatted(search.kind().id(), search.number())));
        for (GenerationStatistics s : history) {
            curve.add(
                    String.format(
                            Locale.ROOT,
                            "%s,%d,%d,%.4f,%.4f,%.4f,%d",
                            search.kind().id(),
                            search.number(),
                            s.generation(),
                            s.best(),
                            s.mean(),
                            s.worst(),
                            s.simulations()));
        }
        write(GENERATIONS, GENERATIONS_HEADER, curve);
        List<String> searches = new ArrayList<>(lines(SEARCHES));
        searches.add(search.line());
        write(SEARCHES, FinishedSearch.HEADER, searches);
        Files.deleteIfExists(checkpoint(search.kind(), search.number()));
    }

    /** Curves of all searches, cells of {@code generations.csv}. */
    List<String[]> curves() throws IOException {
        return lines(GENERATIONS).stream().map(line -> line.split(",")).toList();
    }

    Path checkpoint(SearchKind kind, int number) {
        return root.resolve("checkpoint-%s-%d.txt".formatted(kind.id(), number));
    }

    private List<String> lines(String name) throws IOException {
        Path file = root.resolve(name);
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream().skip(1).toList();
    }

    private void write(String name, String header, List<String> lines) throws IOException {
        OutputFolder.writeText(root.resolve(name), header + "\n" + String.join("\n", lines) + "\n");
    }
}
