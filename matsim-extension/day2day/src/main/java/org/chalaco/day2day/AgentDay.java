package org.chalaco.day2day;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.day2day.routing.ActivityPlacement;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;

/**
 * The day of all persons as the mobsim needs it: the first drive of everyone beforehand, each
 * further one when the drive before it has ended. Teleported legs in between take their expected
 * time. Immutable, so it may be asked at any time and in any order.
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

    /** Schedules this trip or, if it is teleported, the first one after it that is driven. */
    private void follow(int firstTrip, double departureTime, Schedule schedule) {
        double time = departureTime;
        int end = trips.endTrip(trips.personIndex(firstTrip));
        // what lies behind the end need not keep the run going
        for (int trip = firstTrip; trip < end && time < endTime; trip++) {
            if (isDriven(trip)) {
                schedule.add(departure(trip, time));
                return;
            }
            if (trip + 1 < end) {
                time = departureTime(trip + 1, time + trips.leg(trip).travelTime());
            }
        }
    }

    private Departure departure(int trip, double time) {
        Plan plan = trips.plan(trip);
        int k = trips.legIndex(trip);
        Leg leg = plan.legs().get(k);
        Route route = leg.route();
        double from = placement.departurePosition(plan.activities().get(k));
        double to = placement.arrivalPosition(plan.activities().get(k + 1));
        return new Departure(
                trip,
                fleet.findType(trips.persons().get(trips.personIndex(trip)), leg.mode()),
                time,
                route,
                from,
                // nobody drives backwards: a goal just behind the start is reached on the spot
                route.size() == 1 ? Math.max(from, to) : to);
    }
}
