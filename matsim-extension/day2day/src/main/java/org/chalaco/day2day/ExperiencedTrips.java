package org.chalaco.day2day;

import java.util.Arrays;
import org.chalaco.day2day.scoring.ExperiencedDay;

/**
 * When all trips of a day really began and ended. What lies behind the end of the run is assumed to
 * have gone as planned, except for persons who were stuck. Immutable and thread-safe.
 */
public final class ExperiencedTrips {

    private final TripTable trips;
    private final double[] departureTimes;
    private final double[] arrivalTimes;
    private final boolean[] stuck;

    ExperiencedTrips(
            TripTable trips, double[] departureTimes, double[] arrivalTimes, boolean[] stuck) {
        this.trips = trips;
        this.departureTimes = departureTimes.clone();
        this.arrivalTimes = arrivalTimes.clone();
        this.stuck = stuck.clone();
    }

    /** The trips. */
    public TripTable trips() {
        return trips;
    }

    /** When a trip began, s since midnight; NaN: never. */
    public double departureTime(int trip) {
        return departureTimes[trip];
    }

    /** When a trip ended, s since midnight; NaN: never. */
    public double arrivalTime(int trip) {
        return arrivalTimes[trip];
    }

    /** How long a trip took, waiting to get onto the road included, s; NaN: it never ended. */
    public double travelTime(int trip) {
        return arrivalTimes[trip] - departureTimes[trip];
    }

    /** Whether a person was on the way when the run ended, or was taken off the road. */
    public boolean isStuck(int personIndex) {
        return stuck[personIndex];
    }

    /** A person's day. */
    public ExperiencedDay day(int personIndex) {
        int from = trips.firstTrip(personIndex);
        int to = trips.endTrip(personIndex);
        return new ExperiencedDay(
                Arrays.copyOfRange(departureTimes, from, to),
                Arrays.copyOfRange(arrivalTimes, from, to),
                stuck[personIndex]);
    }
}
