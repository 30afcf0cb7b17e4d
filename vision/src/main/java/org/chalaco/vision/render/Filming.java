package org.chalaco.vision.render;

import java.util.List;
import org.chalaco.mobsim.run.StepObserver;
import org.chalaco.mobsim.run.TrafficView;

/**
 * Films a run: {@code simulation.observe(1 / framesPerSecond, filming)}. Who looks on gets every
 * frame's poses; nothing is kept. Not thread-safe.
 */
public final class Filming implements StepObserver {

    /** Who sees the film being made. */
    @FunctionalInterface
    public interface Spectator {

        /**
         * One frame.
         *
         * @param frame its number, from 0
         * @param time s since midnight
         * @param poses who is there
         */
        void see(int frame, double time, List<VehiclePose> poses);
    }

    private final StreetObserver street;
    private final double from;
    private final double until;
    private final Spectator spectator;
    private int frame;

    /**
     * Films a span of time.
     *
     * @param street where to look
     * @param from s since midnight
     * @param until s since midnight, exclusive
     */
    public Filming(StreetObserver street, double from, double until, Spectator spectator) {
        this.street = street;
        this.from = from;
        this.until = until;
        this.spectator = spectator;
    }

    @Override
    public void observe(TrafficView view) {
        if (view.time() >= from - 1e-6 && view.time() < until - 1e-6) {
            spectator.see(frame++, view.time(), street.look(view));
        }
    }
}
