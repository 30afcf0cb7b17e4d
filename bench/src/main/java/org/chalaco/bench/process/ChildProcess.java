package org.chalaco.bench.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One program run to its end.
 *
 * @param exitCode what it said
 * @param wallSeconds how long it ran, s
 * @param cpuSeconds what all its threads used, s; NaN where the system does not tell
 * @param peakBytes most resident memory it had, B; NaN likewise
 * @param output what it printed, errors included
 */
public record ChildProcess(
        int exitCode, double wallSeconds, double cpuSeconds, double peakBytes, String output) {

    private static final Path OWN_STAT = Path.of("/proc/self/stat");

    /**
     * Linux counts CPU time in ticks of this many a second towards user programs, on all machines.
     */
    private static final double TICKS_PER_SECOND = 100;

    private static final int LOOK_EVERY_MILLIS = 20;

    /** Whatever takes longer is stuck: the largest grid takes SUMO less than half of it. */
    private static final double LONGEST_SECONDS = 3 * 3600;

    /**
     * Runs a program and waits for it.
     *
     * @throws IOException if there is no such program, or it does not end
     */
    public static ChildProcess run(Path folder, List<String> command) throws IOException {
        Path printed = Files.createTempFile("chalaco-bench", ".txt");
        try {
            double before = ticksOfChildren();
            long start = System.nanoTime();
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(printed.toFile())
                            .redirectInput(new File("/dev/null"))
                            .start();
            double peak = watch(process, start + (long) (LONGEST_SECONDS * 1e9));
            double wall = (System.nanoTime() - start) / 1e9;
            double cpu = (ticksOfChildren() - before) / TICKS_PER_SECOND;
            return new ChildProcess(
                    process.exitValue(), wall, cpu, peak, Files.readString(printed));
        } finally {
            Files.delete(printed);
        }
    }

    /** Waits for the end, looking at the memory now and then; the system keeps its peak. */
    private static double watch(Process process, long deadline) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        double peak = Double.NaN;
        try {
            while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                double now = peakOf(status);
                peak = Double.isNaN(now) ? peak : now;
                if (System.nanoTime() > deadline) {
                    throw new IOException("(%s) does not end.".formatted(process.info()));
                }
            }
            return peak;
        } catch (InterruptedException e) {
            throw new IOException("Interrupted while (%s) ran.".formatted(process.info()), e);
        } finally {
            process.destroy();
        }
    }

    private static double peakOf(Path status) {
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    return 1024.0 * Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        } catch (IOException e) {
            // It has just ended; the last look counts.
        }
        return Double.NaN;
    }

    /** User and system time of all children that were waited for: fields 16 and 17 of stat. */
    private static double ticksOfChildren() throws IOException {
        if (!Files.exists(OWN_STAT)) {
            return Double.NaN;
        }
        String stat = Files.readString(OWN_STAT);
        // The name, in brackets, may hold blanks; what follows is the third field.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[16 - 3]) + Long.parseLong(fields[17 - 3]);
    }

    /**
     * The same, if it went well.
     *
     * @throws IOException with what it printed, if it did not
     */
    public ChildProcess orFail(String what) throws IOException {
        if (exitCode != 0) {
            throw new IOException("%s failed (%d):%n%s".formatted(what, exitCode, output));
        }
        return this;
    }
}
