package org.chalaco.formats.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Departures and teleported arrivals, in order of time, handed out once. */
final class PlannedMoments {

    /** What happens; at the same time, arrivals come before departures. */
    enum Kind {
        TELEPORTED_ARRIVAL,
        TELEPORTED_DEPARTURE,
        DRIVEN_DEPARTURE
    }

    /** Takes one moment. */
    interface Taker {
        void take(Kind kind, double time, int index);
    }

    private record Moment(double time, Kind kind, int index) {}

    private final List<Moment> moments;
    private int next;

    private PlannedMoments(List<Moment> moments) {
        this.moments = moments;
    }

    static PlannedMoments of(List<DrivenTrip> trips, List<TeleportedTrip> teleported) {
        List<Moment> moments = new ArrayList<>(trips.size() + 2 * teleported.size());
        for (int k = 0; k < trips.size(); k++) {
            moments.add(new Moment(trips.get(k).departureTime(), Kind.DRIVEN_DEPARTURE, k));
        }
        for (int k = 0; k < teleported.size(); k++) {
            TeleportedTrip trip = teleported.get(k);
            moments.add(new Moment(trip.departureTime(), Kind.TELEPORTED_DEPARTURE, k));
            moments.add(new Moment(trip.arrivalTime(), Kind.TELEPORTED_ARRIVAL, k));
        }
        moments.sort(
                Comparator.comparingDouble(Moment::time)
                        .thenComparing(Moment::kind)
                        .thenComparingInt(Moment::index));
        return new PlannedMoments(moments);
    }

    /** Hands out what happens until this time, included, and was not handed out before. */
    void forEachUntil(double time, Taker taker) {
        while (next < moments.size() && moments.get(next).time() <= time) {
            Moment moment = moments.get(next++);
            taker.take(moment.kind(), moment.time(), moment.index());
        }
    }
}
