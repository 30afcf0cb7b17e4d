package org.chalaco.mobsim.traffic;

import static java.util.Objects.requireNonNull;

/**
 * A place on the way where a vehicle stops and stands for a while: a bus at its stop, a combi at a
 * corner, a taxi that lets somebody out.
 *
 * <p>The stops of a vehicle are served in the order they are given, each on the first pass over its
 * link after the one before. The driver is on the lane at the kerb in time, brakes comfortably as
 * for a standing obstacle, and has stopped when standing within {@value #REACHED} m of the place.
 *
 * @param stopIndex the caller's own number, handed back when the stop is served
 * @param linkIndex the link
 * @param position of the front bumper, as a share of the lane, 1 = at its stop line
 * @param place in the lane, or out of it
 * @param dwell how long to stand, s, 0 or more; only the answer where nobody else decides (see
 *     {@code StopService})
 */
public record RouteStop(int stopIndex, int linkIndex, double position, Place place, double dwell) {

    /** A vehicle that stands so near has reached its stop, m. */
    public static final double REACHED = 1.0;

    /** Where a vehicle stands while it serves a stop. */
    public enum Place {
        /** In the lane at the kerb: those behind wait or change lanes. */
        IN_LANE,
        /**
         * Beside the road, in a bay: the lane is free meanwhile; the driver comes back when a gap
         * is safe. A bay holds any number of vehicles.
         */
        BAY
    }

    public RouteStop {
        requireNonNull(place, "place of stop " + stopIndex);
        if (!(position >= 0 && position <= 1)) {
            throw new IllegalArgumentException(
                    "The position (%s) of stop (%d) is not a share of a link."
                            .formatted(position, stopIndex));
        }
        if (!(dwell >= 0) || Double.isInfinite(dwell)) {
            throw new IllegalArgumentException(
                    "Stop (%d) cannot be stood at for (%s s).".formatted(stopIndex, dwell));
        }
    }

    /** A stop in the lane. */
    public static RouteStop inLane(int stopIndex, int linkIndex, double position, double dwell) {
        return new RouteStop(stopIndex, linkIndex, position, Place.IN_LANE, dwell);
    }

    /** A stop in a bay. */
    public static RouteStop inBay(int stopIndex, int linkIndex, double position, double dwell) {
        return new RouteStop(stopIndex, linkIndex, position, Place.BAY, dwell);
    }
}
