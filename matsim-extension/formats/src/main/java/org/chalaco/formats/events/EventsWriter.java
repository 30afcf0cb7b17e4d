package org.chalaco.formats.events;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.event.TrafficEvent.LinkEnter;
import org.chalaco.mobsim.event.TrafficEvent.LinkLeave;
import org.chalaco.mobsim.event.TrafficEvent.SignalChange;
import org.chalaco.mobsim.event.TrafficEvent.VehicleEntersTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleLeavesTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleStuck;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * Writes the events of a run as MATSim does (v1): to each vehicle's movement it adds who drives,
 * the activities that end and start, and trips outside the traffic.
 *
 * <p>A trip by car is actend, departure and PersonEntersVehicle when the driver wants to leave;
 * vehicle enters traffic when there is room; left link and entered link at every crossing; vehicle
 * leaves traffic, PersonLeavesVehicle, arrival and actstart at the end. Who is still on the way
 * when the run ends gets vehicle aborts and stuckAndAbort. Lane changes are left out.
 *
 * <p>Give it to the simulation as a sink, then call {@link #commit}. Cost: some 0.5 µs an event;
 * memory: the ids of links, persons and vehicles, escaped once. Not thread-safe.
 */
public final class EventsWriter implements EventSink, AutoCloseable {

    private static final byte WAITING = 1;
    private static final byte DRIVING = 2;
    private static final byte GONE = 3;

    private final EventLines out;
    private final List<DrivenTrip> trips;
    private final List<TeleportedTrip> teleported;
    private final List<SignalSystem> signals;
    private final PlannedMoments planned;
    private final byte[][] links;
    private final byte[][] persons;
    private final byte[][] vehicles;
    private final byte[] states;
    private final int[] lastLinks;
    private final Map<String, byte[]> words = new HashMap<>();

    private EventsWriter(
            Path file,
            RoadNetwork network,
            List<SignalSystem> signals,
            List<DrivenTrip> trips,
            List<TeleportedTrip> teleported) {
        this.out = new EventLines(file);
        this.signals = List.copyOf(signals);
        this.trips = List.copyOf(trips);
        this.teleported = List.copyOf(teleported);
        this.planned = PlannedMoments.of(this.trips, this.teleported);
        links = new byte[network.linkCount()][];
        for (int l = 0; l < links.length; l++) {
            links[l] = EventLines.escape(network.link(l).id());
        }
        persons = new byte[trips.size()][];
        vehicles = new byte[trips.size()][];
        states = new byte[trips.size()];
        lastLinks = new int[trips.size()];
        for (int v = 0; v < persons.length; v++) {
            DrivenTrip trip = trips.get(v);
            persons[v] = word(trip.personId());
            vehicles[v] =
                    trip.vehicleId().equals(trip.personId())
                            ? persons[v]
                            : EventLines.escape(trip.vehicleId());
            lastLinks[v] = trip.departureLink();
        }
    }

    /**
     * Starts a file; nothing is there before {@link #commit}.
     *
     * @param file gzipped if it ends in {@code .gz}
     * @param network of the run
     * @param signals of the run, in its order; an empty list leaves signal changes out
     * @param trips one per vehicle, by vehicle index
     * @param teleported trips outside the traffic, in any order
     */
    public static EventsWriter create(
            Path file,
            RoadNetwork network,
            List<SignalSystem> signals,
            List<DrivenTrip> trips,
            List<TeleportedTrip> teleported) {
        return new EventsWriter(file, network, signals, trips, teleported);
    }

    @Override
    public void accept(TrafficEvent event) {
        planned.forEachUntil(event.time(), this::writePlanned);
        if (event instanceof LinkLeave e) {
            writeCrossing(EventVocabulary.LEFT_LINK, e.time(), e.vehicleIndex(), e.linkIndex());
        } else if (event instanceof LinkEnter e) {
            lastLinks[e.vehicleIndex()] = e.linkIndex();
            writeCrossing(EventVocabulary.ENTERED_LINK, e.time(), e.vehicleIndex(), e.linkIndex());
        } else if (event instanceof VehicleEntersTraffic e) {
            states[e.vehicleIndex()] = DRIVING;
            lastLinks[e.vehicleIndex()] = e.linkIndex();
            writeTraffic(
                    EventVocabulary.ENTERS_TRAFFIC,
                    e.time(),
                    e.vehicleIndex(),
                    e.linkIndex(),
                    e.relativePosition());
        } else if (event instanceof VehicleLeavesTraffic e) {
            writeArrival(e);
        } else if (event instanceof VehicleStuck e) {
            writeStuck(e.time(), e.vehicleIndex(), e.linkIndex());
        } else if (event instanceof SignalChange e && !signals.isEmpty()) {
            writeSignal(e);
        }
    }

    // ---------------------------------------------------------------- traffic

    private void writeCrossing(byte[] type, double time, int vehicle, int link) {
        out.begin(time)
                .put(type)
                .put(links[link])
                .put(EventVocabulary.VEHICLE)
                .put(vehicles[vehicle])
                .end();
    }

    private void writeTraffic(byte[] type, double time, int vehicle, int link, double position) {
        out.begin(time)
                .put(type)
                .put(persons[vehicle])
                .put(EventVocabulary.LINK)
                .put(links[link])
                .put(EventVocabulary.VEHICLE)
                .put(vehicles[vehicle])
                .put(EventVocabulary.NETWORK_MODE)
                .put(word(trips.get(vehicle).mode()))
                .put(EventVocabulary.POSITION)
                .put(Math.rint(position * 1e6) / 1e6)
                .end();
    }

    private void writeArrival(VehicleLeavesTraffic e) {
        int v = e.vehicleIndex();
        DrivenTrip trip = trips.get(v);
        states[v] = GONE;
        writeTraffic(
                EventVocabulary.LEAVES_TRAFFIC, e.time(), v, e.linkIndex(), e.relativePosition());
        writeInVehicle(EventVocabulary.PERSON_LEAVES_VEHICLE, e.time(), v);
        writeLegEnd(
                EventVocabulary.ARRIVAL, e.time(), persons[v], links[e.linkIndex()], trip.mode());
        writeActivity(
                EventVocabulary.ACTIVITY_START,
                e.time(),
                persons[v],
                trip.destination(),
                links[e.linkIndex()]);
    }

    private void writeInVehicle(byte[] type, double time, int vehicle) {
        out.begin(time)
                .put(type)
                .put(persons[vehicle])
                .put(EventVocabulary.VEHICLE)
                .put(vehicles[vehicle])
                .end();
    }

    private void writeStuck(double time, int vehicle, int link) {
        states[vehicle] = GONE;
        writeCrossing(EventVocabulary.VEHICLE_ABORTS, time, vehicle, link);
        writeLegEnd(
                EventVocabulary.STUCK,
                time,
                persons[vehicle],
                links[link],
                trips.get(vehicle).mode());
    }

    private void writeSignal(SignalChange e) {
        SignalSystem system = signals.get(e.systemIndex());
        out.begin(e.time())
                .put(EventVocabulary.SIGNAL_STATE)
                .put(word(system.id()))
                .put(EventVocabulary.SIGNAL_GROUP)
                .put(word(system.groups().get(e.groupIndex()).id()))
                .put(EventVocabulary.STATE)
                .put(word(stateOf(e.aspect())))
                .end();
    }

    private static String stateOf(Aspect aspect) {
        return switch (aspect) {
            case GREEN -> "GREEN";
            case AMBER -> "YELLOW";
            case RED -> "RED";
            case RED_AMBER -> "REDYELLOW";
            case FLASHING_AMBER, OFF -> "OFF";
        };
    }

    // ---------------------------------------------------------------- persons

    private void writePlanned(PlannedMoments.Kind kind, double time, int index) {
        switch (kind) {
            case TELEPORTED_ARRIVAL -> writeTeleportedArrival(time, teleported.get(index));
            case TELEPORTED_DEPARTURE -> {
                TeleportedTrip trip = teleported.get(index);
                writeDeparture(
                        time,
                        word(trip.personId()),
                        trip.origin(),
                        linkOf(trip.origin()),
                        trip.mode());
            }
            case DRIVEN_DEPARTURE -> {
                DrivenTrip trip = trips.get(index);
                states[index] = WAITING;
                writeDeparture(
                        time,
                        persons[index],
                        trip.origin(),
                        links[trip.departureLink()],
                        trip.mode());
                writeInVehicle(EventVocabulary.PERSON_ENTERS_VEHICLE, time, index);
            }
        }
    }

    private void writeDeparture(
            double time, byte[] person, Activity origin, byte[] link, String mode) {
        writeActivity(EventVocabulary.ACTIVITY_END, time, person, origin, link);
        out.begin(time).put(EventVocabulary.DEPARTURE).put(person);
        writeLink(link);
        out.put(EventVocabulary.LEG_MODE)
                .put(word(mode))
                .put(EventVocabulary.ROUTING_MODE)
                .put(word(mode))
                .end();
    }

    private void writeTeleportedArrival(double time, TeleportedTrip trip) {
        byte[] person = word(trip.personId());
        byte[] link = linkOf(trip.destination());
        out.begin(time)
                .put(EventVocabulary.TRAVELLED)
                .put(person)
                .put(EventVocabulary.DISTANCE)
                .put(trip.distance())
                .put(EventVocabulary.MODE)
                .put(word(trip.mode()))
                .end();
        writeLegEnd(EventVocabulary.ARRIVAL, time, person, link, trip.mode());
        writeActivity(EventVocabulary.ACTIVITY_START, time, person, trip.destination(), link);
    }

    private void writeLegEnd(byte[] type, double time, byte[] person, byte[] link, String mode) {
        out.begin(time).put(type).put(person);
        writeLink(link);
        out.put(EventVocabulary.LEG_MODE).put(word(mode)).end();
    }

    private void writeActivity(
            byte[] type, double time, byte[] person, Activity activity, byte[] link) {
        if (activity == null) {
            return;
        }
        out.begin(time).put(type).put(person);
        writeLink(link);
        if (!Double.isNaN(activity.x())) {
            out.put(EventVocabulary.X).put(activity.x());
            out.put(EventVocabulary.Y).put(activity.y());
        }
        out.put(EventVocabulary.ACTIVITY_TYPE).put(word(activity.type())).end();
    }

    private void writeLink(byte[] link) {
        if (link != null) {
            out.put(EventVocabulary.LINK).put(link);
        }
    }

    private byte[] linkOf(Activity activity) {
        return activity == null || activity.linkIndex() == RoadNetwork.NONE
                ? null
                : links[activity.linkIndex()];
    }

    private byte[] word(String text) {
        return words.computeIfAbsent(text, EventLines::escape);
    }

    // ---------------------------------------------------------------- the end

    /**
     * Tells what was planned until the end, who never arrived, and puts the file in its place.
     *
     * @param endTime end of the run, s since midnight
     */
    public void commit(double endTime) {
        planned.forEachUntil(endTime, this::writePlanned);
        for (int v = 0; v < states.length; v++) {
            if (states[v] == WAITING || states[v] == DRIVING) {
                writeStuck(endTime, v, lastLinks[v]);
            }
        }
        out.commit();
    }

    /** Drops the file unless it was committed. */
    @Override
    public void close() {
        out.close();
    }
}
