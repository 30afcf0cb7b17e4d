package org.chalaco.day2day.routing;

import java.util.Arrays;

/**
 * Static Dijkstra from one link to all others, forward or backward. The cost of a way from x to t
 * is that of all its links but t. Not thread-safe.
 */
final class CostTree {

    private final int[] firstNext;
    private final int[] next;
    private final double[] linkCost;
    private final boolean backward;
    private final LinkQueue queue;

    private CostTree(int[] firstNext, int[] next, double[] linkCost, boolean backward) {
        this.firstNext = firstNext;
        this.next = next;
        this.linkCost = linkCost;
        this.backward = backward;
        queue = new LinkQueue(linkCost.length);
    }

    /** Ways from a link. */
    static CostTree forward(ModeNetwork network, double[] linkCost) {
        return new CostTree(network.firstNext, network.next, linkCost, false);
    }

    /** Ways to a link. */
    static CostTree backward(ModeNetwork network, double[] linkCost) {
        return new CostTree(network.firstPrevious, network.previous, linkCost, true);
    }

    int linkCount() {
        return linkCost.length;
    }

    /** Cost between the start of this link and the start of each other; infinite: no way. */
    double[] from(int root) {
        double[] cost = new double[linkCost.length];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        cost[root] = 0;
        queue.clear();
        queue.offer(root, 0);
        while (!queue.isEmpty()) {
            int link = queue.poll();
            for (int k = firstNext[link]; k < firstNext[link + 1]; k++) {
                int other = next[k];
                double c = cost[link] + linkCost[backward ? other : link];
                if (c < cost[other]) {
                    cost[other] = c;
                    queue.offer(other, c);
                }
            }
        }
        return cost;
    }
}
