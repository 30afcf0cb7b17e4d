package org.chalaco.mobsim.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.StepObserver;
import org.chalaco.mobsim.run.TrafficView;

/**
 * Looks for bodies that lie across one conflict point at the same moment: vehicles that would have
 * collided inside a junction. Let it look at every step. Not thread-safe.
 */
public final class BoxWatch implements StepObserver {

    /**
     * Two vehicles on one crossing point.
     *
     * @param time s
     * @param vehicle one vehicle
     * @param other the other
     * @param connector connector of the first
     * @param otherConnector connector of the other
     */
    public record Collision(
            double time, int vehicle, int other, int connector, int otherConnector) {}

    /** The part of a connector that a body covers, m. */
    private record Cover(int vehicle, int connector, double from, double to) {}

    private final TrafficCase road;
    private final RoadNetwork network;
    private final Map<Integer, Integer> lastConnector = new TreeMap<>();
    private final Map<Integer, Double> lengths = new TreeMap<>();
    private final Map<Integer, List<Cover>> covers = new TreeMap<>();
    private final List<Collision> collisions = new ArrayList<>();

    private BoxWatch(TrafficCase road) {
        this.road = road;
        network = road.network();
        road.departures()
                .forEach(
                        d ->
                                lengths.put(
                                        d.vehicleIndex(),
                                        road.types().get(d.typeIndex()).length()
                                                / road.parameters().sampleFactor()));
    }

    /** An observer for runs of this case. */
    public static BoxWatch of(TrafficCase road) {
        return new BoxWatch(road);
    }

    /** What was seen, one entry per step and pair. */
    public List<Collision> collisions() {
        return List.copyOf(collisions);
    }

    @Override
    public void observe(TrafficView view) {
        covers.clear();
        view.forEachVehicle((vehicle, lane, connector, x, v, a) -> add(vehicle, connector, x));
        covers.values().forEach(list -> list.forEach(cover -> compare(cover, view.time())));
    }

    private void add(int vehicle, int connector, double x) {
        double length = lengths.get(vehicle);
        if (connector >= 0) {
            lastConnector.put(vehicle, connector);
            put(new Cover(vehicle, connector, x - length, x));
        } else if (lastConnector.containsKey(vehicle)) {
            int behind = lastConnector.get(vehicle);
            double end = network.connectorLength(behind);
            if (x < length) {
                put(new Cover(vehicle, behind, end + x - length, end));
            } else {
                lastConnector.remove(vehicle);
            }
        }
    }

    private void put(Cover cover) {
        covers.computeIfAbsent(cover.connector(), c -> new ArrayList<>()).add(cover);
    }

    private void compare(Cover own, double time) {
        int c = own.connector();
        for (int k = network.firstConflict(c); k < network.endConflict(c); k++) {
            boolean merge = (network.conflictFlags(k) & RoadNetwork.MERGE) != 0;
            if (merge
                    || network.conflictOther(k) < c
                    || !lies(own, network.conflictOwnDistance(k))) {
                continue;
            }
            for (Cover other : covers.getOrDefault(network.conflictOther(k), List.of())) {
                if (lies(other, network.conflictOtherDistance(k))) {
                    collisions.add(
                            new Collision(
                                    time, own.vehicle(), other.vehicle(), c, other.connector()));
                }
            }
        }
    }

    private static boolean lies(Cover cover, double point) {
        return cover.from() < point && point < cover.to();
    }
}
