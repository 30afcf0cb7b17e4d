package org.chalaco.formats.events;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.AgentEvent;
import org.chalaco.day2day.AgentEvent.ActivityEnd;
import org.chalaco.day2day.AgentEvent.ActivityStart;
import org.chalaco.day2day.AgentEvent.PersonArrival;
import org.chalaco.day2day.AgentEvent.PersonDeparture;
import org.chalaco.day2day.AgentEvent.PersonEntersVehicle;
import org.chalaco.day2day.AgentEvent.PersonLeavesVehicle;
import org.chalaco.day2day.AgentEvent.PersonStuck;
import org.chalaco.day2day.AgentEvent.TransitDriverStarts;
import org.chalaco.day2day.AgentEvent.Travelled;
import org.chalaco.day2day.AgentEvent.VehicleArrivesAtStop;
import org.chalaco.day2day.AgentEvent.VehicleDepartsAtStop;
import org.chalaco.day2day.AgentEvent.WaitingForTransit;
import org.chalaco.day2day.DayEventSink;
import org.chalaco.day2day.Fleet;
import org.chalaco.day2day.TripTable;
import org.chalaco.day2day.demand.Activity;
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
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Writes the events of a day as MATSim does (v1), in the order they come.
 *
 * <p>A vehicle is called like its person if the mode is car, else {@code person_mode}, or as the
 * fleet calls it. Lane changes are left out, and signal changes unless the signals are given.
 *
 * <p>Give it to the loop as the sink of a day, then call {@link #commit}. Cost: some 0.3 µs an
 * event and its compression; memory: the ids of links, persons and vehicles, escaped once. Not
 * thread-safe.
 */
public final class EventsWriter implements DayEventSink, AutoCloseable {

    private final EventLines out;
    private final TripTable trips;
    private final Fleet fleet;
    private final List<SignalSystem> signals;
    private final byte[][] links;
    private final byte[][] persons;
    private final byte[][] vehicles; // by trip; null until it is driven
    private final byte[][] modes; // by trip
    private final int[] activities; // by person: which one is going on
    private final Map<String, byte[]> words = new HashMap<>();

    private EventsWriter(
            Path file,
            RoadNetwork network,
            List<SignalSystem> signals,
            TripTable trips,
            Fleet fleet) {
        this.out = new EventLines(file);
        this.fleet = fleet;
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
        modes = new byte[trips.tripCount()][];
        for (int trip = 0; trip < modes.length; trip++) {
            modes[trip] = word(trips.leg(trip).mode());
        }
        activities = new int[persons.length];
    }

    /**
     * Starts a file; nothing is there before {@link #commit}.
     *
     * @param file gzipped if it ends in {@code .gz}
     * @param network of the run
     * @param signals of the run, in its order; an empty list leaves signal changes out
     * @param trips of the day, whose indexes the events use
     */
    public static EventsWriter create(
            Path file, RoadNetwork network, List<SignalSystem> signals, TripTable trips) {
        return create(file, network, signals, trips, Fleet.of(VehicleType.CAR));
    }

    /**
     * The same with vehicles as a fleet calls them.
     *
     * @param file gzipped if it ends in {@code .gz}
     * @param network of the run
     * @param signals of the run, in its order; an empty list leaves signal changes out
     * @param trips of the day, whose indexes the events use
     * @param fleet of the run
     */
    public static EventsWriter create(
            Path file,
            RoadNetwork network,
            List<SignalSystem> signals,
            TripTable trips,
            Fleet fleet) {
        return new EventsWriter(file, network, signals, trips, fleet);
    }

    // ---------------------------------------------------------------- traffic

    @Override
    public void accept(TrafficEvent event) {
        if (event instanceof LinkLeave e) {
            writeCrossing(EventVocabulary.LEFT_LINK, e.time(), e.linkIndex(), e.vehicleIndex());
        } else if (event instanceof LinkEnter e) {
            writeCrossing(EventVocabulary.ENTERED_LINK, e.time(), e.linkIndex(), e.vehicleIndex());
        } else if (event instanceof VehicleEntersTraffic e) {
            out.begin(e.time()).put(EventVocabulary.ENTERS_TRAFFIC);
            writeTraffic(e.vehicleIndex(), e.linkIndex(), e.relativePosition());
        } else if (event instanceof VehicleLeavesTraffic e) {
            out.begin(e.time()).put(EventVocabulary.LEAVES_TRAFFIC);
            writeTraffic(e.vehicleIndex(), e.linkIndex(), e.relativePosition());
        } else if (event instanceof VehicleStuck e) {
            writeCrossing(
                    EventVocabulary.VEHICLE_ABORTS, e.time(), e.linkIndex(), e.vehicleIndex());
        } else if (event instanceof SignalChange e && !signals.isEmpty()) {
            writeSignal(e);
        }
    }

    private void writeCrossing(byte[] type, double time, int link, int trip) {
        out.begin(time)
                .put(type)
                .put(links[link])
                .put(EventVocabulary.VEHICLE)
                .put(vehicle(trip))
                .end();
    }

    private void writeTraffic(int trip, int link, double position) {
        out.put(persons[trips.personIndex(trip)])
                .put(EventVocabulary.LINK)
                .put(links[link])
                .put(EventVocabulary.VEHICLE)
                .put(vehicle(trip))
                .put(EventVocabulary.NETWORK_MODE)
                .put(modes[trip])
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

    private byte[] vehicle(int trip) {
        if (vehicles[trip] == null) {
            vehicles[trip] =
                    EventLines.escape(
                            fleet.vehicleId(
                                    trips.persons().get(trips.personIndex(trip)),
                                    trips.leg(trip).mode()));
        }
        return vehicles[trip];
    }

    // ---------------------------------------------------------------- persons

    @Override
    public void accept(AgentEvent event) {
        if (event instanceof ActivityEnd e) {
            begin(EventVocabulary.ACTIVITY_END, e).put(persons[e.personIndex()]);
            writeActivity(e.personIndex(), e.linkIndex(), e.activityType());
        } else if (event instanceof PersonDeparture e) {
            begin(EventVocabulary.DEPARTURE, e).put(persons[e.personIndex()]);
            byte[] mode = word(e.mode());
            writeLink(e.linkIndex());
            out.put(EventVocabulary.LEG_MODE)
                    .put(mode)
                    .put(EventVocabulary.ROUTING_MODE)
                    .put(mode)
                    .end();
        } else if (event instanceof PersonEntersVehicle e) {
            begin(EventVocabulary.PERSON_ENTERS_VEHICLE, e).put(persons[e.personIndex()]);
            out.put(EventVocabulary.VEHICLE).put(vehicle(e.vehicleIndex())).end();
        } else if (event instanceof PersonLeavesVehicle e) {
            begin(EventVocabulary.PERSON_LEAVES_VEHICLE, e).put(persons[e.personIndex()]);
            out.put(EventVocabulary.VEHICLE).put(vehicle(e.vehicleIndex())).end();
        } else {
            acceptEndOfLeg(event);
        }
    }

    private void acceptEndOfLeg(AgentEvent event) {
        if (event instanceof Travelled e) {
            begin(EventVocabulary.TRAVELLED, e).put(persons[e.personIndex()]);
            out.put(EventVocabulary.DISTANCE)
                    .put(e.distance())
                    .put(EventVocabulary.MODE)
                    .put(word(e.mode()))
                    .end();
        } else if (event instanceof PersonArrival e) {
            activities[e.personIndex()] = e.legIndex() + 1;
            begin(EventVocabulary.ARRIVAL, e).put(persons[e.personIndex()]);
            writeLink(e.linkIndex());
            out.put(EventVocabulary.LEG_MODE).put(word(e.mode())).end();
        } else if (event instanceof ActivityStart e) {
            begin(EventVocabulary.ACTIVITY_START, e).put(persons[e.personIndex()]);
            writeActivity(e.personIndex(), e.linkIndex(), e.activityType());
        } else if (event instanceof PersonStuck e) {
            begin(EventVocabulary.STUCK, e).put(persons[e.personIndex()]);
            writeLink(e.linkIndex());
            out.put(EventVocabulary.LEG_MODE).put(word(e.mode())).end();
        } else {
            acceptTransit(event);
        }
    }

    private void acceptTransit(AgentEvent event) {
        if (event instanceof TransitDriverStarts e) {
            begin(EventVocabulary.DRIVER_STARTS, e)
                    .put(persons[e.personIndex()])
                    .put(EventVocabulary.VEHICLE_ID)
                    .put(vehicle(e.vehicleIndex()))
                    .put(EventVocabulary.TRANSIT_LINE)
                    .put(word(e.lineId()))
                    .put(EventVocabulary.TRANSIT_ROUTE)
                    .put(word(e.routeId()))
                    .put(EventVocabulary.DEPARTURE_ID)
                    .put(word(e.departureId()))
                    .end();
        } else if (event instanceof VehicleArrivesAtStop e) {
            begin(EventVocabulary.ARRIVES_AT_STOP, e).put(vehicle(e.vehicleIndex()));
            writeStop(e.stopId(), e.delay());
        } else if (event instanceof VehicleDepartsAtStop e) {
            begin(EventVocabulary.DEPARTS_AT_STOP, e).put(vehicle(e.vehicleIndex()));
            writeStop(e.stopId(), e.delay());
        } else if (event instanceof WaitingForTransit e) {
            begin(EventVocabulary.WAITING, e)
                    .put(persons[e.personIndex()])
                    .put(EventVocabulary.AGENT)
                    .put(persons[e.personIndex()])
                    .put(EventVocabulary.AT_STOP)
                    .put(word(e.fromStopId()))
                    .put(EventVocabulary.DESTINATION_STOP)
                    .put(word(e.toStopId()))
                    .end();
        }
    }

    private void writeStop(String stopId, double delay) {
        out.put(EventVocabulary.FACILITY).put(word(stopId)).put(EventVocabulary.DELAY);
        // MATSim writes 0 where the timetable does not say when
        out.put(Double.isNaN(delay) ? 0 : delay).end();
    }

    private EventLines begin(byte[] type, AgentEvent event) {
        return out.begin(event.time()).put(type);
    }

    private void writeActivity(int person, int link, String type) {
        writeLink(link);
        Activity activity =
                trips.persons().get(person).selectedPlan().activities().get(activities[person]);
        if (!Double.isNaN(activity.x())) {
            out.put(EventVocabulary.X).put(activity.x());
            out.put(EventVocabulary.Y).put(activity.y());
        }
        out.put(EventVocabulary.ACTIVITY_TYPE).put(word(type)).end();
    }

    private void writeLink(int link) {
        if (link != RoadNetwork.NONE) {
            out.put(EventVocabulary.LINK).put(links[link]);
        }
    }

    private byte[] word(String text) {
        return words.computeIfAbsent(text, EventLines::escape);
    }

    // ---------------------------------------------------------------- the end

    /** Ends the file and puts it in its place. */
    public void commit() {
        out.commit();
    }

    /** Drops the file unless it was committed. */
    @Override
    public void close() {
        out.close();
    }
}
