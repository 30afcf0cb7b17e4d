package org.chalaco.mobsim.engine;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.traffic.RouteStop;

/**
 * What a vehicle has before it beyond a fixed route: stops to serve, and whether a guide tells it
 * the way.
 */
final class Itinerary {

    /** Whether the guide is asked for the way. */
    final boolean guided;

    private List<RouteStop> stops;
    private int served;
    private boolean asking;

    /** Where on the present lane the vehicle stops, m, or infinite. */
    double stopAt = Double.POSITIVE_INFINITY;

    /** When it came to a stand at the stop that it serves, s, or NaN. */
    private double arrivedAt = Double.NaN;

    /** When the service is asked again, s. */
    private double askedAgainAt;

    /** Whether the guide changed its mind too late for the next stop line. */
    boolean tooLate;

    /** Whether the guide wants it off the road. */
    boolean aborted;

    Itinerary(boolean guided, List<RouteStop> stops) {
        this.guided = guided;
        this.stops = stops;
    }

    /** The stop to serve next, or being served, or null. */
    RouteStop next() {
        return served < stops.size() ? stops.get(served) : null;
    }

    boolean isServing() {
        return !Double.isNaN(arrivedAt);
    }

    /** Whether the service is being asked right now. */
    boolean isAsking() {
        return asking;
    }

    /** Comes to a stand at the next stop. */
    void arrive(double now) {
        arrivedAt = now;
        askedAgainAt = now;
    }

    /** Whether the service is to be asked now. */
    boolean isDue(double now) {
        return now >= askedAgainAt - 1e-9;
    }

    /** Asks the service; true if the vehicle departs. */
    boolean askToDepart(RouteStops.Asking service, int vehicle, double now) {
        asking = true;
        double seconds = service.ask(vehicle, next(), arrivedAt, now);
        asking = false;
        if (seconds > RouteStops.SHORTEST_DWELL) {
            askedAgainAt = now + seconds;
            return false;
        }
        depart();
        return true;
    }

    /** The present stop is done, or was missed. */
    void depart() {
        arrivedAt = Double.NaN;
        served++;
    }

    /**
     * These stops follow: after the present one while the service is asked about that, else at
     * once; who serves the first of them already goes on with it.
     */
    void replace(List<RouteStop> newStops) {
        RouteStop present = next();
        List<RouteStop> all = new ArrayList<>(newStops.size() + 1);
        if (asking) {
            all.add(present);
        } else if (newStops.isEmpty() || !newStops.get(0).equals(present)) {
            arrivedAt = Double.NaN;
        }
        all.addAll(newStops);
        stops = all;
        served = 0;
    }
}
