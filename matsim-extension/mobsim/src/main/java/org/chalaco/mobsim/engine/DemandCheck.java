package org.chalaco.mobsim.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.RouteStop;
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

    /** Checks that all stops lie on the way, in the order of the way. */
    static void checkStops(RoadNetwork network, Iterable<Departure> departures) {
        List<String> problems = new ArrayList<>();
        for (Departure departure : departures) {
            checkStops(network, departure, problems);
        }
        failOn(problems);
    }

    private static void checkStops(
            RoadNetwork network, Departure departure, List<String> problems) {
        Route route = departure.route();
        int leg = 0;
        double from = departure.departurePosition();
        for (RouteStop stop : departure.stops()) {
            while (leg < route.size() && !isAhead(stop, departure, leg, from)) {
                leg++;
                from = 0;
            }
            if (leg == route.size()) {
                problems.add(
                        "Stop (%d) of vehicle (%d), at (%s) of link (%s), does not lie on the rest of its way.%nMaybe the order of stops is wrong?"
                                .formatted(
                                        stop.stopIndex(),
                                        departure.vehicleIndex(),
                                        stop.position(),
                                        network.link(stop.linkIndex()).id()));
                return;
            }
            from = stop.position();
        }
    }

    private static boolean isAhead(RouteStop stop, Departure departure, int leg, double from) {
        boolean last = leg == departure.route().size() - 1;
        return departure.route().link(leg) == stop.linkIndex()
                && stop.position() >= from
                && (!last || stop.position() <= departure.arrivalPosition());
    }

    private static void examine(
            RoadNetwork network, int typeCount, Departure departure, List<String> problems) {
        if (departure.typeIndex() >= typeCount) {
            problems.add(
                    "Vehicle (%d) is of type (%d), but there are only (%d)."
                            .formatted(departure.vehicleIndex(), departure.typeIndex(), typeCount));
        }
        checkRoute(network, departure, problems);
        for (RouteStop stop : departure.stops()) {
            if (stop.linkIndex() < 0 || stop.linkIndex() >= network.linkCount()) {
                problems.add(
                        "Stop (%d) of vehicle (%d) is on link (%d), which does not exist."
                                .formatted(
                                        stop.stopIndex(),
                                        departure.vehicleIndex(),
                                        stop.linkIndex()));
            }
        }
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
