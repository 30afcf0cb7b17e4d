package org.chalaco.app.report;

import java.util.List;
import org.chalaco.day2day.IterationResult;

/**
 * How the days grew alike: one row per iteration, as in MATSim's scorestats.
 *
 * @param rows in order of the iterations; empty where only one day was run
 */
public record Convergence(List<Row> rows) {

    /** One day only. */
    public static final Convergence NONE = new Convergence(List.of());

    /**
     * One iteration.
     *
     * @param iteration its number
     * @param executed mean score of the executed plans
     * @param worst mean over persons of their worst plan
     * @param average mean over persons of their average plan
     * @param best mean over persons of their best plan
     * @param relativeGap share of travel time that better routes would save, -; NaN if not known
     */
    public record Row(
            int iteration,
            double executed,
            double worst,
            double average,
            double best,
            double relativeGap) {}

    public Convergence {
        rows = List.copyOf(rows);
    }

    /** The convergence of these iterations. */
    public static Convergence of(List<IterationResult> iterations) {
        return new Convergence(
                iterations.stream()
                        .map(
                                i ->
                                        new Row(
                                                i.iteration(),
                                                i.scores().executed(),
                                                i.scores().worst(),
                                                i.scores().average(),
                                                i.scores().best(),
                                                i.relativeGap()))
                        .toList());
    }
}
