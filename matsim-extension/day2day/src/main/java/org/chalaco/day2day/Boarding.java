package org.chalaco.day2day;

import static java.lang.Math.max;
import static java.lang.Math.min;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.demand.TransitRide;
import org.chalaco.day2day.transit.PassengerRoom;
import org.chalaco.day2day.transit.TransitCall;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.StopService;
import org.chalaco.mobsim.traffic.RouteStop;

/**
 * People get on and off at stops, as in MATSim: who waits gets on the first vehicle of the line
 * that still calls at the goal and has room. Doors take a second to open and one to close; then
 * passengers change one by one, first out, then in, or by different doors at once. Serves one day;
 * not thread-safe.
 */
final class Boarding implements StopService {

    private static final double DOORS = 1;
    private static final double NOTHING = 1e-9;

    /** A vehicle while it runs. */
    private static final class OnRun {
        final List<Integer> aboard = new ArrayList<>(); // trips, in the order they got on
        boolean standing;
        boolean open;
        double nextOff; // when the next passenger can get off, s
        double nextOn;
    }

    private final TripTable trips;
    private final TransitTrips transit;
    private final Map<String, List<Integer>> waiting = new HashMap<>(); // trips, by stop
    private final Map<Integer, OnRun> running = new HashMap<>(); // by trip of the run
    private AgentEventStream stream;

    Boarding(TripTable trips, TransitTrips transit) {
        this.trips = trips;
        this.transit = transit;
    }

    /** Who is told what happens, and tells who comes to a stop. */
    void tell(AgentEventStream newStream) {
        stream = newStream;
    }

    /** Somebody comes to a stop. */
    void await(int trip, double time) {
        TransitRide ride = trips.leg(trip).ride();
        waiting.computeIfAbsent(ride.fromStopId(), id -> new ArrayList<>()).add(trip);
        stream.tell(
                new AgentEvent.WaitingForTransit(
                        time, trips.personIndex(trip), ride.fromStopId(), ride.toStopId()));
    }

    @Override
    public double serve(int vehicleIndex, RouteStop stop, double arrivedAt, double time) {
        stream.happenUntil(time);
        OnRun bus = running.computeIfAbsent(vehicleIndex, v -> new OnRun());
        TransitDrivers.Run run = transit.run(vehicleIndex);
        TransitCall call = run.route().calls().get(stop.stopIndex());
        if (!bus.standing) {
            bus.standing = true;
            tellArrival(vehicleIndex, call, time);
        }
        double seconds = change(vehicleIndex, bus, stop.stopIndex(), time);
        if (seconds == 0 && call.awaitsDeparture()) {
            double planned = run.departure().time() + call.departureOffset();
            // somebody may come meanwhile
            seconds = planned > time + NOTHING ? min(1, planned - time) : 0;
        }
        if (seconds == 0) {
            bus.standing = false;
            tellDeparture(vehicleIndex, call, time);
        }
        return seconds;
    }

    private void tellArrival(int trip, TransitCall call, double time) {
        double delay = delay(trip, call.plannedArrival(), time);
        stream.tell(
                new AgentEvent.VehicleArrivesAtStop(
                        time, trips.personIndex(trip), trip, call.stop().id(), delay));
    }

    private void tellDeparture(int trip, TransitCall call, double time) {
        double delay = delay(trip, call.plannedDeparture(), time);
        stream.tell(
                new AgentEvent.VehicleDepartsAtStop(
                        time, trips.personIndex(trip), trip, call.stop().id(), delay));
    }

    private double delay(int trip, double offset, double time) {
        return time - (transit.run(trip).departure().time() + offset);
    }

    /** Lets people on and off; how long until something can happen again, 0: nobody is left. */
    private double change(int trip, OnRun bus, int call, double time) {
        int off = findAlighting(trip, bus, call);
        int on = findBoarding(trip, bus, call);
        boolean anybody = off >= 0 || on >= 0;
        if (!bus.open) {
            if (!anybody) {
                return 0;
            }
            bus.open = true;
            bus.nextOff = time + DOORS;
            bus.nextOn = time + DOORS;
            return DOORS;
        }
        PassengerRoom room = transit.run(trip).vehicle().room();
        while (off >= 0 && bus.nextOff <= time + NOTHING) {
            bus.nextOff = max(bus.nextOff, time) + room.alightingTime();
            alight(trip, bus, off, time);
            off = findAlighting(trip, bus, call);
        }
        if (room.oneAfterTheOther()) {
            bus.nextOn = max(bus.nextOn, off >= 0 ? bus.nextOff + NOTHING : bus.nextOff);
        }
        on = findBoarding(trip, bus, call);
        while (on >= 0 && bus.nextOn <= time + NOTHING && (off < 0 || !room.oneAfterTheOther())) {
            bus.nextOn = max(bus.nextOn, time) + room.boardingTime();
            board(trip, bus, call, on, time);
            on = findBoarding(trip, bus, call);
        }
        return untilNext(bus, off >= 0, on >= 0, time);
    }

    private static double untilNext(OnRun bus, boolean off, boolean on, double time) {
        if (off || on) {
            double next = off && on ? min(bus.nextOff, bus.nextOn) : off ? bus.nextOff : bus.nextOn;
            return max(next - time, NOTHING * 1e4);
        }
        double changing = max(bus.nextOff, bus.nextOn) - time;
        if (changing > NOTHING) {
            return changing;
        }
        bus.open = false;
        return DOORS;
    }

    /** Place on board of the first who gets off here, or -1. */
    private int findAlighting(int trip, OnRun bus, int call) {
        String stop = transit.run(trip).route().calls().get(call).stop().id();
        for (int k = 0; k < bus.aboard.size(); k++) {
            if (trips.leg(bus.aboard.get(k)).ride().toStopId().equals(stop)) {
                return k;
            }
        }
        return -1;
    }

    /** Place in the queue of the first who gets on here, or -1. */
    private int findBoarding(int trip, OnRun bus, int call) {
        TransitDrivers.Run run = transit.run(trip);
        List<TransitCall> calls = run.route().calls();
        List<Integer> here = waiting.getOrDefault(calls.get(call).stop().id(), List.of());
        if (bus.aboard.size() >= run.vehicle().room().places()) {
            return -1;
        }
        for (int k = 0; k < here.size(); k++) {
            TransitRide ride = trips.leg(here.get(k)).ride();
            boolean calledAt =
                    calls.subList(call + 1, calls.size()).stream()
                            .anyMatch(later -> later.stop().id().equals(ride.toStopId()));
            if (ride.lineId().equals(run.lineId()) && calledAt) {
                return k;
            }
        }
        return -1;
    }

    private void board(int trip, OnRun bus, int call, int place, double time) {
        String stop = transit.run(trip).route().calls().get(call).stop().id();
        int rider = waiting.get(stop).remove(place);
        bus.aboard.add(rider);
        stream.tell(new AgentEvent.PersonEntersVehicle(time, trips.personIndex(rider), trip));
    }

    private void alight(int trip, OnRun bus, int place, double time) {
        int rider = bus.aboard.remove(place);
        stream.tell(new AgentEvent.PersonLeavesVehicle(time, trips.personIndex(rider), trip));
        stream.arrive(rider, time);
    }

    /** A run is over, or was broken off: whoever is still on board gets no further. */
    void over(int trip, double time) {
        OnRun bus = running.remove(trip);
        if (bus != null) {
            for (int rider : bus.aboard) {
                stream.stick(rider, time, RoadNetwork.NONE);
            }
        }
    }
}
