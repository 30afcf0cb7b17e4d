package org.chalaco.app.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.chalaco.formats.config.RunSettings.OverwriteFiles;

/**
 * The folder a run writes to, laid out like MATSim's: {@code output_*} files on top, {@code
 * ITERS/it.N} below. Every file is written beside its place and moved there when it is complete, so
 * that an interrupted run leaves no half files.
 */
public final class OutputFolder {

    /** Files by which a folder is known to come from a run, and may be emptied. */
    private static final List<String> MARKS =
            List.of("output_config.xml", "logfile.log", "kpis.json");

    private final Path root;

    private OutputFolder(Path root) {
        this.root = root;
    }

    /** The output folder of a run that has been; nothing is checked or made. */
    public static OutputFolder of(Path root) {
        return new OutputFolder(root);
    }

    /**
     * Why this policy forbids to write into the folder.
     *
     * @return a sentence with a way out, or null if the folder may be used
     */
    public static String findObstacle(Path root, OverwriteFiles policy) {
        if (!Files.exists(root)) {
            return null;
        }
        if (!Files.isDirectory(root)) {
            return "The output (%s) is a file, not a folder.%nMaybe choose another --output?"
                    .formatted(root);
        }
        if (isEmpty(root) || policy == OverwriteFiles.OVERWRITE_EXISTING_FILES) {
            return null;
        }
        if (policy == OverwriteFiles.FAIL_IF_DIRECTORY_EXISTS) {
            return ("The output folder (%s) exists already.%nMaybe choose another --output, or add"
                            + " --overwrite deleteDirectoryIfExists?")
                    .formatted(root);
        }
        boolean fromRun = MARKS.stream().anyMatch(mark -> Files.exists(root.resolve(mark)));
        return fromRun
                ? null
                : ("The output folder (%s) holds files, but not those of a run, so it is not"
                                + " deleted.%nMaybe it is the wrong folder?")
                        .formatted(root);
    }

    /**
     * Makes the folder ready for a new run.
     *
     * @throws IllegalStateException if the policy forbids it; see {@link #findObstacle}
     */
    public static OutputFolder prepare(Path root, OverwriteFiles policy) throws IOException {
        String obstacle = findObstacle(root, policy);
        if (obstacle != null) {
            throw new IllegalStateException(obstacle);
        }
        if (Files.isDirectory(root) && policy == OverwriteFiles.DELETE_DIRECTORY_IF_EXISTS) {
            deleteInside(root);
        }
        Files.createDirectories(root);
        return new OutputFolder(root);
    }

    /** Its path. */
    public Path root() {
        return root;
    }

    /** A file on top. */
    public Path file(String name) {
        return root.resolve(name);
    }

    /** A file of an iteration, named as MATSim does: {@code ITERS/it.3/3.events.xml.gz}. */
    public Path file(int iteration, String name) {
        return root.resolve("ITERS").resolve("it." + iteration).resolve(iteration + "." + name);
    }

    /** Writes to a file; by the time it is there, it is complete. */
    @FunctionalInterface
    public interface FileWriting {

        /** Writes everything to this temporary file. */
        void write(Path temporary) throws IOException;
    }

    /** Writes a file beside its place and then moves it there. */
    public static void writeWhole(Path target, FileWriting writing) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        // The end of the name stays: writers look at it to see whether to compress.
        Path temporary = folder.resolve(".writing-" + target.getFileName());
        try {
            writing.write(temporary);
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Writes a text file in UTF-8 beside its place and then moves it there. */
    public static void writeText(Path target, String text) throws IOException {
        writeWhole(target, temporary -> Files.writeString(temporary, text));
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteInside(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }
}
