package org.chalaco.mobsim.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which lane leads where, where no lane connections are given.
 *
 * <p>Seen from the approach, movements lie from right to left. Right turns leave from the rightmost
 * lane, left turns from the leftmost; with three lanes or more the leftmost belongs to left turns
 * alone, so that a waiting left turner does not block through traffic. Straight on uses every other
 * lane, lane by lane; surplus lanes merge at the left, surplus target lanes are fed by the leftmost
 * lane. At the end of a road its lanes are shared out from right to left by the width of the
 * targets, a lane on the border serving both. A turn from one lane may end in either of the two
 * nearest target lanes. U-turns exist where nothing else is possible, or where the builder allows
 * them.
 */
final class LaneAssignment {

    /** Keeps a border between lanes, summed up from shares, from cutting off a sliver of a lane. */
    private static final double SHARE_ROUNDING = 1e-9;

    private final NetworkAssembly net;
    private final JunctionGeometry geometry;
    private List<int[]> pairs;

    LaneAssignment(NetworkAssembly net, JunctionGeometry geometry) {
        this.net = net;
        this.geometry = geometry;
    }

    /** All pairs {from lane, to lane}; the explicit connections must have been checked. */
    List<int[]> assign() {
        pairs = new ArrayList<>();
        Map<Integer, Set<LaneConnection>> given = new TreeMap<>();
        for (LaneConnection c : net.connections) {
            given.computeIfAbsent(net.linkIndexes.get(c.fromLinkId()), k -> new LinkedHashSet<>())
                    .add(c);
        }
        for (int l = 0; l < net.links.size(); l++) {
            if (given.containsKey(l)) {
                given.get(l).forEach(this::addGiven);
            } else {
                derive(l);
            }
        }
        return pairs;
    }

    private void addGiven(LaneConnection c) {
        connect(
                net.linkIndexes.get(c.fromLinkId()),
                c.fromLane(),
                net.linkIndexes.get(c.toLinkId()),
                c.toLane());
    }

    private void derive(int from) {
        List<Integer> targets = targetsFromRightToLeft(from);
        int through = findThrough(from, targets);
        int lanes = net.links.get(from).laneCount();
        if (through < 0) {
            shareLanes(from, targets, lanes);
            return;
        }
        boolean ownLeftLane = lanes >= 3 && through < targets.size() - 1;
        int firstThrough = 0;
        int lastThrough = ownLeftLane ? lanes - 2 : lanes - 1;
        for (int m = 0; m < targets.size(); m++) {
            if (m < through) {
                turnRight(from, 0, 0, targets.get(m));
            } else if (m > through) {
                turnLeft(from, lanes - 1, lanes - 1, targets.get(m));
            } else {
                goThrough(from, firstThrough, lastThrough, targets.get(m));
            }
        }
    }

    private List<Integer> targetsFromRightToLeft(int from) {
        List<Integer> targets = new ArrayList<>();
        List<Integer> uTurns = new ArrayList<>();
        for (int l : geometry.arms(net.linkTo[from])) {
            if (net.linkFrom[l] != net.linkTo[from] || net.isForbidden(from, l)) {
                continue;
            }
            boolean back = geometry.turn(from, l) == Turn.U_TURN;
            (back && !net.uTurnsAllowed ? uTurns : targets).add(l);
        }
        List<Integer> possible = targets.isEmpty() ? uTurns : targets;
        possible.sort(
                Comparator.<Integer>comparingDouble(l -> angleFromRight(from, l))
                        .thenComparing(l -> l));
        return possible;
    }

    private double angleFromRight(int from, int to) {
        return geometry.turn(from, to) == Turn.U_TURN ? Math.PI : geometry.angle(from, to);
    }

    /**
     * The movement that goes on: within 40 degrees, the widest, then the straightest; -1 if none
     * does.
     */
    private int findThrough(int from, List<Integer> targets) {
        int best = -1;
        for (int m = 0; m < targets.size(); m++) {
            int l = targets.get(m);
            if (geometry.turn(from, l) == Turn.THROUGH
                    && (best < 0 || goesOnBetter(from, l, targets.get(best)))) {
                best = m;
            }
        }
        return best;
    }

    private boolean goesOnBetter(int from, int l, int other) {
        int lanes = Integer.compare(net.links.get(l).laneCount(), net.links.get(other).laneCount());
        return lanes > 0
                || lanes == 0
                        && Math.abs(geometry.angle(from, l))
                                < Math.abs(geometry.angle(from, other));
    }

    /**
     * The road ends: its lanes are dealt out from right to left, by the lanes of the targets. A
     * lane on the border belongs to both, so that a mirrored junction has the mirrored assignment.
     */
    private void shareLanes(int from, List<Integer> targets, int lanes) {
        int wanted = targets.stream().mapToInt(l -> net.links.get(l).laneCount()).sum();
        double shareUsed = 0;
        for (int m = 0; m < targets.size(); m++) {
            int target = targets.get(m);
            double share = lanes * (double) net.links.get(target).laneCount() / wanted;
            int first = (int) (shareUsed + SHARE_ROUNDING);
            int last = (int) Math.ceil(shareUsed + share - SHARE_ROUNDING) - 1;
            shareUsed += share;
            if (geometry.turn(from, target) == Turn.RIGHT) {
                turnRight(from, first, last, target);
            } else {
                turnLeft(from, first, last, target);
            }
        }
    }

    private void turnRight(int from, int first, int last, int to) {
        int targetLanes = net.links.get(to).laneCount();
        for (int lane = first; lane <= last; lane++) {
            connect(from, lane, to, Math.min(lane - first, targetLanes - 1));
        }
        if (first == last && targetLanes > 1) {
            connect(from, first, to, 1);
        }
    }

    private void turnLeft(int from, int first, int last, int to) {
        int targetLanes = net.links.get(to).laneCount();
        for (int lane = first; lane <= last; lane++) {
            connect(from, lane, to, Math.max(0, targetLanes - 1 - (last - lane)));
        }
        if (first == last && targetLanes > 1) {
            connect(from, first, to, targetLanes - 2);
        }
    }

    private void goThrough(int from, int first, int last, int to) {
        int targetLanes = net.links.get(to).laneCount();
        for (int lane = first; lane <= last; lane++) {
            connect(from, lane, to, Math.min(lane - first, targetLanes - 1));
        }
        for (int target = last - first + 1; target < targetLanes; target++) {
            connect(from, last, to, target);
        }
    }

    private void connect(int from, int fromLane, int to, int toLane) {
        pairs.add(new int[] {net.linkFirstLane[from] + fromLane, net.linkFirstLane[to] + toLane});
    }
}
