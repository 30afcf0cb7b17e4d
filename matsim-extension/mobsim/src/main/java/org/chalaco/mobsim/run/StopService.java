package org.chalaco.mobsim.run;

import org.chalaco.mobsim.traffic.RouteStop;

/**
 * What happens at a stop: people get on and off, and that takes time. Called from the thread that
 * drives the session, in an order that does not depend on the number of threads.
 */
@FunctionalInterface
public interface StopService {

    /** Everybody stands for the dwell time of the stop, once. */
    StopService FIXED_DWELL =
            (vehicleIndex, stop, arrivedAt, time) -> Math.max(0, arrivedAt + stop.dwell() - time);

    /**
     * A vehicle stands at a stop. Called when it has come to a stand, and again whenever the time
     * answered is over, until the answer is 0: then it departs, towards its next stop, which may be
     * on the same link. A service that only now knows what follows calls {@code setStops} of the
     * session before it answers: those stops come after the present one.
     *
     * @param stop the stop
     * @param arrivedAt when the vehicle came to a stand here, s since midnight
     * @param time now, s since midnight
     * @return how long to stand before the next call, s; 0: depart
     */
    double serve(int vehicleIndex, RouteStop stop, double arrivedAt, double time);

    /**
     * A vehicle drove past a stop because that was set, or its way changed, when even hard braking
     * could not stop it any more on that link; the next stop follows.
     */
    default void missed(int vehicleIndex, RouteStop stop, double time) {}
}
