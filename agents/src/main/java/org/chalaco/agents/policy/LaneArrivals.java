package org.chalaco.agents.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalView;

/**
 * When those who come could be at the stop line of each lane, first come first served: {@code
 * distance / free speed} for everyone, on the lane they are on; who is not on an approach lane yet
 * takes the emptiest that leads where it wants to go. Where a view shows no single vehicles, those
 * of a queue stand at the stop line and the others spread over the rest of the lane.
 *
 * <p>Refilled every second; not thread-safe.
 */
final class LaneArrivals {

    /** Room of a car in a standing queue, m: the unit of service times. */
    private static final double CAR = 7;

    private final RoadNetwork network;
    private final StageMap stages;
    private int lanes;
    private int[] count = new int[0];
    private double[][] arrival = new double[0][];
    private int[][] group = new int[0][];
    private int[][] exit = new int[0][];
    private double[][] size = new double[0][];
    private double[] room = new double[0];
    private final Map<String, Integer> exits = new LinkedHashMap<>();

    LaneArrivals(RoadNetwork network, StageMap stages) {
        this.network = network;
        this.stages = stages;
    }

    /** Looks again. */
    void read(SignalView view) {
        lanes = view.approaches().size();
        if (count.length < lanes) {
            count = new int[lanes];
            arrival = new double[lanes][16];
            group = new int[lanes][16];
            exit = new int[lanes][16];
            size = new double[lanes][16];
        }
        Arrays.fill(count, 0);
        exits.clear();
        readRoom(view);
        if (view.vehicles().isEmpty()) {
            view.approaches().forEach(a -> spread(view, a));
        } else {
            readVehicles(view);
        }
    }

    private void readRoom(SignalView view) {
        int most = view.approaches().stream().mapToInt(a -> a.movements().size()).sum();
        if (room.length < most) {
            room = new double[most];
        }
        for (SignalView.Approach approach : view.approaches()) {
            for (SignalView.Movement movement : approach.movements()) {
                if (!exits.containsKey(movement.toLinkId())) {
                    boolean known = movement.downstreamLength() > 0;
                    room[exits.size()] =
                            known ? movement.downstreamRoom() / CAR : Double.POSITIVE_INFINITY;
                    exits.put(movement.toLinkId(), exits.size());
                }
            }
        }
    }

    private void readVehicles(SignalView view) {
        List<SignalView.Vehicle> byDistance = new ArrayList<>(view.vehicles());
        byDistance.sort(
                Comparator.comparingDouble(SignalView.Vehicle::distance)
                        .thenComparingInt(SignalView.Vehicle::index));
        for (SignalView.Vehicle vehicle : byDistance) {
            int lane = laneOf(view, vehicle);
            int g = stages.group(vehicle.group());
            if (lane >= 0 && g >= 0) {
                int link = network.findLink(vehicle.linkId());
                double free = link == RoadNetwork.NONE ? 10 : network.freeSpeed(link);
                add(
                        lane,
                        vehicle.distance() / free,
                        g,
                        exits.getOrDefault(vehicle.toLinkId(), -1),
                        vehicle.jamSpace() / CAR);
            }
        }
    }

    private int laneOf(SignalView view, SignalView.Vehicle vehicle) {
        int emptiest = -1;
        for (int k = 0; k < lanes; k++) {
            SignalView.Approach approach = view.approaches().get(k);
            if (!approach.linkId().equals(vehicle.linkId())) {
                continue;
            }
            if (vehicle.lane() == approach.lane()) {
                return k;
            }
            if (vehicle.lane() < 0
                    && leadsTo(approach, vehicle.toLinkId())
                    && (emptiest < 0 || count[k] < count[emptiest])) {
                emptiest = k;
            }
        }
        return emptiest;
    }

    private static boolean leadsTo(SignalView.Approach approach, String toLinkId) {
        for (SignalView.Movement movement : approach.movements()) {
            if (movement.toLinkId().equals(toLinkId)) {
                return true;
            }
        }
        return false;
    }

    private void spread(SignalView view, SignalView.Approach approach) {
        int lane = view.approaches().indexOf(approach);
        int link = network.findLink(approach.linkId());
        double seconds =
                link == RoadNetwork.NONE ? 20 : network.length(link) / network.freeSpeed(link);
        int moving = Math.max(1, approach.vehicles() - approach.queue());
        int placed = 0;
        for (SignalView.Movement movement : approach.movements()) {
            int g = stages.group(movement.group());
            for (int k = 0; g >= 0 && k < movement.vehicles(); k++) {
                double at =
                        placed < approach.queue()
                                ? 0
                                : seconds * (placed - approach.queue() + 0.5) / moving;
                add(lane, at, g, exits.get(movement.toLinkId()), 1);
                placed++;
            }
        }
    }

    private void add(int lane, double at, int g, int to, double cars) {
        int n = count[lane];
        if (n == arrival[lane].length) {
            arrival[lane] = Arrays.copyOf(arrival[lane], 2 * n);
            group[lane] = Arrays.copyOf(group[lane], 2 * n);
            exit[lane] = Arrays.copyOf(exit[lane], 2 * n);
            size[lane] = Arrays.copyOf(size[lane], 2 * n);
        }
        // nobody overtakes on a lane
        arrival[lane][n] = n == 0 ? at : Math.max(at, arrival[lane][n - 1]);
        group[lane][n] = g;
        exit[lane][n] = to;
        size[lane][n] = cars;
        count[lane]++;
    }

    /** Lanes, in the view's order. */
    int lanes() {
        return lanes;
    }

    /** Vehicles that come on a lane. */
    int count(int lane) {
        return count[lane];
    }

    /** When the k-th vehicle of a lane could be at the stop line, s from now. */
    double arrival(int lane, int k) {
        return arrival[lane][k];
    }

    /** The group it needs. */
    int group(int lane, int k) {
        return group[lane][k];
    }

    /** The link it enters, counted within this view, or -1. */
    int exit(int lane, int k) {
        return exit[lane][k];
    }

    /** How many cars it is worth by the room it takes. */
    double size(int lane, int k) {
        return size[lane][k];
    }

    /** Links that are entered. */
    int exits() {
        return exits.size();
    }

    /** Cars that a link has room for now. */
    double room(int exit) {
        return room[exit];
    }
}
