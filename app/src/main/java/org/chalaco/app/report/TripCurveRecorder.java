package org.chalaco.app.report;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.run.StepObserver;
import org.chalaco.mobsim.run.TrafficView;

/**
 * Records the {@link TripCurve}: {@code simulation.observe(60, recorder)}. Vehicles that the relief
 * for hopeless cases took off the road are in none of the curves. Not thread-safe.
 */
public final class TripCurveRecorder implements StepObserver {

    private final double start;
    private final double interval;
    private final List<int[]> moments = new ArrayList<>();

    /**
     * A recorder for one run.
     *
     * @param start of the run, s since midnight
     * @param interval between two moments, s; as often as it observes
     */
    public TripCurveRecorder(double start, double interval) {
        this.start = start;
        this.interval = interval;
    }

    @Override
    public void observe(TrafficView view) {
        // The run may call between the moments, or skip the one at its very start.
        while (view.time() >= start + moments.size() * interval - 1e-6) {
            int arrived = (int) view.vehiclesArrived();
            int entered = arrived + view.vehiclesOnRoad();
            moments.add(new int[] {entered + view.vehiclesWaitingOutside(), entered, arrived});
        }
    }

    /** The curves so far. */
    public TripCurve finish() {
        return new TripCurve(start, interval, column(0), column(1), column(2));
    }

    private int[] column(int k) {
        return moments.stream().mapToInt(moment -> moment[k]).toArray();
    }
}
