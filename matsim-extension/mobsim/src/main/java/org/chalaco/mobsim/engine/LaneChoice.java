package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Route;

/** Which lane and connector lead where a driver wants to go. */
final class LaneChoice {

    private final RoadNetwork network;
    private final Tracks tracks;

    LaneChoice(Scene scene) {
        network = scene.network;
        tracks = scene.tracks;
    }

    /**
     * Sets connector, lane shift and destination of a vehicle that has just come onto this lane.
     */
    void plan(int slot, int lane, VehicleState state) {
        Route route = state.route[slot];
        int leg = state.leg[slot];
        if (leg == route.size() - 1) {
            state.destination[slot] = state.arrivalPosition[slot] * network.laneLength(lane);
            state.connector[slot] = NONE;
            state.shift[slot] = 0;
            return;
        }
        state.destination[slot] = Double.POSITIVE_INFINITY;
        int next = route.link(leg + 1);
        int after = leg + 2 < route.size() ? route.link(leg + 2) : NONE;
        state.connector[slot] = best(lane, next, after);
        state.shift[slot] = (byte) shift(lane, next);
    }

    /**
     * The best connector from a lane to a link: the one whose end needs the fewest lane changes for
     * the link after, then the emptiest target lane, then the first; NONE if there is none.
     */
    int best(int lane, int next, int after) {
        int best = NONE;
        int fewest = Integer.MAX_VALUE;
        for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
            int target = network.toLane(c);
            if (network.linkOfLane(target) != next) {
                continue;
            }
            int changes = after == NONE ? 0 : Math.abs(shift(target, after));
            int cost = 1000 * changes + tracks.count[target];
            if (cost < fewest) {
                fewest = cost;
                best = c;
            }
        }
        return best;
    }

    /**
     * Lanes to move, positive to the left, to reach the nearest lane of this link that leads to
     * {@code next}; 0 where none does.
     */
    int shift(int lane, int next) {
        int link = network.linkOfLane(lane);
        int first = network.firstLane(link);
        int lanes = network.laneCount(link);
        for (int k = 0; k < lanes; k++) {
            if (lane + k < first + lanes && network.findConnector(lane + k, next) != NONE) {
                return k;
            }
            if (lane - k >= first && network.findConnector(lane - k, next) != NONE) {
                return -k;
            }
        }
        return 0;
    }
}
