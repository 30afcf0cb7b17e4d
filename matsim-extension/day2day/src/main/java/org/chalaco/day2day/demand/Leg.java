package org.chalaco.day2day.demand;

import org.chalaco.mobsim.traffic.Route;

/**
 * A trip between two activities.
 *
 * @param mode MATSim mode: a network mode ({@code car}, {@code taxi}, {@code truck}, ...), a
 *     teleported one, or one of public transport
 * @param departureTime planned, s since midnight, or NaN
 * @param travelTime expected, s, or NaN
 * @param route links, or null: not routed yet, teleported, or a ride
 * @param distance length of the route, m, or NaN
 * @param ride by public transport, or null
 */
public record Leg(
        String mode,
        double departureTime,
        double travelTime,
        Route route,
        double distance,
        TransitRide ride) {

    /** A leg that is driven or teleported. */
    public Leg(String mode, double departureTime, double travelTime, Route route, double distance) {
        this(mode, departureTime, travelTime, route, distance, null);
    }

    /** A leg that is not routed yet. */
    public static Leg unrouted(String mode) {
        return new Leg(mode, Double.NaN, Double.NaN, null, Double.NaN);
    }

    /** The same leg on another route. */
    public Leg withRoute(Route newRoute, double newDistance, double newTravelTime) {
        return new Leg(mode, departureTime, newTravelTime, newRoute, newDistance, ride);
    }

    /** The same leg at other times. */
    public Leg withTimes(double newDepartureTime, double newTravelTime) {
        return new Leg(mode, newDepartureTime, newTravelTime, route, distance, ride);
    }
}
