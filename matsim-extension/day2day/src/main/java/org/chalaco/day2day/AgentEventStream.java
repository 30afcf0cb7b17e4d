package org.chalaco.day2day;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.event.TrafficEvent.VehicleEntersTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleLeavesTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleStuck;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.RunResult;

/**
 * Weaves the events of persons into those of the road and notes when every trip really began and
 * ended. Not thread-safe; one instance serves one run.
 */
final class AgentEventStream implements EventSink {

    /**
     * Something that will happen at a known time.
     *
     * @param arrival true: a teleported trip ends; false: a trip begins
     */
    private record Pending(double time, int trip, boolean arrival) implements Comparable<Pending> {
        @Override
        public int compareTo(Pending other) {
            int byTime = Double.compare(time, other.time);
            if (byTime != 0) {
                return byTime;
            }
            int byTrip = Integer.compare(trip, other.trip);
            return byTrip != 0 ? byTrip : Boolean.compare(arrival, other.arrival);
        }
    }

    private final TripTable trips;
    private final AgentDay day;
    private final DayEventSink sink;
    private final PriorityQueue<Pending> pending = new PriorityQueue<>();
    private final double[] departureTimes; // per trip; NaN: not begun
    private final double[] arrivalTimes; // per trip; NaN: not ended
    private final boolean[] stuck; // per person
    private int onTheSpot; // drives that the mobsim knows nothing of

    AgentEventStream(TripTable trips, AgentDay day, DayEventSink sink) {
        this.trips = trips;
        this.day = day;
        this.sink = sink;
        departureTimes = new double[trips.tripCount()];
        arrivalTimes = new double[trips.tripCount()];
        Arrays.fill(departureTimes, Double.NaN);
        Arrays.fill(arrivalTimes, Double.NaN);
        stuck = new boolean[trips.persons().size()];
        for (int person = 0; person < stuck.length; person++) {
            int first = trips.firstTrip(person);
            if (first < trips.endTrip(person)) {
                pending.add(new Pending(day.departureTime(first, 0), first, false));
            }
        }
    }

    @Override
    public void accept(TrafficEvent event) {
        happenUntil(event.time());
        sink.accept(event);
        if (event instanceof VehicleLeavesTraffic leaves) {
            int trip = leaves.vehicleIndex();
            sink.accept(
                    new AgentEvent.PersonLeavesVehicle(
                            event.time(), trips.personIndex(trip), trip));
            arrive(trip, event.time());
        } else if (event instanceof VehicleStuck vehicle) {
            stick(vehicle.vehicleIndex(), event.time(), vehicle.linkIndex());
        }
    }

    /** Ends the day: whoever is on the way is stuck, whoever is not goes on as planned. */
    void finish(double endTime) {
        // a run takes no departures at its very end
        happenUntil(Math.nextDown(endTime));
        for (int person = 0; person < stuck.length; person++) {
            for (int trip = trips.firstTrip(person); trip < trips.endTrip(person); trip++) {
                if (Double.isNaN(arrivalTimes[trip]) && !Double.isNaN(departureTimes[trip])) {
                    stick(trip, endTime, RoadNetwork.NONE);
                }
            }
            if (!stuck[person]) {
                assumePlanned(person);
            }
        }
    }

    /** The rest of the day, which lies behind the end of the run, takes what was expected. */
    private void assumePlanned(int person) {
        double now = 0;
        for (int trip = trips.firstTrip(person); trip < trips.endTrip(person); trip++) {
            if (Double.isNaN(departureTimes[trip])) {
                departureTimes[trip] = day.departureTime(trip, now);
            }
            if (Double.isNaN(arrivalTimes[trip])) {
                arrivalTimes[trip] = departureTimes[trip] + trips.leg(trip).travelTime();
            }
            now = arrivalTimes[trip];
        }
    }

    /** How the day went; call after {@link #finish}. */
    ExperiencedTrips experienced() {
        return new ExperiencedTrips(trips, departureTimes, arrivalTimes, stuck);
    }

    private void happenUntil(double time) {
        while (!pending.isEmpty() && pending.peek().time() <= time) {
            Pending next = pending.poll();
            if (next.arrival()) {
                Leg leg = trips.leg(next.trip());
                sink.accept(
                        new AgentEvent.Travelled(
                                next.time(),
                                trips.personIndex(next.trip()),
                                leg.distance(),
                                leg.mode()));
                arrive(next.trip(), next.time());
            } else {
                depart(next.trip(), next.time());
            }
        }
    }

    private void depart(int trip, double time) {
        int person = trips.personIndex(trip);
        int k = trips.legIndex(trip);
        Activity activity = trips.plan(trip).activities().get(k);
        Leg leg = trips.leg(trip);
        departureTimes[trip] = time;
        sink.accept(
                new AgentEvent.ActivityEnd(time, person, activity.linkIndex(), activity.type()));
        sink.accept(
                new AgentEvent.PersonDeparture(time, person, activity.linkIndex(), leg.mode(), k));
        if (day.isDriven(trip)) {
            sink.accept(new AgentEvent.PersonEntersVehicle(time, person, trip));
            if (day.isOnTheSpot(trip)) {
                standStill(trip, time);
            }
        } else {
            pending.add(new Pending(time + leg.travelTime(), trip, true));
        }
    }

    /** A drive that ends where it begins, of which the mobsim knows nothing. */
    private void standStill(int trip, double time) {
        int link = trips.leg(trip).route().firstLink();
        double position = day.departurePosition(trip);
        sink.accept(new VehicleEntersTraffic(time, trip, link, position));
        sink.accept(new VehicleLeavesTraffic(time, trip, link, position, 0));
        sink.accept(new AgentEvent.PersonLeavesVehicle(time, trips.personIndex(trip), trip));
        onTheSpot++;
        arrive(trip, time);
    }

    /** The numbers of the mobsim, and drives that ended where they began. */
    RunResult withOnTheSpot(RunResult run) {
        return new RunResult(
                run.departures() + onTheSpot,
                run.entered() + onTheSpot,
                run.arrived() + onTheSpot,
                run.onRoadAtEnd(),
                run.waitingOutsideAtEnd(),
                run.removedAsHopeless(),
                run.waitingOutsideSeconds(),
                run.wrongLaneTurns(),
                run.redLightsRun(),
                run.laneChanges(),
                run.vehicleUpdates(),
                run.peakVehiclesOnRoad(),
                run.steps(),
                run.endTime(),
                run.seed());
    }

    private void arrive(int trip, double time) {
        int person = trips.personIndex(trip);
        int k = trips.legIndex(trip);
        Activity activity = trips.plan(trip).activities().get(k + 1);
        arrivalTimes[trip] = time;
        sink.accept(
                new AgentEvent.PersonArrival(
                        time, person, activity.linkIndex(), trips.leg(trip).mode(), k));
        sink.accept(
                new AgentEvent.ActivityStart(time, person, activity.linkIndex(), activity.type()));
        if (trip + 1 < trips.endTrip(person)) {
            pending.add(new Pending(day.departureTime(trip + 1, time), trip + 1, false));
        }
    }

    private void stick(int trip, double time, int link) {
        int person = trips.personIndex(trip);
        if (!stuck[person]) {
            stuck[person] = true;
            sink.accept(new AgentEvent.PersonStuck(time, person, link, trips.leg(trip).mode()));
        }
    }
}
