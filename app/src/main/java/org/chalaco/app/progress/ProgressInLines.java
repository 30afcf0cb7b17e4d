package org.chalaco.app.progress;

import java.io.PrintWriter;
import java.util.Locale;

/** One line per iteration, for log files and pipes. */
final class ProgressInLines implements RunProgress {

    private final RunShape shape;
    private final PrintWriter out;
    private Speedometer speed;
    private int peakOnRoad;

    ProgressInLines(RunShape shape, PrintWriter out) {
        this.shape = shape;
        this.out = out;
    }

    @Override
    public void iterationStarts(int iteration) {
        speed = new Speedometer(shape.startTime());
        peakOnRoad = 0;
    }

    @Override
    public void clock(double time, int vehiclesOnRoad, int vehiclesWaiting) {
        peakOnRoad = Math.max(peakOnRoad, vehiclesOnRoad);
    }

    @Override
    public void iterationEnds(int iteration, String summary) {
        out.printf(
                Locale.ROOT,
                "%s (iteration %d): %.1f s, at most %d vehicles on the road, %s%n",
                shape.day(iteration),
                iteration,
                speed.wallSeconds(),
                peakOnRoad,
                summary);
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
