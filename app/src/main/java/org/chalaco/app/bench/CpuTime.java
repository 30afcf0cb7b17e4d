package org.chalaco.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Time that was used, by whom.
 *
 * @param wall by the clock on the wall, s
 * @param process by all threads of the process on its cores, s
 * @param caller by the calling thread alone, s
 * @param compiler by the JVM's compiler threads, s; NaN where the system does not tell (elsewhere
 *     than on Linux)
 * @param collector by the JVM's garbage collector threads, s; NaN likewise
 */
record CpuTime(double wall, double process, double caller, double compiler, double collector) {

    /** One folder a thread, where Linux tells what each used. */
    private static final Path THREADS = Path.of("/proc/self/task");

    /** Used so far, counted from somewhere; only differences mean anything. */
    static CpuTime now() {
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double[] jvm = jvmThreads();
        return new CpuTime(
                System.nanoTime() / 1e9,
                system.getProcessCpuTime() / 1e9,
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9,
                jvm[0],
                jvm[1]);
    }

    /** Used from then to now. */
    static CpuTime since(CpuTime then) {
        CpuTime now = now();
        double caller = now.caller - then.caller;
        return new CpuTime(
                now.wall - then.wall,
                // The process is counted in ticks of 10 ms, too coarse for the shortest runs.
                Math.max(caller, now.process - then.process),
                caller,
                now.compiler - then.compiler,
                now.collector - then.collector);
    }

    /**
     * Used by the threads that move vehicles, s: the calling thread if it is alone, else the
     * process without the JVM's own threads.
     */
    double mobsim(int threads) {
        return threads == 1 ? caller : process - compiler - collector;
    }

    /** Seconds of compiler and collector threads that live now. */
    private static double[] jvmThreads() {
        if (!Files.isDirectory(THREADS)) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double[] seconds = new double[2];
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
            for (Path thread : threads) {
                String name = Files.readString(thread.resolve("comm")).strip();
                if (isCompiler(name)) {
                    seconds[0] += secondsOf(thread);
                } else if (isCollector(name)) {
                    seconds[1] += secondsOf(thread);
                }
            }
            return seconds;
        } catch (IOException e) {
            // A thread may end while we look; then this is not known rather than wrong.
            return new double[] {Double.NaN, Double.NaN};
        }
    }

    private static boolean isCompiler(String thread) {
        return thread.contains("CompilerThre") || thread.startsWith("Sweeper");
    }

    private static boolean isCollector(String thread) {
        return thread.startsWith("GC Thread")
                || thread.startsWith("G1 ")
                || thread.startsWith("VM Thread");
    }

    /** The first number of schedstat: time on a core, ns. */
    private static double secondsOf(Path thread) throws IOException {
        String text = Files.readString(thread.resolve("schedstat"));
        return Long.parseLong(text.substring(0, text.indexOf(' '))) / 1e9;
    }
}
