package org.chalaco.day2day.demand;

import static java.util.Objects.requireNonNull;

/**
 * A leg by public transport, as planned: with a line, from stop to stop. MATSim: a route of type
 * {@code default_pt}.
 *
 * @param lineId the line
 * @param routeId its route; any route of the line that serves both stops is taken
 * @param fromStopId where the passenger gets on
 * @param toStopId where the passenger gets off
 */
public record TransitRide(String lineId, String routeId, String fromStopId, String toStopId) {

    public TransitRide {
        requireNonNull(lineId, "line of a ride");
        requireNonNull(routeId, "route of a ride");
        requireNonNull(fromStopId, "first stop of a ride");
        requireNonNull(toStopId, "last stop of a ride");
    }
}
