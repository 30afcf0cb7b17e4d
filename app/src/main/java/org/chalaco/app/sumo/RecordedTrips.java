package org.chalaco.app.sumo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.app.run.ClockWindow;
import org.chalaco.day2day.DayTraffic;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.traffic.Departure;

/**
 * Every drive of a day as our mobsim saw it: the first ones, and those that began at an arrival,
 * which another simulator is given at the same time. For one run; not thread-safe.
 */
final class RecordedTrips implements DepartureSource {

    private final DepartureSource following;
    private final ClockWindow window;
    private final List<Departure> departures = new ArrayList<>();
    private final Map<Integer, Double> wished = new HashMap<>();
    private double seconds;
    private long arrived;

    /** The drives of a day that begin in this time; null: all. */
    RecordedTrips(DayTraffic day, ClockWindow window) {
        following = day.following();
        this.window = window;
        day.departures().stream().filter(this::counts).forEach(this::note);
    }

    private boolean counts(Departure departure) {
        return window == null || window.contains(departure.time());
    }

    private void note(Departure departure) {
        departures.add(departure);
        wished.put(departure.vehicleIndex(), departure.time());
    }

    @Override
    public void onArrival(int vehicleIndex, double time, Schedule schedule) {
        seconds += time - wished.get(vehicleIndex);
        arrived++;
        following.onArrival(
                vehicleIndex,
                time,
                departure -> {
                    if (counts(departure)) {
                        note(departure);
                        schedule.add(departure);
                    }
                });
    }

    /** All drives. */
    List<Departure> departures() {
        return departures;
    }

    /**
     * Mean time from the wish to leave to the arrival, s; NaN if somebody has not arrived, because
     * those who have are the fast ones.
     */
    double meanSeconds() {
        return arrived < departures.size() ? Double.NaN : seconds / arrived;
    }
}
