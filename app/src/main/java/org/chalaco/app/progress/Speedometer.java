package org.chalaco.app.progress;

/** How much faster than the real road an iteration runs. */
final class Speedometer {

    private final double startTime;
    private final long startNanos = System.nanoTime();

    Speedometer(double startTime) {
        this.startTime = startTime;
    }

    /** Wall time since the start of the iteration, s. */
    double wallSeconds() {
        return (System.nanoTime() - startNanos) / 1e9;
    }

    /** Simulated seconds per second of wall time, -. */
    double realTimeFactor(double time) {
        return (time - startTime) / Math.max(1e-3, wallSeconds());
    }
}
