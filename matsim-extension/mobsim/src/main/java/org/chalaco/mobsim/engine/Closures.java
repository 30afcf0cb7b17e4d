package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import org.chalaco.mobsim.network.RoadNetwork;

/** Which lanes nobody may enter. Costs nothing while all are open. */
final class Closures {

    private final RoadNetwork network;
    private final boolean[] closed;
    private final int[] closedOnLink;

    /** Whether any lane is closed. */
    boolean any;

    private int count;

    Closures(RoadNetwork network) {
        this.network = network;
        closed = new boolean[network.laneCount()];
        closedOnLink = new int[network.linkCount()];
    }

    /** Closes or opens a lane; false if it is so already. */
    boolean set(int lane, boolean close) {
        if (closed[lane] == close) {
            return false;
        }
        closed[lane] = close;
        closedOnLink[network.linkOfLane(lane)] += close ? 1 : -1;
        count += close ? 1 : -1;
        any = count > 0;
        return true;
    }

    boolean isOpen(int lane) {
        return !closed[lane];
    }

    /** Whether some lane of a link is closed. */
    boolean concern(int link) {
        return link != NONE && closedOnLink[link] > 0;
    }

    /** Whether all lanes of a link are closed. */
    boolean isClosed(int link) {
        return closedOnLink[link] == network.laneCount(link);
    }

    /** Whether a connector ends in an open lane. */
    boolean lets(int connector) {
        return !closed[network.toLane(connector)];
    }

    /** Lanes to move to the nearest from which an open lane of the next link is reached, or 0. */
    int shift(int lane, int next) {
        int link = network.linkOfLane(lane);
        int first = network.firstLane(link);
        int end = first + network.laneCount(link);
        for (int k = 1; k < network.laneCount(link); k++) {
            if (lane + k < end && leadsOn(lane + k, next)) {
                return k;
            }
            if (lane - k >= first && leadsOn(lane - k, next)) {
                return -k;
            }
        }
        return 0;
    }

    private boolean leadsOn(int lane, int next) {
        for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
            if (network.toLink(c) == next && lets(c)) {
                return true;
            }
        }
        return false;
    }
}
