package org.chalaco.mobsim.reference;

import java.util.List;
import org.chalaco.mobsim.traffic.RouteStop;

/** Stops that a vehicle still has before it, and whether a guide tells it the way. */
final class Errands {

    final boolean guided;
    List<RouteStop> stops;
    double arrivedAt = Double.NaN;
    double askedAgainAt;
    boolean aborted;

    Errands(boolean guided, List<RouteStop> stops) {
        this.guided = guided;
        this.stops = stops;
    }

    RouteStop next() {
        return stops.isEmpty() ? null : stops.get(0);
    }

    boolean isServing() {
        return !Double.isNaN(arrivedAt);
    }

    void arrive(double now) {
        arrivedAt = now;
        askedAgainAt = now;
    }

    /** Stands for the dwell time; true when that is over. */
    boolean isDone(double now) {
        double left = Math.max(0, arrivedAt + next().dwell() - now);
        if (left > 1e-6) {
            askedAgainAt = now + left;
            return false;
        }
        skip();
        return true;
    }

    void skip() {
        arrivedAt = Double.NaN;
        stops = stops.subList(1, stops.size());
    }

    void replace(List<RouteStop> newStops) {
        if (newStops.isEmpty() || !newStops.get(0).equals(next())) {
            arrivedAt = Double.NaN;
        }
        stops = newStops;
    }
}
