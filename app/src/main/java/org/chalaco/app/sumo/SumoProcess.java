package org.chalaco.app.sumo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One of SUMO's programs, run to its end. */
final class SumoProcess {

    private SumoProcess() {}

    /** The version that is installed, if any. */
    static Optional<String> findVersion() {
        try {
            return run(Path.of("."), List.of("sumo", "--version"))
                    .lines()
                    .findFirst()
                    .map(line -> line.replace("Eclipse SUMO sumo", "SUMO"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Runs a program.
     *
     * @return what it printed, errors included
     * @throws IOException if there is no such program, or it fails, with what it printed
     */
    static String run(Path folder, List<String> command) throws IOException {
        Path printed = Files.createTempFile("chalaco-sumo", ".txt");
        Process process = null;
        try {
            process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(printed.toFile())
                            .redirectInput(new File("/dev/null"))
                            .start();
            int exitCode = process.waitFor();
            String text = Files.readString(printed);
            if (exitCode != 0) {
                throw new IOException(
                        "%s failed (%d):%n%s".formatted(command.get(0), exitCode, text));
            }
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while (%s) ran.".formatted(command.get(0)), e);
        } finally {
            if (process != null) {
                process.destroy();
            }
            Files.delete(printed);
        }
    }
}
