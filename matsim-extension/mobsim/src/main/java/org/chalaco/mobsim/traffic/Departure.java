package org.chalaco.mobsim.traffic;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One vehicle that wants to drive.
 *
 * @param vehicleIndex index of the vehicle, from 0, unique within one run; its name lives with the
 *     caller
 * @param typeIndex index of its type in the run's list of vehicle types
 * @param time when it wants to leave, s since midnight
 * @param route links to drive
 * @param departurePosition where on the first link it starts, as a share of the link, 0 = at its
 *     beginning
 * @param arrivalPosition where on the last link it ends, as a share of the link, 1 = at its stop
 *     line
 * @param stops where it stops on the way, in the order of the route
 */
public record Departure(
        int vehicleIndex,
        int typeIndex,
        double time,
        Route route,
        double departurePosition,
        double arrivalPosition,
        List<RouteStop> stops) {

    public Departure {
        requireNonNull(route, "route of vehicle " + vehicleIndex);
        stops = List.copyOf(stops);
        if (vehicleIndex < 0 || typeIndex < 0) {
            throw new IllegalArgumentException(
                    "Vehicle index (%d) or type index (%d) is negative."
                            .formatted(vehicleIndex, typeIndex));
        }
        if (!(time >= 0) || Double.isInfinite(time)) {
            throw new IllegalArgumentException(
                    "The departure (%s s) of vehicle (%d) is not a time of day."
                            .formatted(time, vehicleIndex));
        }
        if (!(departurePosition >= 0
                && departurePosition <= 1
                && arrivalPosition >= 0
                && arrivalPosition <= 1)) {
            throw new IllegalArgumentException(
                    "The positions (%s, %s) of vehicle (%d) are not shares of a link."
                            .formatted(departurePosition, arrivalPosition, vehicleIndex));
        }
        if (route.size() == 1 && arrivalPosition < departurePosition) {
            throw new IllegalArgumentException(
                    "Vehicle (%d) would drive backwards, from (%s) to (%s) of its only link."
                            .formatted(vehicleIndex, departurePosition, arrivalPosition));
        }
    }

    /** A drive without stops. */
    public Departure(
            int vehicleIndex,
            int typeIndex,
            double time,
            Route route,
            double departurePosition,
            double arrivalPosition) {
        this(vehicleIndex, typeIndex, time, route, departurePosition, arrivalPosition, List.of());
    }

    /** The same drive with these stops on the way. */
    public Departure withStops(List<RouteStop> newStops) {
        return new Departure(
                vehicleIndex, typeIndex, time, route, departurePosition, arrivalPosition, newStops);
    }

    /** The same drive over other links. */
    public Departure withRoute(Route newRoute) {
        return new Departure(
                vehicleIndex, typeIndex, time, newRoute, departurePosition, arrivalPosition, stops);
    }

    /** The same drive to another place on the last link. */
    public Departure withArrivalPosition(double share) {
        return new Departure(vehicleIndex, typeIndex, time, route, departurePosition, share, stops);
    }

    /** A drive from the beginning of the first link to the end of the last. */
    public static Departure of(int vehicleIndex, int typeIndex, double time, Route route) {
        return new Departure(vehicleIndex, typeIndex, time, route, 0, 1);
    }
}
