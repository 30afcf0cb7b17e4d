package org.chalaco.mobsim.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleType;

/** Whether departures fit the network and the vehicle types; tells all that do not. */
final class DemandCheck {

    private static final int LISTED = 20;

    private DemandCheck() {}

    static void check(RoadNetwork network, List<VehicleType> types, List<Departure> departures) {
        List<String> problems = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (Departure departure : departures) {
            if (!seen.add(departure.vehicleIndex())) {
                problems.add("Vehicle (%d) departs twice.".formatted(departure.vehicleIndex()));
            }
            examine(network, types.size(), departure, problems);
        }
        failOn(problems);
    }

    /** Checks one departure that is added while the run goes on. */
    static void check(RoadNetwork network, int typeCount, Departure departure) {
        List<String> problems = new ArrayList<>();
        examine(network, typeCount, departure, problems);
        failOn(problems);
    }

    private static void examine(
            RoadNetwork network, int typeCount, Departure departure, List<String> problems) {
        if (departure.typeIndex() >= typeCount) {
            problems.add(
                    "Vehicle (%d) is of type (%d), but there are only (%d)."
                            .formatted(departure.vehicleIndex(), departure.typeIndex(), typeCount));
        }
        checkRoute(network, departure, problems);
    }

    private static void failOn(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "%d problems with the demand:%n%s"
                            .formatted(
                                    problems.size(),
                                    String.join(
                                            System.lineSeparator(),
                                            problems.subList(
                                                    0, Math.min(LISTED, problems.size())))));
        }
    }

    private static void checkRoute(
            RoadNetwork network, Departure departure, List<String> problems) {
        Route route = departure.route();
        for (int k = 0; k < route.size(); k++) {
            if (route.link(k) < 0 || route.link(k) >= network.linkCount()) {
                problems.add(
                        "The route of vehicle (%d) has the link index (%d), which does not exist."
                                .formatted(departure.vehicleIndex(), route.link(k)));
                return;
            }
            if (k > 0 && !network.connects(route.link(k - 1), route.link(k))) {
                problems.add(
                        "The route of vehicle (%d) turns from link (%s) to link (%s), which do not connect."
                                .formatted(
                                        departure.vehicleIndex(),
                                        network.link(route.link(k - 1)).id(),
                                        network.link(route.link(k)).id()));
            }
        }
    }
}
