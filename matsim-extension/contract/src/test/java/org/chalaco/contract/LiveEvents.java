package org.chalaco.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.AgentEvent;
import org.chalaco.day2day.DayEventSink;
import org.chalaco.day2day.Fleet;
import org.chalaco.day2day.TripTable;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.SignalSystem;

/** The events of the embedded loop in MATSim's vocabulary, while they happen. */
final class LiveEvents implements DayEventSink {

    private final RoadNetwork network;
    private final List<SignalSystem> signals;
    private final TripTable trips;
    private final Fleet fleet;
    private final RunListener listener;

    LiveEvents(
            RoadNetwork network,
            List<SignalSystem> signals,
            TripTable trips,
            Fleet fleet,
            RunListener listener) {
        this.network = network;
        this.signals = signals;
        this.trips = trips;
        this.fleet = fleet;
        this.listener = listener;
    }

    @Override
    public void accept(TrafficEvent event) {
        if (event instanceof TrafficEvent.LinkLeave e) {
            crossing(RecordedEvent.LEFT_LINK, e.time(), e.linkIndex(), e.vehicleIndex());
        } else if (event instanceof TrafficEvent.LinkEnter e) {
            crossing(RecordedEvent.ENTERED_LINK, e.time(), e.linkIndex(), e.vehicleIndex());
        } else if (event instanceof TrafficEvent.VehicleStuck e) {
            crossing(RecordedEvent.VEHICLE_ABORTS, e.time(), e.linkIndex(), e.vehicleIndex());
        } else if (event instanceof TrafficEvent.VehicleEntersTraffic e) {
            Map<String, String> a = traffic(e.vehicleIndex(), e.linkIndex(), e.relativePosition());
            tell(e.time(), RecordedEvent.ENTERS_TRAFFIC, a);
        } else if (event instanceof TrafficEvent.VehicleLeavesTraffic e) {
            Map<String, String> a = traffic(e.vehicleIndex(), e.linkIndex(), e.relativePosition());
            tell(e.time(), RecordedEvent.LEAVES_TRAFFIC, a);
        } else if (event instanceof TrafficEvent.SignalChange e && !signals.isEmpty()) {
            SignalSystem system = signals.get(e.systemIndex());
            Map<String, String> a = new LinkedHashMap<>();
            a.put("signalSystemId", system.id());
            a.put("signalGroupId", system.groups().get(e.groupIndex()).id());
            a.put("signalGroupState", state(e.aspect()));
            tell(e.time(), RecordedEvent.SIGNAL, a);
        }
    }

    private static String state(Aspect aspect) {
        return switch (aspect) {
            case GREEN -> "GREEN";
            case AMBER -> "YELLOW";
            case RED -> "RED";
            case RED_AMBER -> "REDYELLOW";
            case FLASHING_AMBER, OFF -> "OFF";
        };
    }

    private void crossing(String type, double time, int link, int trip) {
        Map<String, String> a = new LinkedHashMap<>();
        a.put("link", network.link(link).id());
        a.put("vehicle", vehicle(trip));
        tell(time, type, a);
    }

    private Map<String, String> traffic(int trip, int link, double position) {
        Map<String, String> a = new LinkedHashMap<>();
        a.put("person", person(trips.personIndex(trip)));
        a.put("link", network.link(link).id());
        a.put("vehicle", vehicle(trip));
        a.put("networkMode", trips.leg(trip).mode());
        a.put("relativePosition", number(Math.rint(position * 1e6) / 1e6));
        return a;
    }

    private String vehicle(int trip) {
        return fleet.vehicleId(
                trips.persons().get(trips.personIndex(trip)), trips.leg(trip).mode());
    }

    private String person(int index) {
        return trips.persons().get(index).id();
    }

    @Override
    public void accept(AgentEvent event) {
        Map<String, String> a = new LinkedHashMap<>();
        if (event instanceof AgentEvent.TransitDriverStarts e) {
            a.put("driverId", person(e.personIndex()));
            a.put("vehicleId", vehicle(e.vehicleIndex()));
            a.put("transitLineId", e.lineId());
            a.put("transitRouteId", e.routeId());
            a.put("departureId", e.departureId());
            tell(e.time(), RecordedEvent.DRIVER_STARTS, a);
            return;
        } else if (event instanceof AgentEvent.VehicleArrivesAtStop e) {
            stop(a, e.vehicleIndex(), e.stopId(), e.delay());
            tell(e.time(), RecordedEvent.AT_STOP, a);
            return;
        } else if (event instanceof AgentEvent.VehicleDepartsAtStop e) {
            stop(a, e.vehicleIndex(), e.stopId(), e.delay());
            tell(e.time(), RecordedEvent.LEAVES_STOP, a);
            return;
        }
        a.put("person", person(event.personIndex()));
        if (event instanceof AgentEvent.ActivityEnd e) {
            link(a, e.linkIndex());
            a.put("actType", e.activityType());
            tell(e.time(), RecordedEvent.ACTIVITY_END, a);
        } else if (event instanceof AgentEvent.ActivityStart e) {
            link(a, e.linkIndex());
            a.put("actType", e.activityType());
            tell(e.time(), RecordedEvent.ACTIVITY_START, a);
        } else if (event instanceof AgentEvent.PersonDeparture e) {
            link(a, e.linkIndex());
            a.put("legMode", e.mode());
            a.put("computationalRoutingMode", e.mode());
            tell(e.time(), RecordedEvent.DEPARTURE, a);
        } else if (event instanceof AgentEvent.PersonEntersVehicle e) {
            a.put("vehicle", vehicle(e.vehicleIndex()));
            tell(e.time(), RecordedEvent.ENTERS_VEHICLE, a);
        } else if (event instanceof AgentEvent.PersonLeavesVehicle e) {
            a.put("vehicle", vehicle(e.vehicleIndex()));
            tell(e.time(), RecordedEvent.LEAVES_VEHICLE, a);
        } else {
            endOfLeg(event, a);
        }
    }

    private void endOfLeg(AgentEvent event, Map<String, String> a) {
        if (event instanceof AgentEvent.WaitingForTransit e) {
            a.put("agent", person(e.personIndex()));
            a.put("atStop", e.fromStopId());
            a.put("destinationStop", e.toStopId());
            tell(e.time(), RecordedEvent.WAITS_FOR_BUS, a);
        } else if (event instanceof AgentEvent.Travelled e) {
            a.put("distance", number(e.distance()));
            a.put("mode", e.mode());
            tell(e.time(), RecordedEvent.TRAVELLED, a);
        } else if (event instanceof AgentEvent.PersonArrival e) {
            link(a, e.linkIndex());
            a.put("legMode", e.mode());
            tell(e.time(), RecordedEvent.ARRIVAL, a);
        } else if (event instanceof AgentEvent.PersonStuck e) {
            link(a, e.linkIndex());
            a.put("legMode", e.mode());
            tell(e.time(), RecordedEvent.STUCK, a);
        }
    }

    private void stop(Map<String, String> attributes, int trip, String stop, double delay) {
        attributes.put("vehicle", vehicle(trip));
        attributes.put("facility", stop);
        attributes.put("delay", number(Double.isNaN(delay) ? 0 : delay));
    }

    private void link(Map<String, String> attributes, int link) {
        if (link != RoadNetwork.NONE) {
            attributes.put("link", network.link(link).id());
        }
    }

    private static String number(double value) {
        return Double.toString(value);
    }

    private void tell(double time, String type, Map<String, String> attributes) {
        listener.event(new RecordedEvent(time, type, attributes));
    }
}
