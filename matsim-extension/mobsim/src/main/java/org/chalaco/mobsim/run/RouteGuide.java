package org.chalaco.mobsim.run;

/**
 * Tells drivers link by link where to go, for those whose route is decided on the way: a fleet that
 * is diverted, a driver who reads the traffic, an agent of MATSim.
 *
 * <p>For every link the guide is asked at least twice: when the vehicle enters it (crosses the stop
 * line towards it, right after its {@code LinkEnter} event; or comes onto the road there, right
 * after {@code VehicleEntersTraffic}), so that the driver can choose a lane; and at the beginning
 * of every step in which the driver may pass the last place to stop before the line. In between it
 * is asked every ten seconds. The last answer counts. A driver whom a new answer finds on a lane
 * that does not lead there changes lanes, or stops at the line and turns from the wrong lane after
 * a while; signals and priority are kept. Only a driver who can no longer stop before the line goes
 * where the answer before said; {@link #tooLate} tells so.
 *
 * <p>All calls come from the thread that drives the session, in an order that does not depend on
 * the number of threads. A guide may call {@code depart} and {@code setStops} of the session, but
 * nothing else that changes it.
 */
public interface RouteGuide {

    /** Answer of {@link #nextLink}: the trip ends on this link. */
    int ARRIVE = -1;

    /** Answer of {@link #nextLink}: take the vehicle off the road here (a bad route). */
    int ABORT = -2;

    /** Everybody drives the route of the departure. */
    RouteGuide NONE =
            new RouteGuide() {
                @Override
                public boolean guides(int vehicleIndex) {
                    return false;
                }

                @Override
                public int nextLink(int vehicleIndex, int linkIndex, double time) {
                    throw new IllegalStateException("nobody is guided");
                }
            };

    /**
     * Whether this vehicle is guided; asked once, when it comes onto the road. If so, of the route
     * of its departure only the first link counts; the second is a hint for the lane to enter by.
     */
    default boolean guides(int vehicleIndex) {
        return true;
    }

    /**
     * The link that follows.
     *
     * @param linkIndex link the vehicle is on, or has just begun to enter
     * @param time s since midnight
     * @return index of a link that {@code linkIndex} leads to, {@link #ARRIVE} or {@link #ABORT}
     */
    int nextLink(int vehicleIndex, int linkIndex, double time);

    /**
     * The link after the next one, if it is known already, else -1: helps to choose a lane, binds
     * nobody.
     */
    default int linkAfter(int vehicleIndex, int nextLinkIndex, double time) {
        return -1;
    }

    /** Where on its last link the trip ends, as a share of the link, 1 = at its stop line. */
    default double arrivalPosition(int vehicleIndex, int linkIndex) {
        return 1;
    }

    /**
     * A new answer came when the driver could no longer stop: the vehicle goes on into {@code
     * takenLinkIndex}. Told once for every crossing that it concerns, right before {@code
     * LinkLeave}.
     */
    default void tooLate(int vehicleIndex, int linkIndex, int takenLinkIndex, double time) {}
}
