package org.chalaco.app.progress;

/**
 * How long a run will be.
 *
 * @param dayOne number of the iteration that is day 1; it may lie in an earlier run
 * @param firstIteration number of the first iteration to simulate
 * @param lastIteration number of the last one
 * @param startTime simulated start of each, s since midnight
 * @param endTime simulated end of each, s since midnight
 */
public record RunShape(
        int dayOne, int firstIteration, int lastIteration, double startTime, double endTime) {

    /** Which day this iteration is, as people count: {@code day 3 of 5}. */
    public String day(int iteration) {
        return "day %d of %d".formatted(iteration - dayOne + 1, lastIteration - dayOne + 1);
    }

    /** Simulated seconds of one iteration. */
    public long secondsPerIteration() {
        return Math.max(1, Math.round(endTime - startTime));
    }

    /** Simulated seconds of the whole run. */
    public long totalSeconds() {
        return secondsPerIteration() * (lastIteration - firstIteration + 1);
    }

    /** Simulated seconds that are behind when this iteration has come to this time. */
    public long secondsDone(int iteration, double time) {
        double within = Math.min(Math.max(0, time - startTime), secondsPerIteration());
        return (iteration - firstIteration) * secondsPerIteration() + Math.round(within);
    }
}
