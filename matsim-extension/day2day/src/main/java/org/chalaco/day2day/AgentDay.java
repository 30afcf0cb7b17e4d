package org.chalaco.day2day;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.routing.ActivityPlacement;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;

/**
 * The day of all persons as the mobsim needs it: the first drive of everyone beforehand, each
 * further one when the drive before it has ended. Teleported legs in between take their expected
 * time, drives that end where they begin take none. It may be asked at any time and in any order.
 */
final class AgentDay implements DepartureSource {

    private final TripTable trips;
    private final Fleet fleet;
    private final ActivityPlacement placement;
    private final double startTime;
    private final double endTime;
    private TransitTrips transit;
    private WrongRouteGuide wrongRoutes;

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

    /** The same day with public transport. */
    AgentDay with(TransitTrips newTransit) {
        transit = newTransit;
        return this;
    }

    /** The same day with routes that cannot be driven to their ends. */
    AgentDay with(WrongRouteGuide guide) {
        wrongRoutes = guide;
        return this;
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

    /** When the day ends at the latest, s since midnight. */
    double endTime() {
        return endTime;
    }

    /** Whether a trip is made with a vehicle. */
    boolean isDriven(int trip) {
        return trips.leg(trip).route() != null;
    }

    /** Whether somebody rides along in public transport. */
    boolean isRide(int trip) {
        return transit != null && transit.isRide(trip);
    }

    /** Whether a trip is a run of public transport. */
    boolean isRun(int trip) {
        return transit != null && transit.isRun(trip);
    }

    /** The run that a trip is. */
    TransitDrivers.Run run(int trip) {
        return transit.run(trip);
    }

    /**
     * Per trip, whether it or one that the person makes after it needs the road.
     *
     * @return a new array
     */
    boolean[] roadAhead() {
        boolean[] ahead = new boolean[trips.tripCount()];
        for (int trip = ahead.length - 1; trip >= 0; trip--) {
            boolean last = trip + 1 == trips.endTrip(trips.personIndex(trip));
            ahead[trip] = isDriven(trip) || isRide(trip) || !last && ahead[trip + 1];
        }
        return ahead;
    }

    /** Whether a drive ends exactly where it begins: nobody waits for a gap to go nowhere. */
    boolean isOnTheSpot(int trip) {
        return isDriven(trip)
                && !isRun(trip)
                && !isWrong(trip)
                && trips.leg(trip).route().size() == 1
                && arrivalPosition(trip) == departurePosition(trip);
    }

    /** Where on its first link a drive begins, as a share of the link. */
    double departurePosition(int trip) {
        if (isRun(trip)) {
            return transit.departurePosition(trip);
        }
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
                // the expected time of a ride need not be known
                time = departureTime(trip + 1, time + (Double.isNaN(takes) ? 0 : takes));
            }
        }
    }

    /** The departure of a driven trip. */
    Departure departure(int trip, double time) {
        if (isRun(trip)) {
            Route links = trips.leg(trip).route();
            return new Departure(
                    trip, type(trip), time, links, departurePosition(trip), 1, transit.stops(trip));
        }
        double from = departurePosition(trip);
        if (isWrong(trip)) {
            return new Departure(trip, type(trip), time, wrongRoutes.drivable(trip), from, 1);
        }
        Leg leg = trips.leg(trip);
        double to = arrivalPosition(trip);
        return new Departure(
                trip,
                type(trip),
                time,
                leg.route(),
                from,
                // nobody drives backwards: a goal just behind the start is reached on the spot
                leg.route().size() == 1 ? Math.max(from, to) : to);
    }

    private boolean isWrong(int trip) {
        return wrongRoutes != null && wrongRoutes.drivable(trip) != null;
    }

    private int type(int trip) {
        return fleet.findType(trips.persons().get(trips.personIndex(trip)), trips.leg(trip).mode());
    }
}
