package org.chalaco.app.bench;

import java.util.Arrays;
import org.chalaco.day2day.DayTraffic;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.traffic.Departure;

/**
 * How long trips take, from the wish to leave to the arrival, so that waiting for a gap to enter
 * the road counts. Listens to arrivals, not to events: it works when nobody takes the events. For
 * one run; not thread-safe.
 */
final class TripTimes implements DepartureSource {

    private final DepartureSource following;
    private final double[] wished;
    private double sum;
    private long trips;

    TripTimes(DayTraffic day) {
        following = day.following();
        wished = new double[day.trips().tripCount()];
        Arrays.fill(wished, Double.NaN);
        day.departures().forEach(this::note);
    }

    private void note(Departure departure) {
        wished[departure.vehicleIndex()] = departure.time();
    }

    @Override
    public void onArrival(int vehicleIndex, double time, Schedule schedule) {
        sum += time - wished[vehicleIndex];
        trips++;
        following.onArrival(
                vehicleIndex,
                time,
                departure -> {
                    note(departure);
                    schedule.add(departure);
                });
    }

    /** Mean over the trips that arrived, s; NaN if none did. */
    double mean() {
        return trips == 0 ? Double.NaN : sum / trips;
    }
}
