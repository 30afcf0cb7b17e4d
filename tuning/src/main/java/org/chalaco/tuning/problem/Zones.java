package org.chalaco.tuning.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Which intersections run on one common cycle: neighbours along the road without another signal
 * between, close enough for platoons to hold together, whose cycles of today are equal, half or
 * double.
 */
final class Zones {

    /** A junction at this distance, m. */
    private record Reached(int junction, double metres) {}

    private final RoadNetwork network;
    private final List<TunedIntersection> intersections;
    private final int[] parent;
    private final Map<Integer, List<Integer>> atJunction = new HashMap<>();

    private Zones(RoadNetwork network, List<TunedIntersection> intersections) {
        this.network = network;
        this.intersections = intersections;
        parent = new int[intersections.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            for (int junction : junctions(intersections.get(i))) {
                atJunction.computeIfAbsent(junction, j -> new ArrayList<>()).add(i);
            }
        }
    }

    /** Zone number of each intersection, counted from 0 in their order. */
    static int[] of(RoadNetwork network, List<TunedIntersection> intersections, double metres) {
        Zones zones = new Zones(network, intersections);
        for (int i = 0; i < intersections.size(); i++) {
            for (int junction : zones.junctions(intersections.get(i))) {
                zones.joinNeighbours(i, junction, metres);
            }
        }
        int[] zone = new int[intersections.size()];
        int[] number = new int[intersections.size()];
        Arrays.fill(number, -1);
        int next = 0;
        for (int i = 0; i < zone.length; i++) {
            int root = zones.root(i);
            number[root] = number[root] < 0 ? next++ : number[root];
            zone[i] = number[root];
        }
        return zone;
    }

    private int[] junctions(TunedIntersection intersection) {
        return intersection.system().groups().stream()
                .flatMap(g -> g.heads().stream())
                .mapToInt(h -> network.findLink(h.linkId()))
                .filter(l -> l != RoadNetwork.NONE)
                .map(network::toJunction)
                .distinct()
                .sorted()
                .toArray();
    }

    private void joinNeighbours(int i, int start, double metres) {
        double[] best = new double[network.junctionCount()];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        PriorityQueue<Reached> open =
                new PriorityQueue<>(
                        (a, b) ->
                                a.metres() != b.metres()
                                        ? Double.compare(a.metres(), b.metres())
                                        : Integer.compare(a.junction(), b.junction()));
        open.add(new Reached(start, 0));
        best[start] = 0;
        while (!open.isEmpty()) {
            Reached at = open.poll();
            List<Integer> here = atJunction.getOrDefault(at.junction(), List.of());
            here.forEach(other -> join(i, other));
            boolean passes = at.junction() == start || here.isEmpty();
            for (int link : passes ? outgoing(at.junction()) : new int[0]) {
                double far = at.metres() + network.length(link);
                if (far <= metres && far < best[network.toJunction(link)]) {
                    best[network.toJunction(link)] = far;
                    open.add(new Reached(network.toJunction(link), far));
                }
            }
        }
    }

    private int[] outgoing(int junction) {
        int[] links = new int[8];
        int count = 0;
        for (int l = 0; l < network.linkCount(); l++) {
            if (network.fromJunction(l) == junction) {
                links = count == links.length ? Arrays.copyOf(links, 2 * count) : links;
                links[count++] = l;
            }
        }
        return Arrays.copyOf(links, count);
    }

    private void join(int a, int b) {
        int cycleA = intersections.get(a).system().plan().cycle();
        int cycleB = intersections.get(b).system().plan().cycle();
        if (cycleA == cycleB || cycleA == 2 * cycleB || cycleB == 2 * cycleA) {
            int rootA = root(a);
            int rootB = root(b);
            parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
        }
    }

    private int root(int i) {
        int at = i;
        while (parent[at] != at) {
            at = parent[at];
        }
        return at;
    }
}
