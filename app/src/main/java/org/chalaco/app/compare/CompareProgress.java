package org.chalaco.app.compare;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Says how far the runs are and how long they will take: in the last line of a terminal, else a
 * line every few seconds. The time left follows from what runs of the same scenario took.
 */
final class CompareProgress {

    private static final long BETWEEN_NANOS_TERMINAL = 300_000_000L;
    private static final long BETWEEN_NANOS = 10_000_000_000L;

    private final PrintWriter out;
    private final boolean terminal;
    private final int threads;
    private final int all;
    private final Map<String, Integer> left = new HashMap<>();
    private final Map<String, double[]> spent = new HashMap<>(); // seconds, runs
    private long lastShown = System.nanoTime();
    private int done;

    CompareProgress(PrintWriter out, boolean terminal, int threads, int all) {
        this.out = out;
        this.terminal = terminal;
        this.threads = threads;
        this.all = all;
    }

    /** What is to be done now; the rest of all runs was there. */
    void begins(List<CompareTask> tasks) {
        done = all - tasks.size();
        tasks.forEach(t -> left.merge(t.scenario().name(), 1, Integer::sum));
        if (done > 0) {
            out.printf("%d of %d runs are there already%n", done, all);
            out.flush();
        }
    }

    /** A run is over; called from any thread. */
    synchronized void finished(CompareTask task, double seconds, double delay) {
        done++;
        String scenario = task.scenario().name();
        left.merge(scenario, -1, Integer::sum);
        double[] own = spent.computeIfAbsent(scenario, s -> new double[2]);
        own[0] += seconds;
        own[1]++;
        long now = System.nanoTime();
        boolean due = now - lastShown > (terminal ? BETWEEN_NANOS_TERMINAL : BETWEEN_NANOS);
        if (due || done == all) {
            lastShown = now;
            out.printf(
                    Locale.ROOT,
                    "%s%d of %d runs, %s %s: delay %.2f veh h, about %s left%s",
                    terminal ? "\r" : "",
                    done,
                    all,
                    scenario,
                    task.strategy().label(),
                    delay,
                    text(secondsLeft()),
                    terminal && done < all ? "   " : System.lineSeparator());
            out.flush();
        }
    }

    private double secondsLeft() {
        double seconds = 0;
        double[] any = {0, 0};
        for (double[] each : spent.values()) {
            any[0] += each[0];
            any[1] += each[1];
        }
        for (Map.Entry<String, Integer> entry : left.entrySet()) {
            double[] known = spent.getOrDefault(entry.getKey(), any);
            seconds += entry.getValue() * known[0] / Math.max(1, known[1]);
        }
        return seconds / threads;
    }

    private static String text(double seconds) {
        long s = Math.round(seconds);
        return s < 3600
                ? "%d:%02d min".formatted(s / 60, s % 60)
                : "%d:%02d h".formatted(s / 3600, s / 60 % 60);
    }
}
