package org.chalaco.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A crossing with a signal and sixty drivers between seven and half past, to run and to change. */
public final class TinyScenario {

    /** Where it lies. */
    public static final Path FOLDER = Path.of("src/test/resources/tiny");

    private TinyScenario() {}

    /** Copies it into a new folder. */
    public static Path copyTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        return folder;
    }
}
