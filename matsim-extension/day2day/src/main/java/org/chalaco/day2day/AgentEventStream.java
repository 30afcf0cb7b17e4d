package org.chalaco.day2day;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.event.TrafficEvent.LinkEnter;
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
    private final Acting acting;
    private final boolean[] roadAhead; // per trip
    private final PriorityQueue<Pending> pending = new PriorityQueue<>();
    private final double[] departureTimes; // per trip; NaN: not begun
    private final double[] arrivalTimes; // per trip; NaN: not ended
    private final boolean[] stuck; // per person
    private int onTheSpot; // drives that the mobsim knows nothing of
    private int roadBound; // how many of those pending have still to use the road

    AgentEventStream(TripTable trips, AgentDay day, DayEventSink sink) {
        this(trips, day, sink, Acting.PLANNED);
    }

    /** A stream that asks somebody to act when people's times come. */
    AgentEventStream(TripTable trips, AgentDay day, DayEventSink sink, Acting acting) {
        this.trips = trips;
        this.day = day;
        this.sink = sink;
        this.acting = acting;
        roadAhead = day.roadAhead();
        departureTimes = new double[trips.tripCount()];
        arrivalTimes = new double[trips.tripCount()];
        Arrays.fill(departureTimes, Double.NaN);
        Arrays.fill(arrivalTimes, Double.NaN);
        stuck = new boolean[trips.persons().size()];
        for (int person = 0; person < stuck.length; person++) {
            int first = trips.firstTrip(person);
            if (first < trips.endTrip(person)) {
                add(new Pending(day.departureTime(first, 0), first, false));
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
            acting.ended(trip, leaves.linkIndex(), event.time());
        } else if (event instanceof VehicleStuck vehicle) {
            stick(vehicle.vehicleIndex(), event.time(), vehicle.linkIndex());
            acting.removed(vehicle.vehicleIndex(), event.time());
        } else if (event instanceof LinkEnter enter) {
            acting.crossed(enter.vehicleIndex());
        }
    }

    /** Passes on what somebody who acts has to tell. */
    void tell(AgentEvent event) {
        sink.accept(event);
    }

    /** Whether anybody who waits for a time to come will use the road after it. */
    boolean needsRoad() {
        return roadBound > 0;
    }

    private void add(Pending next) {
        pending.add(next);
        roadBound += isRoadBound(next) ? 1 : 0;
    }

    private boolean isRoadBound(Pending next) {
        return roadAhead[next.trip()] && next.time() < day.endTime();
    }

    /** Ends the day: whoever is on the way is stuck, whoever is not goes on as planned. */
    void finish(double endTime) {
        // a run takes no departures at its very end
        happenUntil(Math.nextDown(endTime));
        for (int person = 0; person < stuck.length; person++) {
            for (int trip = trips.firstTrip(person); trip < trips.endTrip(person); trip++) {
                if (Double.isNaN(arrivalTimes[trip]) && !Double.isNaN(departureTimes[trip])) {
                    boolean atStop = day.isRide(trip);
                    stick(trip, endTime, atStop ? linkBefore(trip) : RoadNetwork.NONE);
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

    /** How the day went for all persons; call after {@link #finish}. */
    ExperiencedTrips experienced() {
        return experienced(trips);
    }

    /**
     * How the day went for some of them; call after {@link #finish}.
     *
     * @param travellers the first persons and their trips
     */
    ExperiencedTrips experienced(TripTable travellers) {
        return new ExperiencedTrips(
                travellers,
                Arrays.copyOf(departureTimes, travellers.tripCount()),
                Arrays.copyOf(arrivalTimes, travellers.tripCount()),
                Arrays.copyOf(stuck, travellers.persons().size()));
    }

    private int linkBefore(int trip) {
        return trips.plan(trip).activities().get(trips.legIndex(trip)).linkIndex();
    }

    /** Lets happen what was to happen until this time, s since midnight. */
    void happenUntil(double time) {
        while (!pending.isEmpty() && pending.peek().time() <= time) {
            Pending next = pending.poll();
            roadBound -= isRoadBound(next) ? 1 : 0;
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
        if (day.isRun(trip)) {
            tellStart(trip, time);
        } else {
            sink.accept(
                    new AgentEvent.ActivityEnd(
                            time, person, activity.linkIndex(), activity.type()));
        }
        sink.accept(
                new AgentEvent.PersonDeparture(time, person, activity.linkIndex(), leg.mode(), k));
        if (day.isRide(trip)) {
            acting.ride(trip, time);
        } else if (!day.isDriven(trip)) {
            add(new Pending(time + leg.travelTime(), trip, true));
        } else if (acting.depart(trip, time)) {
            getIn(trip, time);
        }
    }

    private void tellStart(int trip, double time) {
        TransitDrivers.Run run = day.run(trip);
        sink.accept(
                new AgentEvent.TransitDriverStarts(
                        time,
                        trips.personIndex(trip),
                        trip,
                        run.lineId(),
                        run.routeId(),
                        run.departureId()));
    }

    /** The driver of a trip gets into the vehicle. */
    void getIn(int trip, double time) {
        sink.accept(new AgentEvent.PersonEntersVehicle(time, trips.personIndex(trip), trip));
        if (day.isOnTheSpot(trip)) {
            standStill(trip, time);
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
        acting.ended(trip, link, time);
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

    /** The person of a trip is where the trip was to lead. */
    void arrive(int trip, double time) {
        int person = trips.personIndex(trip);
        int k = trips.legIndex(trip);
        Activity activity = trips.plan(trip).activities().get(k + 1);
        arrivalTimes[trip] = time;
        sink.accept(
                new AgentEvent.PersonArrival(
                        time, person, activity.linkIndex(), trips.leg(trip).mode(), k));
        if (!day.isRun(trip)) {
            sink.accept(
                    new AgentEvent.ActivityStart(
                            time, person, activity.linkIndex(), activity.type()));
        }
        if (trip + 1 < trips.endTrip(person)) {
            add(new Pending(day.departureTime(trip + 1, time), trip + 1, false));
        }
    }

    /** The person of a trip gets no further. */
    void stick(int trip, double time, int link) {
        int person = trips.personIndex(trip);
        if (!stuck[person]) {
            stuck[person] = true;
            sink.accept(new AgentEvent.PersonStuck(time, person, link, trips.leg(trip).mode()));
        }
    }
}
