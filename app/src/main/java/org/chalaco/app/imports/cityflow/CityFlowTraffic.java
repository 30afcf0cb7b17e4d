package org.chalaco.app.imports.cityflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.app.imports.ImportedFolder;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * The vehicles of a flow file. Each different set of vehicle values is a type: {@code headwayTime}
 * is the time gap, {@code minGap} the standstill gap, {@code usualPosAcc} and {@code usualNegAcc}
 * acceleration and comfortable deceleration. An entry stands for a vehicle at its start and every
 * interval until its end.
 */
final class CityFlowTraffic {

    /** Nobody has more than that; a wrong interval makes millions. */
    private static final int MOST_VEHICLES = 2_000_000;

    /** A vehicle to be. */
    record Trip(String mode, double time, List<String> roads, JsonInput entry) {}

    private final Map<JsonNode, VehicleType> types = new LinkedHashMap<>();
    private final List<Trip> trips = new ArrayList<>();

    private CityFlowTraffic() {}

    static CityFlowTraffic read(JsonInput file, CityFlowRoads roads) {
        CityFlowTraffic traffic = new CityFlowTraffic();
        for (JsonInput entry : file.elements()) {
            traffic.add(entry, roads);
        }
        if (traffic.trips.isEmpty()) {
            file.problem(ProblemType.IMPORT_DEMAND, "Nobody drives.", "");
        }
        traffic.trips.sort(Comparator.comparingDouble(Trip::time));
        return traffic;
    }

    private void add(JsonInput entry, CityFlowRoads roads) {
        double start = entry.number("startTime", 0, 1e6);
        double end = entry.number("endTime", -1, 1e6);
        double interval = entry.number("interval", 0, 1e6);
        double last = end < 0 ? start : end;
        List<String> route = new ArrayList<>();
        for (JsonInput road : entry.list("route")) {
            String id = road.asText();
            if (!id.isEmpty() && !roads.roads().containsKey(id)) {
                road.problem(
                        ProblemType.UNKNOWN_REFERENCE,
                        "There is no road (%s).".formatted(id),
                        NearestName.remedy(id, roads.roads().keySet()));
            }
            route.add(id);
        }
        JsonInput vehicle = entry.get("vehicle");
        if (route.isEmpty() || last < start || last > start && !(interval > 0)) {
            entry.problem(
                    ProblemType.IMPORT_DEMAND,
                    "Nobody can drive (%d) roads from (%s s) to (%s s) every (%s s)."
                            .formatted(route.size(), start, end, interval),
                    "");
            return;
        }
        double count = last > start ? Math.floor((last - start) / interval) + 1 : 1;
        if (trips.size() + count > MOST_VEHICLES) {
            entry.problem(
                    ProblemType.IMPORT_DEMAND,
                    "From here on there are more than (%d) vehicles.".formatted(MOST_VEHICLES),
                    "Maybe the interval (%s s) is too short?".formatted(interval));
            return;
        }
        String mode = vehicle == null ? "car" : type(vehicle).id();
        for (int k = 0; k < count; k++) {
            trips.add(new Trip(mode, start + k * interval, route, entry));
        }
    }

    private VehicleType type(JsonInput vehicle) {
        VehicleType known = types.get(vehicle.node());
        if (known != null) {
            return known;
        }
        double length = vehicle.number("length", 0.1, 50);
        DriverParameters driver =
                new DriverParameters(
                        1,
                        vehicle.number("headwayTime", 0.1, 20),
                        vehicle.number("minGap", 0.1, 20),
                        vehicle.number("usualPosAcc", 0.1, 20),
                        vehicle.number("usualNegAcc", 0.1, 20),
                        DriverParameters.CITY.exponent(),
                        DriverParameters.CITY.politeness());
        String id = ImportedFolder.modeName(types.isEmpty() ? "car" : "car" + (types.size() + 1));
        VehicleType type =
                new VehicleType(
                        id,
                        VehicleClass.CAR,
                        length,
                        vehicle.number("maxSpeed", 0.1, 100),
                        1,
                        driver,
                        DriverSpread.NONE);
        types.put(vehicle.node(), type);
        return type;
    }

    /** Types of vehicles, in the order they turned up. */
    List<VehicleType> types() {
        return List.copyOf(types.values());
    }

    /** The last departure, s. */
    double lastDeparture() {
        return trips.isEmpty() ? 0 : trips.get(trips.size() - 1).time();
    }

    /**
     * One person a vehicle, by departure. Roads that do not follow each other are only a beginning
     * and an end: the way between is found when the scenario runs.
     */
    List<Person> persons(RoadNetwork network) {
        List<Person> persons = new ArrayList<>(trips.size());
        for (Trip trip : trips) {
            persons.add(person(trip, network, persons.size()));
        }
        return persons;
    }

    private static Person person(Trip trip, RoadNetwork network, int number) {
        int[] links = trip.roads().stream().mapToInt(network::getLinkIndex).toArray();
        Leg leg = Leg.unrouted(trip.mode());
        if (isConnected(links, network)) {
            double metres = 0;
            for (int link : links) {
                metres += network.length(link);
            }
            leg = leg.withRoute(Route.of(links), metres, Double.NaN);
        } else {
            trip.entry()
                    .warn(
                            ProblemType.IMPORT_LEFT_OUT,
                            "The roads of the route do not follow each other.",
                            "The way from the first to the last is found anew.");
        }
        Activity start =
                new Activity("outside", links[0], Double.NaN, Double.NaN, trip.time(), Double.NaN);
        Activity end = Activity.last("outside", links[links.length - 1], Double.NaN, Double.NaN);
        return Person.of("v" + number, Map.of(), Plan.of(List.of(start, end), List.of(leg)));
    }

    private static boolean isConnected(int[] links, RoadNetwork network) {
        for (int k = 1; k < links.length; k++) {
            if (!network.connects(links[k - 1], links[k])) {
                return false;
            }
        }
        return true;
    }
}
