package org.chalaco.app.progress;

import java.io.PrintWriter;

/**
 * Shows how far a run is. Called from the thread that simulates, every few simulated minutes, so it
 * may be slow but not very.
 */
public interface RunProgress extends AutoCloseable {

    /** An iteration begins. */
    void iterationStarts(int iteration);

    /**
     * The simulated clock has moved.
     *
     * @param time s since midnight
     * @param vehiclesOnRoad vehicles driving now
     * @param vehiclesWaiting vehicles that wait outside for a gap
     */
    void clock(double time, int vehiclesOnRoad, int vehiclesWaiting);

    /**
     * An iteration is over.
     *
     * @param summary what came out, in a few words
     */
    void iterationEnds(int iteration, String summary);

    /** Takes the bar off the screen. */
    @Override
    void close();

    /**
     * The progress to show here.
     *
     * @param shape how long the run is
     * @param onTerminal whether someone looks at a terminal
     * @param out where plain lines go
     */
    static RunProgress on(RunShape shape, boolean onTerminal, PrintWriter out) {
        return onTerminal ? new ProgressOnTerminal(shape) : new ProgressInLines(shape, out);
    }

    /** Shows nothing. */
    RunProgress SILENT =
            new RunProgress() {
                @Override
                public void iterationStarts(int iteration) {}

                @Override
                public void clock(double time, int vehiclesOnRoad, int vehiclesWaiting) {}

                @Override
                public void iterationEnds(int iteration, String summary) {}

                @Override
                public void close() {}
            };
}
