package org.chalaco.formats.transit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chalaco.day2day.transit.TransitCall;
import org.chalaco.day2day.transit.TransitDeparture;
import org.chalaco.day2day.transit.TransitRoute;
import org.chalaco.day2day.transit.TransitStop;
import org.chalaco.day2day.transit.TransitVehicle;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.Problem.Severity;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.xml.XmlCursor;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Route;

/** One route of a line: its stops, its links and its departures. */
final class TransitRouteElements {

    private final XmlCursor in;
    private final RoadNetwork network;
    private final Map<String, TransitStop> stops;
    private final Map<String, TransitVehicle> vehicles;
    private final List<TransitCall> calls = new ArrayList<>();
    private final List<Integer> links = new ArrayList<>();
    private final List<TransitDeparture> departures = new ArrayList<>();
    private final Set<String> departureIds = new HashSet<>();
    private boolean broken;

    TransitRouteElements(
            XmlCursor in,
            RoadNetwork network,
            Map<String, TransitStop> stops,
            Map<String, TransitVehicle> vehicles) {
        this.in = in;
        this.network = network;
        this.stops = stops;
        this.vehicles = vehicles;
    }

    /** The route the cursor stands on, or null if it cannot be driven. */
    TransitRoute read(String line) {
        int at = in.line();
        String id = in.require("id");
        in.children(this::readChild);
        if (id == null || broken) {
            return null;
        }
        if (links.isEmpty()) {
            if (!departures.isEmpty()) {
                report(at, id, "The transit route (%s) has no links.".formatted(id), "");
            }
            return null;
        }
        return holdsTogether(at, id) && passesStops(at, id)
                ? new TransitRoute(line, id, calls, route(), departures)
                : null;
    }

    private Route route() {
        return Route.of(links.stream().mapToInt(Integer::intValue).toArray());
    }

    private void readChild() {
        switch (in.name()) {
            case "routeProfile" -> in.children(this::readCall);
            case "route" -> in.children(this::readLink);
            case "departures" -> in.children(this::readDeparture);
            case "description", "transportMode", "attributes" -> {}
            default -> in.unknownElement();
        }
    }

    private void readCall() {
        if (!in.name().equals("stop")) {
            in.unknownElement();
            return;
        }
        String id = in.require("refId");
        TransitStop stop = stops.get(id);
        double arrival = in.time("arrivalOffset");
        double departure = in.time("departureOffset");
        boolean awaits = "true".equals(in.find("awaitDeparture"));
        if (stop != null && stop.linkIndex() != RoadNetwork.NONE) {
            calls.add(new TransitCall(stop, arrival, departure, awaits));
            return;
        }
        broken = true;
        if (id == null) {
            return;
        }
        in.error(
                ProblemType.UNKNOWN_REFERENCE,
                id,
                stop == null
                        ? "The stop (%s) is not there.".formatted(id)
                        : "The stop (%s) is at no link of the network.".formatted(id),
                stop == null ? NearestName.remedy(id, stops.keySet()) : "");
    }

    private void readLink() {
        String id = in.name().equals("link") ? in.require("refId") : null;
        int link = id == null ? RoadNetwork.NONE : TransitScheduleReader.findLink(in, network, id);
        if (link == RoadNetwork.NONE) {
            broken = true;
        } else {
            links.add(link);
        }
    }

    private void readDeparture() {
        if (!in.name().equals("departure")) {
            in.unknownElement();
            return;
        }
        String id = in.require("id");
        double time = in.require("departureTime") == null ? Double.NaN : in.time("departureTime");
        String vehicle = in.require("vehicleRefId");
        if (id != null && !departureIds.add(id)) {
            TransitScheduleReader.givenTwice(in, "departure", id);
        }
        if (vehicle != null && !vehicles.containsKey(vehicle)) {
            in.error(
                    ProblemType.UNKNOWN_REFERENCE,
                    vehicle,
                    "The vehicle (%s) of departure (%s) is not there.".formatted(vehicle, id),
                    NearestName.remedy(vehicle, vehicles.keySet()));
        } else if (id != null && vehicle != null && !Double.isNaN(time)) {
            departures.add(new TransitDeparture(id, time, vehicle));
        }
    }

    private boolean holdsTogether(int line, String id) {
        for (int k = 1; k < links.size(); k++) {
            if (!network.connects(links.get(k - 1), links.get(k))) {
                report(
                        line,
                        id,
                        "The transit route (%s) goes from link (%s) to link (%s), but no lane does."
                                .formatted(id, name(links.get(k - 1)), name(links.get(k))),
                        "Maybe a turn restriction or a lane definition forbids it?");
                return false;
            }
        }
        return true;
    }

    /** Stops must lie on the way in their order; two may share a link. */
    private boolean passesStops(int line, String id) {
        int at = 0;
        for (TransitCall call : calls) {
            while (at < links.size() && links.get(at) != call.stop().linkIndex()) {
                at++;
            }
            if (at == links.size()) {
                report(
                        line,
                        id,
                        "The transit route (%s) does not pass the stop (%s) on link (%s) in its turn."
                                .formatted(id, call.stop().id(), name(call.stop().linkIndex())),
                        "Maybe the order of stops is wrong, or a link is missing?");
                return false;
            }
        }
        return true;
    }

    private String name(int link) {
        return network.link(link).id();
    }

    private void report(int line, String id, String message, String remedy) {
        in.problems()
                .add(in.at(ProblemType.TRANSIT_ROUTE, Severity.ERROR, line, id, message, remedy));
    }
}
