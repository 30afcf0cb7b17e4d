package org.chalaco.app.tune;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.chalaco.tuning.TuningListener;
import org.chalaco.tuning.search.GenerationStatistics;

/**
 * One line per generation: best, mean, simulations, time left. On a terminal the running generation
 * shows its simulations in the last line.
 */
final class TuneProgress implements TuningListener {

    private static final long BETWEEN_NANOS = 500_000_000L;

    private final PrintWriter out;
    private final boolean terminal;
    private final String unit;
    private final AtomicLong simulations = new AtomicLong();
    private final AtomicLong lastShown = new AtomicLong();
    private long started;
    private int first;
    private int most;

    TuneProgress(PrintWriter out, boolean terminal, String unit) {
        this.out = out;
        this.terminal = terminal;
        this.unit = unit;
    }

    @Override
    public void begins(int generation, int mostGenerations) {
        started = System.nanoTime();
        first = generation;
        most = mostGenerations;
    }

    /** A simulation is complete; called from any thread. */
    void simulated() {
        long done = simulations.incrementAndGet();
        long now = System.nanoTime();
        long shown = lastShown.get();
        if (terminal && now - shown > BETWEEN_NANOS && lastShown.compareAndSet(shown, now)) {
            out.print("\r%d simulations ".formatted(done));
            out.flush();
        }
    }

    @Override
    public void generation(GenerationStatistics s) {
        int done = s.generation() + 1 - first;
        double seconds = (System.nanoTime() - started) / 1e9;
        double left = seconds / Math.max(1, done) * (most - s.generation() - 1);
        out.printf(
                Locale.ROOT,
                "%sgeneration %d of %d: best %.2f %s (so far %.2f), mean %.2f, %d simulations, at most %s left%n",
                terminal ? "\r" : "",
                s.generation() + 1,
                most,
                s.best(),
                unit,
                s.bestSoFar(),
                s.mean(),
                s.simulations(),
                minutes(left));
        out.flush();
    }

    @Override
    public void comparison(int plans, int replications) {
        out.printf(
                Locale.ROOT,
                "%scomparing %d plans on %d fresh seeds%n",
                terminal ? "\r" : "",
                plans,
                replications);
        out.flush();
    }

    private static String minutes(double seconds) {
        long s = Math.round(seconds);
        return "%d:%02d min".formatted(s / 60, s % 60);
    }
}
