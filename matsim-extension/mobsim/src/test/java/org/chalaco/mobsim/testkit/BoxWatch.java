package org.chalaco.mobsim.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.StepObserver;
import org.chalaco.mobsim.run.TrafficView;

/**
 * Looks into junctions: for bodies that lie across one conflict point at the same moment, vehicles
 * that would have collided; and for bodies that stand where another stream crosses. Let it look at
 * every step. Not thread-safe.
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

    /** The part of a connector that a body covers, m, and whether it stands. */
    private record Cover(int vehicle, int connector, double from, double to, boolean stands) {}

    private final TrafficCase road;
    private final RoadNetwork network;
    private final Map<Integer, Integer> lastConnector = new TreeMap<>();
    private final Map<Integer, Double> lengths = new TreeMap<>();
    private final Map<Integer, List<Cover>> covers = new TreeMap<>();
    private final List<Collision> collisions = new ArrayList<>();
    private final Map<Integer, Double> standsSince = new TreeMap<>();
    private final Map<Integer, Double> longestStands = new TreeMap<>();

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

    /** Who ever stood across the path of a crossing stream, and for how long at most, s. */
    public Map<Integer, Double> longestStands() {
        return Map.copyOf(longestStands);
    }

    @Override
    public void observe(TrafficView view) {
        covers.clear();
        view.forEachVehicle((vehicle, lane, connector, x, v, a) -> add(vehicle, connector, x, v));
        covers.values().forEach(list -> list.forEach(cover -> compare(cover, view.time())));
        covers.values().forEach(list -> list.forEach(cover -> time(cover, view.time())));
        standsSince.keySet().removeIf(v -> !stillStands(v));
    }

    private boolean stillStands(int vehicle) {
        return covers.values().stream()
                .flatMap(List::stream)
                .anyMatch(c -> c.vehicle() == vehicle && c.stands() && liesAcross(c));
    }

    private void time(Cover cover, double now) {
        if (cover.stands() && liesAcross(cover)) {
            double since = standsSince.computeIfAbsent(cover.vehicle(), v -> now);
            longestStands.merge(cover.vehicle(), now - since, Math::max);
        }
    }

    private boolean liesAcross(Cover cover) {
        int c = cover.connector();
        for (int k = network.firstConflict(c); k < network.endConflict(c); k++) {
            boolean merge = (network.conflictFlags(k) & RoadNetwork.MERGE) != 0;
            if (!merge && lies(cover, network.conflictOwnDistance(k))) {
                return true;
            }
        }
        return false;
    }

    private void add(int vehicle, int connector, double x, double v) {
        double length = lengths.get(vehicle);
        if (connector >= 0) {
            lastConnector.put(vehicle, connector);
            put(new Cover(vehicle, connector, x - length, x, v < 0.1));
        } else if (lastConnector.containsKey(vehicle)) {
            int behind = lastConnector.get(vehicle);
            double end = network.connectorLength(behind);
            if (x < length) {
                put(new Cover(vehicle, behind, end + x - length, end, v < 0.1));
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
