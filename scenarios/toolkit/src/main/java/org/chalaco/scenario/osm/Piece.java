package org.chalaco.scenario.osm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A stretch of road between two places where something happens; both directions, if both are open.
 *
 * @param road whose class, name and modes it has
 * @param nodes ids along it; the first and the last are its ends
 * @param ways ids of the ways it consists of, in order along it
 * @param forward from the first node to the last, or null
 * @param backward from the last to the first, or null
 * @param remarks what was guessed of it
 */
record Piece(
        Road road,
        List<Long> nodes,
        List<Long> ways,
        Road.Direction forward,
        Road.Direction backward,
        Set<Road.Remark> remarks) {

    Piece {
        nodes = List.copyOf(nodes);
        ways = List.copyOf(ways);
        remarks = Collections.unmodifiableSet(new LinkedHashSet<>(remarks));
    }

    static Piece of(Road road, List<Long> nodes) {
        return new Piece(
                road,
                nodes,
                List.of(road.way().id()),
                road.forward(),
                road.backward(),
                new LinkedHashSet<>(road.remarks()));
    }

    /** Arrows stand before the end of the whole way, not at every corner on it. */
    Piece withArrows(boolean atEnd, boolean atStart) {
        return new Piece(
                road,
                nodes,
                ways,
                forward == null || atEnd ? forward : forward.withTurnLanes(null),
                backward == null || atStart ? backward : backward.withTurnLanes(null),
                remarks);
    }

    long start() {
        return nodes.get(0);
    }

    long end() {
        return nodes.get(nodes.size() - 1);
    }

    boolean touches(long node) {
        return start() == node || end() == node;
    }

    /** The way at this end. */
    long wayAt(long node) {
        return ways.get(start() == node ? 0 : ways.size() - 1);
    }

    /** Whether one can drive towards this end, or away from it. */
    boolean leadsTo(long node) {
        return end() == node && forward != null || start() == node && backward != null;
    }

    boolean leadsFrom(long node) {
        return start() == node && forward != null || end() == node && backward != null;
    }

    /** The end that is not this one. */
    long otherEnd(long node) {
        return start() == node ? end() : start();
    }

    Piece reversed() {
        List<Long> back = new ArrayList<>(nodes);
        Collections.reverse(back);
        List<Long> waysBack = new ArrayList<>(ways);
        Collections.reverse(waysBack);
        return new Piece(road, back, waysBack, backward, forward, remarks);
    }

    /** Whether the other one, which starts where this ends, goes on in just the same way. */
    boolean goesOnAs(Piece next) {
        return road.kind() == next.road.kind()
                && road.ramp() == next.road.ramp()
                && road.roundabout() == next.road.roundabout()
                && road.modes().equals(next.road.modes())
                && alike(forward, next.forward)
                && alike(backward, next.backward);
    }

    private static boolean alike(Road.Direction a, Road.Direction b) {
        return a == null
                ? b == null
                : b != null && a.lanes() == b.lanes() && Math.abs(a.speed() - b.speed()) < 1e-6;
    }

    /** This and the next one as one; arrows painted before the end count for the whole. */
    Piece joined(Piece next) {
        List<Long> all = new ArrayList<>(nodes);
        all.addAll(next.nodes.subList(1, next.nodes.size()));
        List<Long> allWays = new ArrayList<>(ways);
        for (long way : next.ways) {
            if (!Objects.equals(allWays.get(allWays.size() - 1), way)) {
                allWays.add(way);
            }
        }
        Set<Road.Remark> allRemarks = new LinkedHashSet<>(remarks);
        allRemarks.addAll(next.remarks);
        return new Piece(
                road,
                all,
                allWays,
                later(forward, next.forward),
                later(next.backward, backward),
                allRemarks);
    }

    private static Road.Direction later(Road.Direction first, Road.Direction second) {
        return second == null || second.turnLanes() != null || first.turnLanes() == null
                ? second
                : second.withTurnLanes(first.turnLanes());
    }

    /** The two parts at an inner node. */
    List<Piece> split(int at) {
        Road.Direction inForward = forward == null ? null : forward.withTurnLanes(null);
        Road.Direction inBackward = backward == null ? null : backward.withTurnLanes(null);
        return List.of(
                new Piece(road, nodes.subList(0, at + 1), ways, inForward, backward, remarks),
                new Piece(
                        road, nodes.subList(at, nodes.size()), ways, forward, inBackward, remarks));
    }
}
