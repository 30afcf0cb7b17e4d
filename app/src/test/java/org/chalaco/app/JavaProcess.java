package org.chalaco.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chalaco.app.docs.Documentation;

/**
 * A command in a process of its own, as a user's shell starts it: with its own folder and exit
 * code.
 *
 * @param process the process
 * @param out file that takes what it prints
 * @param err file that takes problems and progress
 */
public record JavaProcess(Process process, Path out, Path err) {

    /** As {@code chalaco} starts Java. */
    public static final List<String> AS_SHIPPED = List.of("-XX:+UseParallelGC");

    /** For commands of a second: what is compiled well would never pay. */
    public static final List<String> BRIEF = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** Starts {@code chalaco} with these options of Java and these arguments. */
    public static JavaProcess chalaco(Path folder, List<String> options, List<String> arguments)
            throws IOException {
        List<String> words = new ArrayList<>(List.of(Chalaco.class.getName()));
        words.addAll(arguments);
        return java(folder, options, words);
    }

    /** Starts {@code java} with the class path of this test, a main class and its arguments. */
    public static JavaProcess java(Path folder, List<String> options, List<String> mainAndArguments)
            throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
        words.add("-Dchalaco.home=" + Documentation.ROOT);
        words.add("-cp");
        words.add(absolute(System.getProperty("java.class.path")));
        words.addAll(mainAndArguments);
        return of(folder, words);
    }

    /** Starts any program. */
    public static JavaProcess of(Path folder, List<String> words) throws IOException {
        Path out = Files.createTempFile("chalaco", ".out");
        Path err = Files.createTempFile("chalaco", ".err");
        Process process =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        return new JavaProcess(process, out, err);
    }

    private static String absolute(String classPath) {
        List<String> parts = new ArrayList<>();
        for (String part : classPath.split(File.pathSeparator)) {
            parts.add(Path.of(part).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, parts);
    }

    /** Waits for the end, at most so long; then the process is killed. */
    public CommandLineRun await(int seconds) throws IOException, InterruptedException {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                throw new AssertionError("Still running after " + seconds + " s");
            }
            return new CommandLineRun(
                    process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }
}
