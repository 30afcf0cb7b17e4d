package org.chalaco.agents.coordination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chalaco.agents.protocol.Content;
import org.chalaco.agents.protocol.Content.DelayCurve;
import org.chalaco.agents.protocol.Content.OffsetMove;

/**
 * One player of the game on offsets, after MGM, the maximum gain message algorithm: in every round
 * each player offers the move by which it and its neighbours together save most; whoever gains more
 * than all of its neighbours moves, the smaller name first where gains are equal.
 *
 * <p>The delay of a road between two neighbours depends on the difference of their offsets alone
 * and both know it, as one table of whole numbers. Neighbours never move in the same round, since
 * each of them would have to beat the other. So the delay of the whole network falls in every round
 * by the sum of the gains of those who moved; it is a whole number and not negative, so the game
 * ends, at the latest after the agreed number of rounds.
 *
 * <p>Maheswaran, Pearce, Tambe, <i>Distributed algorithms for DCOP: a graphical-game-based
 * approach</i>, PDCS 2004. Not thread-safe.
 */
final class OffsetGame {

    /** A road to or from a neighbour, whose place is that in the order of meeting. */
    private record Road(int neighbour, boolean here, long[] delay) {}

    private final String name;
    private final int cycle;
    private final int period;
    private final List<Road> roads = new ArrayList<>();
    private final Map<String, Integer> placeOf = new TreeMap<>();
    private int[] offsets = new int[8];
    private final Set<String> absent = new HashSet<>();
    private final long threshold;
    private int offset;
    private int[] allowed;
    private boolean allAllowed;
    private Optional<OffsetMove> offered = Optional.empty();

    /**
     * A player.
     *
     * @param cycle common to all players, s
     * @param period of its own plan, s: the cycle or its half
     * @param offset where it stands, s
     * @param threshold least gain for which it moves, per mille of its delay
     */
    OffsetGame(String name, int cycle, int period, int offset, int threshold) {
        this.name = name;
        this.cycle = cycle;
        this.period = period;
        this.offset = Math.floorMod(offset, period);
        this.threshold = threshold;
        allowAll();
    }

    private void allowAll() {
        allowed = new int[period / Content.BIN];
        for (int k = 0; k < allowed.length; k++) {
            allowed[k] = Math.floorMod(offset + k * Content.BIN, period);
        }
        allAllowed = period == cycle && cycle % Content.BIN == 0;
    }

    /** Lets it move only so far from an offset, s. */
    void allowOnly(int from, int bound) {
        List<Integer> near = new ArrayList<>();
        for (int away = -bound; away <= bound; away++) {
            if (2 * Math.abs(away) <= period) {
                near.add(Math.floorMod(from + away, period));
            }
        }
        allAllowed = false;
        allowed = near.stream().mapToInt(Integer::intValue).distinct().toArray();
        if (!near.contains(offset)) {
            offset = Math.floorMod(from, period);
        }
    }

    /** A road that ends here: what its vehicles wait, by my offset minus theirs. */
    void addHere(String neighbour, int itsOffset, DelayCurve curve) {
        addRoad(neighbour, true, itsOffset, curve);
    }

    /** A road that ends there: what its vehicles wait, by their offset minus mine. */
    void addThere(String neighbour, DelayCurve curve) {
        addRoad(neighbour, false, curve.offset(), curve);
    }

    private void addRoad(String neighbour, boolean here, int itsOffset, DelayCurve curve) {
        int place = placeOf.computeIfAbsent(neighbour, n -> placeOf.size());
        if (place == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * place);
        }
        offsets[place] = itsOffset;
        long[] delay = curve.delay().stream().mapToLong(Long::longValue).toArray();
        roads.add(new Road(place, here, delay));
    }

    /** Names of those it plays with, in order. */
    Set<String> neighbours() {
        return placeOf.keySet();
    }

    /** A neighbour does not answer any more: it stays where it was. */
    void forget(String neighbour) {
        absent.add(neighbour);
    }

    /** A neighbour has moved. */
    void moved(String neighbour, int itsOffset) {
        Integer place = placeOf.get(neighbour);
        if (place != null) {
            offsets[place] = itsOffset;
        }
    }

    /** Delay on all roads to and from here if it stood there, vehicle seconds per hour. */
    long delay(int at) {
        long sum = 0;
        for (Road road : roads) {
            sum += delay(road, at);
        }
        return sum;
    }

    private long delay(Road road, int at) {
        int other = offsets[road.neighbour()];
        int later = road.here() ? at - other : other - at;
        int bin = Math.floorMod(later, cycle) / Content.BIN;
        // the last second of an odd cycle has no bin of its own
        return road.delay()[Math.min(bin, road.delay().length - 1)];
    }

    /** Delay on the roads that end here, vehicle seconds per hour. */
    long delayHere() {
        long sum = 0;
        for (Road road : roads) {
            sum += road.here() ? delay(road, offset) : 0;
        }
        return sum;
    }

    /** Delay at every offset that is allowed, vehicle seconds per hour. */
    private long[] delays() {
        long[] delays = new long[allowed.length];
        if (!allAllowed) {
            for (int k = 0; k < allowed.length; k++) {
                delays[k] = delay(allowed[k]);
            }
            return delays;
        }
        for (Road road : roads) {
            // one bin on for each candidate, or back: most of a game is spent here
            int other = offsets[road.neighbour()];
            int later = road.here() ? allowed[0] - other : other - allowed[0];
            int bin = Math.floorMod(later, cycle) / Content.BIN;
            int step = road.here() ? 1 : road.delay().length - 1;
            for (int k = 0; k < delays.length; k++) {
                delays[k] += road.delay()[bin];
                bin += step;
                bin -= bin >= road.delay().length ? road.delay().length : 0;
            }
        }
        return delays;
    }

    /** The best move there is, if any is worth it. */
    Optional<OffsetMove> offer(int round) {
        long now = delay(offset);
        long least = now;
        int best = offset;
        long[] delays = delays();
        for (int k = 0; k < allowed.length; k++) {
            int candidate = allowed[k];
            long delay = delays[k];
            if (delay < least || delay == least && best != offset && candidate < best) {
                least = delay;
                best = candidate;
            }
        }
        long gain = now - least;
        boolean worth = gain > 0 && gain * 1000 >= now * threshold;
        offered = worth ? Optional.of(new OffsetMove(best, gain, round)) : Optional.empty();
        return offered;
    }

    /** Whether it lets this neighbour move: it does not gain more itself. */
    boolean accepts(String neighbour, OffsetMove move) {
        if (offered.isEmpty()) {
            return true;
        }
        long mine = offered.get().gain();
        return move.gain() > mine || move.gain() == mine && neighbour.compareTo(name) < 0;
    }

    /** Moves if all neighbours who are there accepted what it offered. */
    boolean move(Set<String> acceptedBy) {
        if (offered.isEmpty()) {
            return false;
        }
        for (String neighbour : placeOf.keySet()) {
            if (!absent.contains(neighbour) && !acceptedBy.contains(neighbour)) {
                return false;
            }
        }
        offset = offered.get().offset();
        return true;
    }

    /** What it offered in this round. */
    Optional<OffsetMove> offered() {
        return offered;
    }

    /** Where it stands, s. */
    int offset() {
        return offset;
    }

    /** The cycle that all players have in common, s. */
    int cycle() {
        return cycle;
    }
}
