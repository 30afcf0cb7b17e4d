package org.chalaco.tuning.problem;

/**
 * The time that one evaluation simulates, and the part of it that counts.
 *
 * @param start of the simulation, s since midnight; roads are empty then
 * @param countFrom end of the warm-up, s since midnight
 * @param end of the simulation and of what counts, s since midnight
 */
public record EvaluationWindow(double start, double countFrom, double end) {
    public EvaluationWindow {
        if (!(start >= 0 && countFrom >= start && end > countFrom)) {
            throw new IllegalArgumentException(
                    "A window from (%s s), counting from (%s s) to (%s s), has no time."
                            .formatted(start, countFrom, end));
        }
    }

    /** Length of the part that counts, s. */
    public double counted() {
        return end - countFrom;
    }
}
