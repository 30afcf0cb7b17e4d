package org.chalaco.mobsim.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;

/**
 * A road without beginning or end, counter-clockwise in links {@code ring-0}, {@code ring-1} and so
 * on: what is on it stays on it, so density is exact and waves have time to grow.
 */
public final class RingRoad {

    private RingRoad() {}

    /**
     * An empty ring.
     *
     * @param circumference m
     * @param links number of links, at least 9: fewer would turn more than straight on
     * @param lanes lanes
     * @param speed m/s
     */
    public static TrafficCase of(double circumference, int links, int lanes, double speed) {
        RoadNetwork.Builder builder = RoadNetwork.builder();
        double radius = circumference / (2 * Math.PI);
        for (int k = 0; k < links; k++) {
            double angle = 2 * Math.PI * k / links;
            builder.junction(
                    Junction.priority("r" + k, radius * Math.cos(angle), radius * Math.sin(angle)));
            builder.link(
                    Link.of(
                            "ring-" + k,
                            "r" + k,
                            "r" + (k + 1) % links,
                            circumference / links,
                            lanes,
                            speed));
        }
        return TrafficCase.on(builder.build());
    }

    /** The same ring with one vehicle in the middle of each of these links, driving many rounds. */
    public static TrafficCase withVehicles(TrafficCase ring, int rounds, int... onLinks) {
        List<Departure> departures = new ArrayList<>();
        int n = ring.network().linkCount();
        for (int start : onLinks) {
            int[] links = new int[rounds * n];
            Arrays.setAll(links, k -> (start + k) % n);
            departures.add(new Departure(departures.size(), 0, 0, Route.of(links), 0.5, 1));
        }
        return ring.withDepartures(departures);
    }
}
