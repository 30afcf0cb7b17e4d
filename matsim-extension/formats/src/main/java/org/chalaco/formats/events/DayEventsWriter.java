package org.chalaco.formats.events;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.chalaco.day2day.AgentEvent;
import org.chalaco.day2day.DayEventSink;
import org.chalaco.day2day.TripTable;
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
 * Writes the events of one day of the day-to-day loop as MATSim does (v1), those of vehicles and
 * those of persons. Lane changes are left out.
 *
 * <p>Nothing is there before {@link #commit}. Not thread-safe.
 */
public final class DayEventsWriter implements DayEventSink, AutoCloseable {

    private final EventLines out;
    private final TripTable trips;
    private final RoadNetwork network;
    private final List<SignalSystem> signals;
    private final byte[][] links;
    private final byte[][] persons;
    private final byte[][] vehicles;
    private final Map<String, byte[]> words = new HashMap<>();

    private DayEventsWriter(
            Path file,
            RoadNetwork network,
            List<SignalSystem> signals,
            TripTable trips,
            IntFunction<String> vehicleId) {
        this.out = new EventLines(file);
        this.network = network;
        this.signals = List.copyOf(signals);
        this.trips = trips;
        links = new byte[network.linkCount()][];
        for (int l = 0; l < links.length; l++) {
            links[l] = EventLines.escape(network.link(l).id());
        }
        persons = new byte[trips.persons().size()][];
        for (int p = 0; p < persons.length; p++) {
            persons[p] = EventLines.escape(trips.persons().get(p).id());
        }
        vehicles = new byte[trips.tripCount()][];
        for (int v = 0; v < vehicles.length; v++) {
            vehicles[v] = EventLines.escape(vehicleId.apply(v));
        }
    }

    /**
     * Starts a file.
     *
     * @param file gzipped if it ends in {@code .gz}
     * @param network of the run
     * @param signals of the run, in its order; an empty list leaves signal changes out
     * @param trips of the day: who is meant by the indexes in events
     * @param vehicleId file id of the vehicle of each trip
     */
    public static DayEventsWriter create(
            Path file,
            RoadNetwork network,
            List<SignalSystem> signals,
            TripTable trips,
            IntFunction<String> vehicleId) {
        return new DayEventsWriter(file, network, signals, trips, vehicleId);
    }

    // ---------------------------------------------------------------- the road

    @Override
    public void accept(TrafficEvent event) {
        if (event instanceof LinkLeave e) {
            writeCrossing(EventVocabulary.LEFT_LINK, e.time(), e.vehicleIndex(), e.linkIndex());
        } else if (event instanceof LinkEnter e) {
            writeCrossing(EventVocabulary.ENTERED_LINK, e.time(), e.vehicleIndex(), e.linkIndex());
        } else if (event instanceof VehicleEntersTraffic e) {
            writeTraffic(EventVocabulary.ENTERS_TRAFFIC, e, e.linkIndex(), e.relativePosition());
        } else if (event instanceof VehicleLeavesTraffic e) {
            writeTraffic(EventVocabulary.LEAVES_TRAFFIC, e, e.linkIndex(), e.relativePosition());
        } else if (event instanceof VehicleStuck e) {
            writeCrossing(
                    EventVocabulary.VEHICLE_ABORTS, e.time(), e.vehicleIndex(), e.linkIndex());
        } else if (event instanceof SignalChange e && !signals.isEmpty()) {
            writeSignal(e);
        }
    }

    private void writeCrossing(byte[] type, double time, int vehicle, int link) {
        out.begin(time)
                .put(type)
                .put(links[link])
                .put(EventVocabulary.VEHICLE)
                .put(vehicles[vehicle])
                .end();
    }

    private void writeTraffic(byte[] type, TrafficEvent event, int link, double position) {
        int vehicle =
                event instanceof VehicleEntersTraffic enters
                        ? enters.vehicleIndex()
                        : ((VehicleLeavesTraffic) event).vehicleIndex();
        out.begin(event.time())
                .put(type)
                .put(persons[trips.personIndex(vehicle)])
                .put(EventVocabulary.LINK)
                .put(links[link])
                .put(EventVocabulary.VEHICLE)
                .put(vehicles[vehicle])
                .put(EventVocabulary.NETWORK_MODE)
                .put(word(trips.leg(vehicle).mode()))
                .put(EventVocabulary.POSITION)
                .put(Math.rint(position * 1e6) / 1e6)
                .end();
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

    @Override
    public void accept(AgentEvent event) {
        byte[] person = persons[event.personIndex()];
        if (event instanceof AgentEvent.ActivityEnd e) {
            writeActivity(EventVocabulary.ACTIVITY_END, e, e.linkIndex(), e.activityType());
        } else if (event instanceof AgentEvent.ActivityStart e) {
            writeActivity(EventVocabulary.ACTIVITY_START, e, e.linkIndex(), e.activityType());
        } else if (event instanceof AgentEvent.PersonDeparture e) {
            begin(EventVocabulary.DEPARTURE, e, e.linkIndex());
            out.put(EventVocabulary.LEG_MODE)
                    .put(word(e.mode()))
                    .put(EventVocabulary.ROUTING_MODE)
                    .put(word(e.mode()))
                    .end();
        } else if (event instanceof AgentEvent.PersonArrival e) {
            writeLegEnd(EventVocabulary.ARRIVAL, e, e.linkIndex(), e.mode());
        } else if (event instanceof AgentEvent.PersonStuck e) {
            writeLegEnd(EventVocabulary.STUCK, e, e.linkIndex(), e.mode());
        } else if (event instanceof AgentEvent.PersonEntersVehicle e) {
            writeInVehicle(EventVocabulary.PERSON_ENTERS_VEHICLE, e, e.vehicleIndex());
        } else if (event instanceof AgentEvent.PersonLeavesVehicle e) {
            writeInVehicle(EventVocabulary.PERSON_LEAVES_VEHICLE, e, e.vehicleIndex());
        } else if (event instanceof AgentEvent.Travelled e) {
            out.begin(e.time())
                    .put(EventVocabulary.TRAVELLED)
                    .put(person)
                    .put(EventVocabulary.DISTANCE)
                    .put(e.distance())
                    .put(EventVocabulary.MODE)
                    .put(word(e.mode()))
                    .end();
        }
    }

    private void writeActivity(byte[] type, AgentEvent event, int link, String activityType) {
        begin(type, event, link);
        out.put(EventVocabulary.ACTIVITY_TYPE).put(word(activityType)).end();
    }

    private void writeLegEnd(byte[] type, AgentEvent event, int link, String mode) {
        begin(type, event, link);
        out.put(EventVocabulary.LEG_MODE).put(word(mode)).end();
    }

    private void writeInVehicle(byte[] type, AgentEvent event, int vehicle) {
        out.begin(event.time())
                .put(type)
                .put(persons[event.personIndex()])
                .put(EventVocabulary.VEHICLE)
                .put(vehicles[vehicle])
                .end();
    }

    private void begin(byte[] type, AgentEvent event, int link) {
        out.begin(event.time()).put(type).put(persons[event.personIndex()]);
        if (link != RoadNetwork.NONE && link < network.linkCount()) {
            out.put(EventVocabulary.LINK).put(links[link]);
        }
    }

    private byte[] word(String text) {
        return words.computeIfAbsent(text, EventLines::escape);
    }

    /** Puts the file in its place. */
    public void commit() {
        out.commit();
    }

    /** Drops the file unless it was committed. */
    @Override
    public void close() {
        out.close();
    }
}
