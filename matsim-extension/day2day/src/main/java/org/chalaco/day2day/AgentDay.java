package org.chalaco.day2day;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.routing.ActivityPlacement;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.traffic.Departure;

/**
 * The day of all persons as the mobsim needs it: the first drive of everyone beforehand, each
 * further one when the drive before it has ended. Teleported legs in between take their expected
 * time, drives that end where they begin take none. Immutable, so it may be asked at any time and
 * in any order.
 */
final class AgentDay implements DepartureSource {

    private final TripTable trips;
    private final Fleet fleet;
    private final ActivityPlacement placement;
    private final double startTime;
    private final double endTime;

    AgentDay(
            TripTable trips,
            Fleet fleet,
            ActivityPlacement placement,
            double startTime,
            double endTime) {
        this.trips = trips;
        this.fleet = fleet;
        this.placement = placement;
        this.startTime = startTime;
        this.endTime = endTime;
    }

    /** Everyone's first drive, by time, then by trip. */
    List<Departure> firstDepartures() {
        List<Departure> departures = new ArrayList<>(trips.persons().size());
        for (int person = 0; person < trips.persons().size(); person++) {
            if (trips.firstTrip(person) < trips.endTrip(person)) {
                int trip = trips.firstTrip(person);
                follow(trip, departureTime(trip, 0), departures::add);
            }
        }
        departures.sort(
                Comparator.comparingDouble(Departure::time)
                        .thenComparingInt(Departure::vehicleIndex));
        return departures;
    }

    @Override
    public void onArrival(int vehicleIndex, double time, Schedule schedule) {
        int next = vehicleIndex + 1;
        if (next < trips.endTrip(trips.personIndex(vehicleIndex))) {
            follow(next, departureTime(next, time), schedule);
        }
    }

    /**
     * When a trip begins, s since midnight.
     *
     * @param activityStart when the activity before it began
     */
    double departureTime(int trip, double activityStart) {
        double end =
                trips.plan(trip)
                        .activities()
                        .get(trips.legIndex(trip))
                        .endIfStartedAt(activityStart);
        return Math.max(startTime, end);
    }

    /** Whether a trip is made with a vehicle. */
    boolean isDriven(int trip) {
        return trips.leg(trip).route() != null;
    }

    /** Whether a drive ends exactly where it begins: nobody waits for a gap to go nowhere. */
    boolean isOnTheSpot(int trip) {
        return isDriven(trip)
                && trips.leg(trip).route().size() == 1
                && arrivalPosition(trip) == departurePosition(trip);
    }

    /** Where on its first link a drive begins, as a share of the link. */
    double departurePosition(int trip) {
        return placement.departurePosition(trips.plan(trip).activities().get(trips.legIndex(trip)));
    }

    private double arrivalPosition(int trip) {
        return placement.arrivalPosition(
                trips.plan(trip).activities().get(trips.legIndex(trip) + 1));
    }

    /** Schedules this trip or, if it needs no road, the first one after it that does. */
    private void follow(int firstTrip, double departureTime, Schedule schedule) {
        double time = departureTime;
        int end = trips.endTrip(trips.personIndex(firstTrip));
        // what lies behind the end need not keep the run going
        for (int trip = firstTrip; trip < end && time < endTime; trip++) {
            boolean onTheSpot = isOnTheSpot(trip);
            if (isDriven(trip) && !onTheSpot) {
                schedule.add(departure(trip, time));
                return;
            }
            if (trip + 1 < end) {
                double takes = onTheSpot ? 0 : trips.leg(trip).travelTime();
                time = departureTime(trip + 1, time + takes);
            }
        }
    }

    private Departure departure(int trip, double time) {
        Leg leg = trips.leg(trip);
        double from = departurePosition(trip);
        double to = arrivalPosition(trip);
        return new Departure(
                trip,
                fleet.findType(trips.persons().get(trips.personIndex(trip)), leg.mode()),
                time,
                leg.route(),
                from,
                // nobody drives backwards: a goal just behind the start is reached on the spot
                leg.route().size() == 1 ? Math.max(from, to) : to);
    }
}
