package org.chalaco.day2day;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.RouteGuide;
import org.chalaco.mobsim.traffic.Route;

/**
 * Leads drivers whose planned route is wrong as far as it holds together; there they are taken off
 * the road. As in MATSim a drive begins on the link of its activity, whatever link the route names
 * first. Serves one day; not thread-safe.
 */
final class WrongRouteGuide implements RouteGuide {

    private final RoadNetwork network;
    private final Map<Integer, Route> drivable = new TreeMap<>(); // by trip
    private final int[] crossings; // per trip: stop lines crossed
    private final int[] askedAt; // per trip: after how many crossings it was asked last

    WrongRouteGuide(RoadNetwork network, TripTable trips) {
        this.network = network;
        for (int trip = 0; trip < trips.tripCount(); trip++) {
            Route route = trips.leg(trip).route();
            if (route != null) {
                int leg = trips.legIndex(trip);
                Activity from = trips.plan(trip).activities().get(leg);
                Activity to = trips.plan(trip).activities().get(leg + 1);
                examine(trip, route, from.linkIndex(), to.linkIndex());
            }
        }
        int tripCount = drivable.isEmpty() ? 0 : trips.tripCount();
        crossings = new int[tripCount];
        askedAt = new int[tripCount];
        Arrays.fill(askedAt, -1);
    }

    private void examine(int trip, Route route, int from, int to) {
        int[] links = route.toArray();
        boolean wrong = links[0] != from || links[links.length - 1] != to;
        links[0] = from;
        int sound = 1;
        while (sound < links.length && network.connects(links[sound - 1], links[sound])) {
            sound++;
        }
        if (wrong || sound < links.length) {
            drivable.put(trip, Route.of(Arrays.copyOf(links, sound)));
        }
    }

    /** Whether nobody's route is wrong. */
    boolean isEmpty() {
        return drivable.isEmpty();
    }

    /** The part of a wrong route that can be driven, or null: the route is right. */
    Route drivable(int trip) {
        return drivable.get(trip);
    }

    /** A vehicle entered a link over a stop line. */
    void crossed(int vehicle) {
        if (vehicle < crossings.length) {
            crossings[vehicle]++;
        }
    }

    @Override
    public boolean guides(int vehicleIndex) {
        return drivable.containsKey(vehicleIndex);
    }

    @Override
    public int nextLink(int vehicleIndex, int linkIndex, double time) {
        Route route = drivable.get(vehicleIndex);
        int next = crossings[vehicleIndex] + 1;
        if (next < route.size()) {
            return route.link(next);
        }
        boolean first = askedAt[vehicleIndex] < crossings[vehicleIndex];
        askedAt[vehicleIndex] = crossings[vehicleIndex];
        // where a route ends in nothing shows at the end of the link only
        return first && network.nextLinkCount(linkIndex) > 0
                ? network.nextLink(linkIndex, 0)
                : ABORT;
    }
}
