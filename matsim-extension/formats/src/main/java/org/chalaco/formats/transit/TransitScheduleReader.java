package org.chalaco.formats.transit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.transit.PassengerRoom;
import org.chalaco.day2day.transit.TransitRoute;
import org.chalaco.day2day.transit.TransitStop;
import org.chalaco.day2day.transit.TransitSupply;
import org.chalaco.day2day.transit.TransitVehicle;
import org.chalaco.formats.InputLimits;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.TransitFiles;
import org.chalaco.formats.vehicles.Vehicles;
import org.chalaco.formats.vehicles.VehiclesReader;
import org.chalaco.formats.xml.XmlCursor;
import org.chalaco.formats.xml.XmlFile;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Reads MATSim's timetables (v1 and v2) and the vehicles that run by them. Every route must be a
 * way through the network that passes its stops in order, every departure must name a vehicle.
 * Transfer times, descriptions and attributes are not kept.
 */
public final class TransitScheduleReader {

    private static final double FARTHEST = 1e8;

    private final RoadNetwork network;
    private final Map<String, TransitVehicle> vehicles;
    private final Map<String, TransitStop> stops = new LinkedHashMap<>();
    private final Map<String, Map<String, TransitRoute>> lines = new LinkedHashMap<>();
    private XmlCursor in;

    private TransitScheduleReader(RoadNetwork network, Map<String, TransitVehicle> vehicles) {
        this.network = network;
        this.vehicles = vehicles;
    }

    /**
     * Reads both files; what is wrong is reported, and routes that cannot be driven are left out.
     *
     * @param drivers how those drive whose type does not say it
     */
    public static TransitSupply read(
            TransitFiles files, RoadNetwork network, ParameterSet drivers, Problems problems) {
        Vehicles read =
                files.vehicles() == null
                        ? new Vehicles(List.of(), Map.of())
                        : VehiclesReader.read(files.vehicles(), drivers, problems);
        if (files.schedule() == null) {
            return TransitSupply.NONE;
        }
        Map<String, TransitVehicle> vehicles = vehicles(read);
        TransitScheduleReader reader = new TransitScheduleReader(network, vehicles);
        XmlFile.read(
                files.schedule(),
                "transitSchedule",
                InputLimits.STANDARD,
                problems,
                cursor -> {
                    reader.in = cursor;
                    cursor.children(reader::readElement);
                });
        List<TransitRoute> routes = new ArrayList<>();
        reader.lines.values().forEach(line -> routes.addAll(line.values()));
        return new TransitSupply(routes, vehicles);
    }

    private static Map<String, TransitVehicle> vehicles(Vehicles read) {
        Map<String, VehicleType> types = new LinkedHashMap<>();
        read.types().forEach(type -> types.put(type.id(), type));
        Map<String, TransitVehicle> vehicles = new LinkedHashMap<>();
        read.typeOfVehicle()
                .forEach(
                        (id, typeId) -> {
                            VehicleType type = types.get(typeId);
                            if (type != null) {
                                PassengerRoom room =
                                        read.rooms().getOrDefault(typeId, PassengerRoom.NONE);
                                vehicles.put(id, new TransitVehicle(id, type, room));
                            }
                        });
        return vehicles;
    }

    private void readElement() {
        switch (in.name()) {
            case "transitStops" -> in.children(this::readStop);
            case "transitLine" -> readLine();
            case "minimalTransferTimes", "attributes" -> {}
            default -> in.unknownElement();
        }
    }

    private void readStop() {
        if (!in.name().equals("stopFacility")) {
            in.unknownElement();
            return;
        }
        String id = in.require("id");
        double x = in.number("x", -FARTHEST, FARTHEST, Double.NaN);
        double y = in.number("y", -FARTHEST, FARTHEST, Double.NaN);
        boolean blocks = "true".equals(in.find("isBlocking"));
        // a stop without a link is an error only where something is to stop there
        String linkId = in.find("linkRefId");
        int link = linkId == null ? RoadNetwork.NONE : findLink(in, network, linkId);
        if (id != null && stops.put(id, new TransitStop(id, link, x, y, blocks)) != null) {
            givenTwice(in, "stop", id);
        }
    }

    private void readLine() {
        String id = in.require("id");
        if (id != null && lines.containsKey(id)) {
            givenTwice(in, "transit line", id);
        }
        Map<String, TransitRoute> routes =
                lines.computeIfAbsent(id == null ? "" : id, k -> new LinkedHashMap<>());
        in.children(
                () -> {
                    switch (in.name()) {
                        case "transitRoute" -> readRoute(id, routes);
                        case "attributes" -> {}
                        default -> in.unknownElement();
                    }
                });
    }

    private void readRoute(String line, Map<String, TransitRoute> routes) {
        TransitRoute route =
                new TransitRouteElements(in, network, stops, vehicles)
                        .read(line == null ? "" : line);
        if (route != null && routes.put(route.id(), route) != null) {
            givenTwice(in, "transit route", route.id());
        }
    }

    static void givenTwice(XmlCursor in, String what, String id) {
        in.error(
                ProblemType.GIVEN_TWICE,
                id,
                "The %s (%s) is given twice.".formatted(what, id),
                "Maybe rename one?");
    }

    static int findLink(XmlCursor in, RoadNetwork network, String id) {
        int link = network.findLink(id);
        if (link == RoadNetwork.NONE) {
            in.error(
                    ProblemType.UNKNOWN_REFERENCE,
                    id,
                    "The link (%s) is not in the network.".formatted(id),
                    in.problems().isListing()
                            ? NearestName.remedy(
                                    id, network.links().stream().map(Link::id).toList())
                            : "");
        }
        return link;
    }
}
