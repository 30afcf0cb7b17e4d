package org.chalaco.day2day.transit;

/**
 * A stop on the way of a route.
 *
 * @param stop where
 * @param arrivalOffset planned arrival, s after the departure of the run, or NaN
 * @param departureOffset planned departure, s after that of the run, or NaN
 * @param awaitsDeparture whether a vehicle that is early waits for its time
 */
public record TransitCall(
        TransitStop stop, double arrivalOffset, double departureOffset, boolean awaitsDeparture) {

    /** Planned arrival, else departure, s after the departure of the run; NaN: neither is known. */
    public double plannedArrival() {
        return Double.isNaN(arrivalOffset) ? departureOffset : arrivalOffset;
    }

    /** Planned departure, else arrival, s after the departure of the run; NaN: neither is known. */
    public double plannedDeparture() {
        return Double.isNaN(departureOffset) ? arrivalOffset : departureOffset;
    }

    /** How long the timetable lets a vehicle stand here, s. */
    public double plannedDwell() {
        double seconds = departureOffset - arrivalOffset;
        return seconds > 0 ? seconds : 0;
    }
}
