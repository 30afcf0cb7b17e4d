package org.chalaco.bench.compare;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chalaco.bench.process.ChildProcess;

/** Where and on what something was measured, in words. */
final class Machine {

    private static final Path CPU = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** Processor, cores, system, Java. */
    static String describe() throws IOException {
        return "%s, %d cores; %s; Java %s (%s)"
                .formatted(
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("java.version"),
                        System.getProperty("java.vendor"));
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(CPU)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(CPU)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    /** How many others wanted the processor in the last minute, as text. */
    static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", load);
    }

    /** The commit of the sources here, {@code -changed} if they were changed since. */
    static String commit() {
        try {
            Path here = Path.of("").toAbsolutePath();
            String commit = git(here, "rev-parse", "--short=10", "HEAD");
            return git(here, "status", "--porcelain").isEmpty() ? commit : commit + "-changed";
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String git(Path here, String... words) throws IOException {
        List<String> command = Stream.concat(Stream.of("git"), Stream.of(words)).toList();
        return ChildProcess.run(here, command).orFail("git").output().strip();
    }
}
