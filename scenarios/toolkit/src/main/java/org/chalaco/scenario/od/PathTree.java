package org.chalaco.scenario.od;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Route;

/**
 * Cheapest paths from one link to all others, over movements (Dijkstra). A path's cost is that of
 * its movements. Immutable once built.
 */
final class PathTree {

    private final int start;
    private final double[] cost;
    private final int[] previous;

    private record Entry(double cost, int link) {}

    private PathTree(int start, int links) {
        this.start = start;
        cost = new double[links];
        previous = new int[links];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        Arrays.fill(previous, RoadNetwork.NONE);
    }

    /** Builds the tree; links that are not allowed are not entered. */
    static PathTree build(
            RoadNetwork network,
            Movements movements,
            int start,
            double[] movementCost,
            boolean[] allowed) {
        PathTree tree = new PathTree(start, network.linkCount());
        PriorityQueue<Entry> open =
                new PriorityQueue<>(
                        java.util.Comparator.comparingDouble(Entry::cost)
                                .thenComparingInt(Entry::link));
        tree.cost[start] = 0;
        open.add(new Entry(0, start));
        while (!open.isEmpty()) {
            Entry entry = open.poll();
            if (entry.cost() <= tree.cost[entry.link()]) {
                tree.expand(
                        network,
                        movements.first(entry.link()),
                        entry.link(),
                        movementCost,
                        allowed,
                        open);
            }
        }
        return tree;
    }

    private void expand(
            RoadNetwork network,
            int firstMovement,
            int link,
            double[] movementCost,
            boolean[] allowed,
            PriorityQueue<Entry> open) {
        for (int k = 0; k < network.nextLinkCount(link); k++) {
            int next = network.nextLink(link, k);
            double total = cost[link] + movementCost[firstMovement + k];
            if (allowed[next] && total < cost[next]) {
                cost[next] = total;
                previous[next] = link;
                open.add(new Entry(total, next));
            }
        }
    }

    /** Cost to the link, infinite where it cannot be reached. */
    double cost(int link) {
        return cost[link];
    }

    /** The link before this one on its path, or {@link RoadNetwork#NONE}. */
    int previous(int link) {
        return previous[link];
    }

    /** The path to the link, both ends included. */
    Route route(int link) {
        int size = 1;
        for (int l = link; l != start; l = previous[l]) {
            size++;
        }
        int[] links = new int[size];
        int l = link;
        for (int k = size - 1; k >= 0; k--) {
            links[k] = l;
            l = previous[l];
        }
        return Route.of(links);
    }
}
