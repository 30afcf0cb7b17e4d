package org.chalaco.mobsim.engine;

/** Time as a number of steps; seconds are computed from it, never summed up. */
final class StepClock {

    private final long startMillis;
    private final int stepMillis;
    private final double dt;
    private long step;

    StepClock(double startTime, int stepMillis) {
        this.startMillis = Math.round(startTime * 1000);
        this.stepMillis = stepMillis;
        dt = stepMillis / 1000.0;
    }

    /** Steps completed. */
    long step() {
        return step;
    }

    /** Seconds since midnight at the beginning of the present step. */
    double time() {
        return (startMillis + step * stepMillis) / 1000.0;
    }

    /** Seconds since midnight at the end of the present step. */
    double endOfStep() {
        return (startMillis + (step + 1) * stepMillis) / 1000.0;
    }

    /** Length of a step, s. */
    double dt() {
        return dt;
    }

    /** Whole steps in this many seconds, at least one. */
    int stepsIn(double seconds) {
        return (int)
                Math.max(
                        1,
                        Math.min(Integer.MAX_VALUE / 2, Math.round(seconds * 1000 / stepMillis)));
    }

    void tick() {
        step++;
    }
}
