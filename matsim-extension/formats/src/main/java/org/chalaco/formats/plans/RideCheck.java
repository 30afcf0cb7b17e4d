package org.chalaco.formats.plans;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.chalaco.day2day.demand.TransitRide;
import org.chalaco.day2day.transit.TransitCall;
import org.chalaco.day2day.transit.TransitRoute;
import org.chalaco.day2day.transit.TransitSupply;

/** Whether rides can be made with a timetable. */
final class RideCheck {

    /** Nothing is known, and nothing is wrong. */
    static final RideCheck NONE = new RideCheck(null);

    private final TransitSupply supply;
    private final Map<String, Set<String>> servedPairs = new HashMap<>(); // by line

    private RideCheck(TransitSupply supply) {
        this.supply = supply;
    }

    static RideCheck of(TransitSupply supply) {
        RideCheck check = new RideCheck(supply);
        for (TransitRoute route : supply.routes()) {
            Set<String> pairs =
                    check.servedPairs.computeIfAbsent(route.lineId(), id -> new HashSet<>());
            Set<String> before = new HashSet<>();
            for (TransitCall call : route.calls()) {
                before.forEach(from -> pairs.add(pair(from, call.stop().id())));
                before.add(call.stop().id());
            }
        }
        return check;
    }

    private static String pair(String from, String to) {
        return from + "\n" + to;
    }

    /** What is wrong with a ride, or null. */
    String findComplaint(TransitRide ride) {
        if (supply == null) {
            return null;
        }
        Set<String> pairs = servedPairs.get(ride.lineId());
        if (pairs == null) {
            return "There is no line (%s).".formatted(ride.lineId());
        }
        return pairs.contains(pair(ride.fromStopId(), ride.toStopId()))
                ? null
                : "Line (%s) does not go from stop (%s) to stop (%s)."
                        .formatted(ride.lineId(), ride.fromStopId(), ride.toStopId());
    }
}
