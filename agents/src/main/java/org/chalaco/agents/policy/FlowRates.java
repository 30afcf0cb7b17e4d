package org.chalaco.agents.policy;

import org.chalaco.mobsim.signal.SignalView;

/**
 * Vehicles per second that come on each lane, smoothed over about {@value #MEMORY} s: the change of
 * what has passed the stop line and what is on the lane together.
 */
final class FlowRates {

    private static final double MEMORY = 300;

    private double[] rate = new double[0];
    private long[] seen;
    private int seconds;

    /** Looks; once a second. */
    void observe(SignalView view) {
        int lanes = view.approaches().size();
        if (rate.length != lanes) {
            rate = new double[lanes];
            seen = new long[lanes];
            seconds = 0;
        }
        // the mean of all at first, later of the last minutes
        double weight = Math.max(1 / MEMORY, 1.0 / (seconds + 1));
        for (int lane = 0; lane < lanes; lane++) {
            SignalView.Approach approach = view.approaches().get(lane);
            long now = approach.passed() + approach.vehicles();
            if (seconds > 0) {
                rate[lane] += weight * (now - seen[lane] - rate[lane]);
            }
            seen[lane] = now;
        }
        seconds++;
    }

    /** Vehicles per second on a lane, never negative; none before the first look. */
    double of(int lane) {
        return lane < rate.length ? Math.max(0, rate[lane]) : 0;
    }
}
