package org.chalaco.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chalaco.day2day.IterationListener.Phase;

/** How long each part of an iteration takes, in wall time. */
final class Stopwatch {

    /** Names of the columns of {@code stopwatch.csv} after the iteration. */
    static final List<String> COLUMNS =
            List.of("preparation_s", "replanning_s", "mobsim_s", "scoring_s", "iteration_s");

    private final double[] seconds = new double[Phase.values().length];
    private Phase running;
    private long since;

    /** A part begins, and the one before ends. */
    void begins(Phase phase) {
        stop();
        running = phase;
        since = System.nanoTime();
    }

    /** The part that runs ends. */
    void stop() {
        if (running != null) {
            seconds[running.ordinal()] += (System.nanoTime() - since) / 1e9;
            running = null;
        }
    }

    /** Seconds of each part and of all together, as text; starts anew. */
    List<String> finishIteration() {
        stop();
        List<String> cells = new ArrayList<>();
        double sum = 0;
        for (int k = 0; k < seconds.length; k++) {
            cells.add(text(seconds[k]));
            sum += seconds[k];
            seconds[k] = 0;
        }
        cells.add(text(sum));
        return cells;
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
