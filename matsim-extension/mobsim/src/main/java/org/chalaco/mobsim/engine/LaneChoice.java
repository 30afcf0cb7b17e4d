package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import java.util.Arrays;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Route;

/** Which lane and connector lead where a driver wants to go. */
final class LaneChoice {

    /** On a shorter link the lane for the turn at its end is better chosen before it, m. */
    private static final double SHORT_LINK = 300;

    /** More than one connector leads there: which is best depends on the traffic. */
    private static final int SEVERAL = -2;

    private final RoadNetwork network;
    private final Tracks tracks;

    private final int[] firstOfLink;
    private final byte[] nearest;
    private final int[] onlyConnector;
    private final int[] firstShift;
    private byte[] shifts = new byte[1024];
    private final boolean[] isShort;
    private RouteStops stops;
    private Closures closures;

    LaneChoice(RoadNetwork network, Tracks tracks) {
        this.network = network;
        this.tracks = tracks;
        firstOfLink = new int[network.linkCount()];
        nearest = new byte[cells()];
        isShort = new boolean[network.linkCount()];
        for (int link = 0; link < isShort.length; link++) {
            isShort[link] = network.length(link) < SHORT_LINK;
        }
        tabulate();
        onlyConnector = new int[nearest.length];
        firstShift = new int[nearest.length];
        tabulateTurns();
    }

    /** Stops and closures also say which lane is good. */
    void heed(RouteStops newStops, Closures newClosures) {
        stops = newStops;
        closures = newClosures;
    }

    /**
     * Sets connector, lane shift, destination and place to stop of a vehicle that has just come
     * onto this lane.
     */
    void plan(int slot, int lane, VehicleState state) {
        planWay(slot, lane, state);
        if (closures.any && closures.concern(state.nextLink[slot])) {
            avoidClosed(slot, lane, state);
        }
        boolean goesOn = state.nextLink[slot] != NONE;
        tracks.hasStrays[lane] |= goesOn && state.connector[slot] == NONE;
        if (state.itinerary[slot] != null) {
            stops.plan(slot, lane);
        }
    }

    /**
     * An open lane of the next link is reached from this lane, or from one beside, or not at all.
     */
    private void avoidClosed(int slot, int lane, VehicleState state) {
        int next = state.nextLink[slot];
        int open = bestOpen(lane, next, state.linkAfter[slot]);
        int shift = open == NONE ? closures.shift(lane, next) : 0;
        if (open != NONE || shift != 0) {
            state.connector[slot] = open;
            state.shift[slot] = (byte) shift;
        }
    }

    private int bestOpen(int lane, int next, int after) {
        return best(lane, next, after, true);
    }

    /** The connector of a lane beside by which to turn from a wrong lane. */
    int connectorBeside(int lane, int next) {
        int shift = closures.concern(next) ? closures.shift(lane, next) : 0;
        return shift == 0
                ? network.findConnector(lane + nearest(lane, next), next)
                : bestOpen(lane + shift, next, NONE);
    }

    private void planWay(int slot, int lane, VehicleState state) {
        Route route = state.route[slot];
        int leg = state.leg[slot];
        if (leg == route.size() - 1) {
            state.destination[slot] = state.arrivalPosition[slot] * network.laneLength(lane);
            state.nextLink[slot] = NONE;
            state.linkAfter[slot] = NONE;
            state.connector[slot] = NONE;
            state.shift[slot] = 0;
            return;
        }
        state.destination[slot] = Double.POSITIVE_INFINITY;
        int next = route.link(leg + 1);
        state.nextLink[slot] = next;
        int after = leg + 2 < route.size() ? route.link(leg + 2) : NONE;
        state.linkAfter[slot] = after;
        int turn = indexOfNext(network.linkOfLane(lane), next);
        int only = turn == NONE ? NONE : onlyConnector[cell(lane, turn)];
        state.connector[slot] = only == SEVERAL ? best(lane, next, after) : only;
        state.shift[slot] = turn == NONE ? 0 : shifts[firstShift(lane, turn, next, after)];
    }

    /**
     * Lanes that this vehicle would have to move, positive to the left, if it were on a lane of its
     * present link, which is not its last.
     */
    int shiftFrom(int lane, int slot, VehicleState state) {
        int next = state.nextLink[slot];
        int turn = indexOfNext(network.linkOfLane(lane), next);
        return turn == NONE ? 0 : shifts[firstShift(lane, turn, next, state.linkAfter[slot])];
    }

    /** Place of the next link among those that a link leads to, or NONE. */
    private int indexOfNext(int link, int next) {
        for (int k = 0; k < network.nextLinkCount(link); k++) {
            if (network.nextLink(link, k) == next) {
                return k;
            }
        }
        return NONE;
    }

    /** Cell of a lane and a turn in the tables with a row for each lane, a column for each turn. */
    private int cell(int lane, int turn) {
        int link = network.linkOfLane(lane);
        return firstOfLink[link]
                + (lane - network.firstLane(link)) * network.nextLinkCount(link)
                + turn;
    }

    private int firstShift(int lane, int turn, int next, int after) {
        int column = after == NONE ? NONE : indexOfNext(next, after);
        return firstShift[cell(lane, turn)] + 1 + column;
    }

    /**
     * The best connector from a lane to a link: the one whose end needs the fewest lane changes for
     * the link after, then the emptiest target lane, then the first; NONE if there is none.
     */
    int best(int lane, int next, int after) {
        return best(lane, next, after, false);
    }

    private int best(int lane, int next, int after, boolean onlyOpen) {
        int best = NONE;
        int fewest = Integer.MAX_VALUE;
        for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
            int target = network.toLane(c);
            if (network.linkOfLane(target) != next || onlyOpen && !closures.isOpen(target)) {
                continue;
            }
            int changes = after == NONE ? 0 : Math.abs(nearest(target, after));
            int cost = 1000 * changes + tracks.count[target];
            if (cost < fewest) {
                fewest = cost;
                best = c;
            }
        }
        return best;
    }

    /**
     * Lanes to move, positive to the left, to reach the lane of this link that leads to {@code
     * next} with the fewest lane changes, counting those on {@code next} itself where that is too
     * short to make them there at leisure; 0 where no lane leads there.
     *
     * @param after the link after {@code next}, or NONE
     */
    int shift(int lane, int next, int after) {
        int link = network.linkOfLane(lane);
        int first = network.firstLane(link);
        boolean looksFurther = after != NONE && isShort[next];
        int best = 0;
        int fewest = Integer.MAX_VALUE;
        for (int k = 0; k < network.laneCount(link); k++) {
            int candidate = first + k;
            int away = Math.abs(candidate - lane);
            if (network.findConnector(candidate, next) == NONE) {
                continue;
            }
            int changes = 2 * (away + (looksFurther ? changesBeyond(candidate, next, after) : 0));
            if (changes + (away > 0 ? 1 : 0) < fewest) { // rather later than now
                fewest = changes + (away > 0 ? 1 : 0);
                best = candidate - lane;
            }
        }
        return best;
    }

    /** Lane changes left on {@code next} for who leaves this lane by its best connector. */
    private int changesBeyond(int lane, int next, int after) {
        int fewest = Integer.MAX_VALUE;
        for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
            if (network.linkOfLane(network.toLane(c)) == next) {
                fewest = Math.min(fewest, Math.abs(nearest(network.toLane(c), after)));
            }
        }
        return fewest;
    }

    /**
     * Lanes to move, positive to the left, to the nearest lane of this link that leads to {@code
     * next}; 0 where none does.
     */
    int nearest(int lane, int next) {
        int link = network.linkOfLane(lane);
        int n = network.nextLinkCount(link);
        for (int k = 0; k < n; k++) {
            if (network.nextLink(link, k) == next) {
                return nearest[firstOfLink[link] + (lane - network.firstLane(link)) * n + k];
            }
        }
        return 0;
    }

    /** Fills the table of {@link #nearest}: a row for each lane, a column for each next link. */
    private void tabulate() {
        int cell = 0;
        for (int link = 0; link < network.linkCount(); link++) {
            firstOfLink[link] = cell;
            for (int lane = 0; lane < network.laneCount(link); lane++) {
                for (int k = 0; k < network.nextLinkCount(link); k++) {
                    nearest[cell++] =
                            (byte)
                                    search(
                                            network.firstLane(link) + lane,
                                            network.nextLink(link, k));
                }
            }
        }
    }

    private void tabulateTurns() {
        int used = 0;
        for (int lane = 0; lane < network.laneCount(); lane++) {
            int link = network.linkOfLane(lane);
            for (int turn = 0; turn < network.nextLinkCount(link); turn++) {
                int next = network.nextLink(link, turn);
                int columns = 1 + network.nextLinkCount(next);
                if (used + columns > shifts.length) {
                    shifts = Arrays.copyOf(shifts, 2 * (used + columns));
                }
                onlyConnector[cell(lane, turn)] = onlyConnector(lane, next);
                firstShift[cell(lane, turn)] = used;
                for (int column = -1; column < columns - 1; column++) {
                    int after = column < 0 ? NONE : network.nextLink(next, column);
                    shifts[used++] = (byte) shift(lane, next, after);
                }
            }
        }
        shifts = Arrays.copyOf(shifts, used);
    }

    private int onlyConnector(int lane, int next) {
        int only = network.findConnector(lane, next);
        for (int c = only + 1; only != NONE && c < network.endConnector(lane); c++) {
            if (network.toLink(c) == next) {
                return SEVERAL;
            }
        }
        return only;
    }

    private int cells() {
        int cells = 0;
        for (int link = 0; link < network.linkCount(); link++) {
            cells += network.laneCount(link) * network.nextLinkCount(link);
        }
        return cells;
    }

    private int search(int lane, int next) {
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
