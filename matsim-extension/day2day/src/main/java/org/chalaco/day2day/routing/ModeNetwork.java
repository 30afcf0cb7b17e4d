package org.chalaco.day2day.routing;

import org.chalaco.mobsim.network.RoadNetwork;

/**
 * The part of the network that is open to one mode, packed for searching: links are the places,
 * permitted movements lead from one to the next. Immutable and thread-safe.
 */
final class ModeNetwork {

    final int linkCount;
    final TravelCost cost;
    final int[] firstNext; // one longer than the links
    final int[] next; // links that are open and can be driven to
    final int[] firstPrevious; // one longer than the links
    final int[] previous; // links that can be driven from, the other way round
    final boolean[] open; // per link
    final double[] length; // per link, m
    final double[] shortestTime; // per link: the vehicle's own shortest time, s

    /**
     * Packs the network.
     *
     * @param mode the mode, or null: all links are open
     * @param maxSpeed what its vehicles can do, m/s
     * @param cost what its drivers weigh
     */
    ModeNetwork(RoadNetwork network, String mode, double maxSpeed, TravelCost cost) {
        this.cost = cost;
        linkCount = network.linkCount();
        open = new boolean[linkCount];
        length = new double[linkCount];
        shortestTime = new double[linkCount];
        for (int link = 0; link < linkCount; link++) {
            open[link] = mode == null || network.link(link).modes().contains(mode);
            length[link] = network.length(link);
            shortestTime[link] = length[link] / maxSpeed;
        }
        firstNext = new int[linkCount + 1];
        int count = 0;
        for (int link = 0; link < linkCount; link++) {
            for (int k = 0; k < network.nextLinkCount(link); k++) {
                count += open[network.nextLink(link, k)] ? 1 : 0;
            }
            firstNext[link + 1] = count;
        }
        next = new int[count];
        for (int link = 0, at = 0; link < linkCount; link++) {
            for (int k = 0; k < network.nextLinkCount(link); k++) {
                int to = network.nextLink(link, k);
                if (open[to]) {
                    next[at++] = to;
                }
            }
        }
        firstPrevious = new int[linkCount + 1];
        previous = new int[count];
        turnRound();
    }

    private void turnRound() {
        for (int to : next) {
            firstPrevious[to + 1]++;
        }
        for (int link = 0; link < linkCount; link++) {
            firstPrevious[link + 1] += firstPrevious[link];
        }
        int[] at = firstPrevious.clone();
        for (int link = 0; link < linkCount; link++) {
            for (int k = firstNext[link]; k < firstNext[link + 1]; k++) {
                previous[at[next[k]]++] = link;
            }
        }
    }

    /** The whole network, for any mode, at free speed. */
    static ModeNetwork ofAllLinks(RoadNetwork network) {
        return new ModeNetwork(network, null, Double.POSITIVE_INFINITY, TravelCost.TIME);
    }
}
