package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Who passes first where paths cross inside a box, so that two bodies never lie on one crossing
 * point.
 *
 * <p>Drivers judge by time whether they may enter a box (see {@link JunctionEntry}), and time may
 * be misjudged. So whoever is about to pass the last place where it can stop before the box draws a
 * number, one vehicle after the other. A crossing point belongs to the vehicle whose body is on it,
 * else to the smallest number among those still before it; everyone else keeps able to stop short
 * of it with {@value #BRAKING} m/s². That is always possible: who draws a number can still stop
 * before the box, and whoever draws later yields. Numbers only grow, so waiting for each other
 * cannot go in a circle; who stands gives its number back and draws another to go on.
 *
 * <p>Who may have to give way inside the box draws one number for the way to the waiting point and
 * another one for the way beyond.
 *
 * <p>{@link #restrain} reads the frozen state and may be called for different tracks by different
 * threads; {@link #settle} draws the numbers, on one thread, in order of tracks.
 */
final class PassingOrder {

    /** Braking that everyone keeps in hand before a crossing point, m/s². */
    private static final double BRAKING = 6.0;

    /** Half a vehicle's width: how near to the middle of a crossing path one may stop, m. */
    private static final double HALF_WIDTH = 1.0;

    /** One stops this much before that, so that rounding takes nobody beyond, m. */
    private static final double SLACK = 0.05;

    /** Paths that end in one lane come near each other so far before it, m. */
    private static final double MERGE_BEGINS = 6.0;

    /** Who stands for a number this long looks whether those it waits for stand too, s. */
    private static final double PATIENCE = 2.0;

    /** Why a driver looks at the crossing points ahead. */
    private enum Intent {
        /** It goes with the numbers it has. */
        GO,

        /** It is about to draw one. */
        DRAW,

        /** It would go before those who stand. */
        OVERTAKE
    }

    /** Who draws in this very moment comes after all others. */
    private static final int NOW = Integer.MAX_VALUE;

    /** No numbered vehicle is farther from its stop line than this, m. */
    private static final double FARTHEST = 100;

    private final Scene scene;
    private final RoadNetwork network;
    private final Tracks tracks;
    private final VehicleState state;
    private final WaitingPoints waitingPoints;
    private final double dt;

    /** Tracks on which somebody has a number to draw or to give back, as bits. */
    private final long[] asking;

    private int lastNumber;
    private int firstNumber;

    PassingOrder(Scene scene) {
        this.scene = scene;
        network = scene.network;
        tracks = scene.tracks;
        state = scene.state;
        waitingPoints = scene.waitingPoints;
        dt = scene.clock.dt();
        asking = new long[tracks.occupied.length];
    }

    /** From here on a front bumper is on a crossing point so far along its connector, m. */
    static double begins(double crossingPoint) {
        return Math.max(0, crossingPoint - HALF_WIDTH);
    }

    /**
     * The acceleration of a vehicle, restrained where others pass first.
     *
     * @param connector that it is on, or will take
     * @param x its place on the connector, m; negative before the stop line
     * @param a wished for, m/s²
     */
    double restrain(int slot, int connector, double x, double a) {
        if (!tracks.boxes.crossesPaths(connector)) {
            return a;
        }
        double v = state.speed[slot];
        double end = numberedTo(slot, connector, x);
        double allowed = a;
        if (state.entryNumber[slot] != 0) {
            double stop = firstTaken(slot, connector, x, end, Intent.GO);
            allowed = Math.min(a, toStopBy(stop - x, v));
        }
        boolean waits = isIdle(slot) && (x < 0 || allowed < a && hasWaited(slot));
        if (waits || isOver(v, allowed, end - x)) {
            ask(state.track[slot]);
        }
        return allowed;
    }

    /** Whether the vehicle stands although it has a number. */
    private boolean isIdle(int slot) {
        return state.standing(slot) > 0 && state.entryNumber[slot] != 0;
    }

    private boolean hasWaited(int slot) {
        return state.standing(slot) * dt > PATIENCE;
    }

    /** Somebody on this track has a number to draw or to give back. */
    void ask(int track) {
        asking[track >> 6] |= 1L << track;
    }

    /** Numbers are drawn and given back, track by track. */
    void settle() {
        for (int word = 0; word < asking.length; word++) {
            for (long bits = asking[word]; bits != 0; bits &= bits - 1) {
                settle(64 * word + Long.numberOfTrailingZeros(bits));
            }
            asking[word] = 0;
        }
    }

    private void settle(int track) {
        boolean lane = tracks.isLane(track);
        for (int i = 0; i < tracks.count[track]; i++) {
            int slot = tracks.order[track][i];
            int connector = lane ? state.connector[slot] : track - tracks.laneCount;
            if (connector == NONE || !tracks.boxes.crossesPaths(connector)) {
                continue;
            }
            if (lane) {
                settleBeforeLine(slot, connector, state.position[slot] - tracks.length[track]);
            } else {
                settleInside(slot, connector, state.position[slot]);
            }
        }
    }

    private void settleBeforeLine(int slot, int connector, double x) {
        if (isIdle(slot) && !isOver(state.speed[slot], state.acceleration[slot], -x)) {
            giveBack(slot);
        }
        draw(slot, connector, x);
    }

    private void settleInside(int slot, int connector, double x) {
        if (isIdle(slot) && hasWaited(slot) && isFree(slot, connector, x)) {
            goFirst(slot);
        }
        draw(slot, connector, x);
    }

    /** Whether only standing vehicles, none of them on a crossing point, keep this one waiting. */
    private boolean isFree(int slot, int connector, double x) {
        double end = numberedTo(slot, connector, x);
        return firstTaken(slot, connector, x, end, Intent.OVERTAKE) == Double.POSITIVE_INFINITY;
    }

    /**
     * Takes the turn of those who stand. The way is free as far as the number goes, so this vehicle
     * will be gone, and nobody waits for it for long.
     */
    private void goFirst(int slot) {
        firstNumber--;
        state.entryNumber[slot] = firstNumber;
        if (state.crossingNumber[slot] != 0) {
            state.crossingNumber[slot] = firstNumber;
        }
    }

    /** Draws the numbers that the vehicle needs for its way in this step, or has it stop short. */
    private void draw(int slot, int connector, double x) {
        double v = state.speed[slot];
        double a = state.acceleration[slot];
        double end = numberedTo(slot, connector, x);
        while (isOver(v, a, end - x)) {
            double next = endBeyond(connector, end);
            double stop = firstTaken(slot, connector, x, next, Intent.DRAW);
            a = Math.min(a, Math.max(toStopBy(stop - x, v), -Motion.PHYSICAL_BRAKING));
            if (!isOver(v, a, end - x)) {
                break;
            }
            number(slot, connector, next);
            end = next;
        }
        state.acceleration[slot] = a;
    }

    private void number(int slot, int connector, double to) {
        lastNumber++;
        if (state.entryNumber[slot] == 0) {
            state.entryNumber[slot] = lastNumber;
            if (tracks.isLane(state.track[slot])) {
                tracks.announce(connector, 1);
            }
        }
        if (to == Double.POSITIVE_INFINITY) {
            state.crossingNumber[slot] = lastNumber;
        }
    }

    /**
     * Whether a vehicle that will join the same lane is nearer to it, but stands well before it for
     * others, and came later: then it is passed.
     */
    boolean isPassedBy(int slot, int rival, double rivalToEnd) {
        return rivalToEnd > MERGE_BEGINS
                && hasWaited(rival)
                && state.entryNumber[slot] != 0
                && state.entryNumber[slot] < state.entryNumber[rival];
    }

    /** The vehicle has no claim any more: it stands, has left the box, or the road. */
    void giveBack(int slot) {
        if (state.entryNumber[slot] != 0 && tracks.isLane(state.track[slot])) {
            tracks.announce(state.connector[slot], -1);
        }
        state.entryNumber[slot] = 0;
        state.crossingNumber[slot] = 0;
    }

    /**
     * Whether a vehicle that has come to the end of its lane may pass the line. Who came over a
     * lane too short to draw a number before does so now, if nobody passes first.
     */
    boolean mayCross(int slot) {
        int connector = state.connector[slot];
        if (!tracks.boxes.crossesPaths(connector) || state.entryNumber[slot] != 0) {
            return true;
        }
        double stop = firstTaken(slot, connector, 0, Double.POSITIVE_INFINITY, Intent.DRAW);
        if (stop != Double.POSITIVE_INFINITY) {
            return false;
        }
        number(slot, connector, Double.POSITIVE_INFINITY);
        return true;
    }

    /** The vehicle's front is on the connector now. */
    void enter(int connector, int slot) {
        if (state.entryNumber[slot] != 0) {
            tracks.announce(connector, -1);
        }
    }

    /** Up to where on the connector the vehicle may go with the numbers it has, m. */
    private double numberedTo(int slot, int connector, double x) {
        if (state.crossingNumber[slot] != 0) {
            return Double.POSITIVE_INFINITY;
        }
        return state.entryNumber[slot] != 0 ? boundary(connector) : Math.max(0, x);
    }

    private double endBeyond(int connector, double end) {
        double boundary = boundary(connector);
        return scene.signals.rules(connector) && end < boundary
                ? boundary
                : Double.POSITIVE_INFINITY;
    }

    /** Beyond here, the second number counts, m; infinite where there is no waiting point. */
    private double boundary(int connector) {
        double wait = waitingPoints.of(connector);
        return wait > 0 ? wait + WaitingPoints.OVERSHOOT : Double.POSITIVE_INFINITY;
    }

    /**
     * Where the vehicle must stop for another that passes first, m on the connector; infinite if
     * for nobody.
     *
     * @param to crossing points from here on do not matter yet, m
     */
    private double firstTaken(int slot, int connector, double x, double to, Intent intent) {
        double first = Double.POSITIVE_INFINITY;
        if (!tracks.boxes.othersInside(connector)) {
            return first;
        }
        double boundary = boundary(connector);
        for (int k = network.firstConflict(connector); k < network.endConflict(connector); k++) {
            double from = begins(network.conflictOwnDistance(k));
            boolean matters = x <= from && from < to && from < first;
            if (matters
                    && tracks.boxes.isInside(network.conflictOther(k))
                    && (network.conflictFlags(k) & RoadNetwork.MERGE) == 0) {
                int number = from < boundary ? state.entryNumber[slot] : state.crossingNumber[slot];
                boolean draws = intent == Intent.DRAW && number == 0;
                if (isTaken(k, slot, draws ? NOW : number, intent)) {
                    first = from;
                }
            }
        }
        return first;
    }

    /** Whether another vehicle passes this crossing point before the one with this number. */
    private boolean isTaken(int conflict, int slot, int number, Intent intent) {
        int other = network.conflictOther(conflict);
        int track = tracks.ofConnector(other);
        double from = begins(network.conflictOtherDistance(conflict));
        double to = network.conflictOtherDistance(conflict) + HALF_WIDTH;
        int tail = tracks.tail(track, state);
        if (tail != NONE
                && tail != slot
                && tracks.length[track] - tracks.tailReach(track, tail, state) < to) {
            return true;
        }
        for (int i = 0; i < tracks.count[track]; i++) {
            int rival = tracks.order[track][i];
            if (scene.rear(rival) < to
                    && (state.position[rival] > from || isBefore(rival, from, number, intent))) {
                return true;
            }
        }
        return tracks.isAnnounced(other) && comesFirst(other, from, number, intent);
    }

    private boolean isBefore(int rival, double from, int number, Intent intent) {
        int drawn =
                from < boundary(state.connector[rival])
                        ? state.entryNumber[rival]
                        : state.crossingNumber[rival];
        boolean counts = intent != Intent.OVERTAKE || state.standing(rival) == 0;
        return drawn != 0 && drawn < number && counts;
    }

    /** Whether somebody with a smaller number is still before the stop line, on any lane. */
    private boolean comesFirst(int connector, double from, int number, Intent intent) {
        int link = network.fromLink(connector);
        for (int k = 0; k < network.laneCount(link); k++) {
            int lane = network.firstLane(link) + k;
            for (int i = 0; i < tracks.count[lane]; i++) {
                int rival = tracks.order[lane][i];
                if (state.position[rival] < tracks.length[lane] - FARTHEST) {
                    break;
                }
                if (state.connector[rival] == connector && isBefore(rival, from, number, intent)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a step with this acceleration leaves too little of this room to stop in. */
    private boolean isOver(double v, double a, double room) {
        double next = v + a * dt;
        if (next < 0) {
            return v * v > -2 * a * room;
        }
        return v * dt + 0.5 * a * dt * dt + next * next / (2 * BRAKING) > room;
    }

    /** The strongest acceleration after which the vehicle can still stop within this way, m/s². */
    private double toStopBy(double way, double v) {
        if (way == Double.POSITIVE_INFINITY) {
            return way;
        }
        double room = way - SLACK;
        double half = BRAKING * dt / 2;
        double square = half * half + 2 * BRAKING * room - BRAKING * v * dt;
        double next = square > 0 ? Math.sqrt(square) - half : -1;
        if (next >= 0) {
            return (next - v) / dt;
        }
        return room > 0 ? -v * v / (2 * room) : -v / dt;
    }
}
