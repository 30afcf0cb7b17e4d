package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.engine.VehicleState.GO;
import static org.chalaco.mobsim.engine.VehicleState.STOP_SIGNAL;
import static org.chalaco.mobsim.engine.VehicleState.STOP_YIELD;
import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import org.chalaco.mobsim.model.GapAcceptance;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Whether others let a driver into a box: those inside it, and those who come and go first.
 *
 * <p>Nobody crosses the path of a vehicle inside the box before that is gone. Where the rules say
 * yield, approaching vehicles must leave a gap (see {@link GapAcceptance}). A waiting vehicle that
 * cannot go itself is no reason to wait; of two that wait for each other, the one that stands
 * longer goes; who has begun to go keeps the turn.
 *
 * <p>{@link #consider} names the driver, everything else answers for that one. One instance serves
 * one thread.
 */
final class GivingWay extends OfOneThread {

    /** Half a lane and a little: how far around a conflict point the way must be free, m. */
    private static final double MARGIN = 2.0;

    /** Nobody expects a vehicle inside a box to accelerate harder than this, m/s². */
    private static final double EXPECTED_ACCELERATION = 1.0;

    /** Speed that others are expected to leave a box with, m/s. */
    private static final double EXPECTED_SPEED = 8.0;

    /** Gap that is enough to merge from the lane beside, s. */
    private static final double ZIP_GAP = 1.0;

    /** Gap that is enough to join slow traffic, s: of that, behind the own front, s. */
    private static final double SLOW_GAP = 3.0;

    private static final double JOINING_GAP = 0.5;

    private static final double STANDING = 0.3;

    /** Who must stop and is no faster than this is only moving up to the stop line, m/s. */
    private static final double MOVING_UP = 3.0;

    /** Who stands this near to the stop line, m beyond the standstill gap, is at it. */
    private static final double AT_LINE = 1.0;

    /** Who might go but has stood for so long is held up by something else, s. */
    private static final double HELD_UP = 2.0;

    /** No flag: give way to nobody yet. */
    static final byte NOBODY = 0;

    private final Scene scene;
    private final RoadNetwork network;
    private final Tracks tracks;
    private final VehicleState state;
    private final SignalAspects signals;
    private final WaitingPoints waitingPoints;
    private final double criticalGap;

    private int slot;
    private double speed;
    private double distance;
    private int connector;

    GivingWay(Scene scene) {
        this.scene = scene;
        network = scene.network;
        tracks = scene.tracks;
        state = scene.state;
        signals = scene.signals;
        waitingPoints = scene.waitingPoints;
        criticalGap = scene.parameters.junctions().criticalGap();
    }

    /**
     * From now on, answers for this driver on the way to this connector.
     *
     * @param toLine distance to the stop line, m; negative inside the box
     */
    void consider(int deciding, int taken, double toLine) {
        slot = deciding;
        distance = toLine;
        speed = state.speed[slot];
        connector = taken;
    }

    /**
     * Whether the box is free on the way ahead, and those leave a gap to whom one yields by this
     * flag.
     */
    boolean othersLet(int connector, byte yields) {
        boolean boxIsEmpty = !tracks.boxes.othersInside(connector);
        boolean givesWay =
                yields != NOBODY
                        && tracks.boxes.givesWay(connector, yields == WaitingPoints.FILTER);
        if (boxIsEmpty && !givesWay) {
            return true;
        }
        for (int k = network.firstConflict(connector); k < network.endConflict(connector); k++) {
            if (-distance > PassingOrder.begins(network.conflictOwnDistance(k))) {
                continue; // the own front is on it: now others wait
            }
            boolean stopsBefore =
                    yields == NOBODY
                            && (network.conflictFlags(k) & RoadNetwork.PERMISSIVE) != 0
                            && network.conflictOwnDistance(k) > waitingPoints.of(connector);
            boolean mayMeet = !boxIsEmpty && tracks.boxes.isInside(network.conflictOther(k));
            if (mayMeet && !stopsBefore && !boxIsFree(k)) {
                return false;
            }
            if (givesWay && yields(k, yields) && !approachIsFree(connector, k)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a conflict carries these flags; {@link #NOBODY} is carried by none. */
    boolean yields(int conflict, byte flags) {
        return flags != NOBODY && (network.conflictFlags(conflict) & flags) == flags;
    }

    /** Whether everyone must stop before this connector's junction. */
    boolean mustStopFirst(int connector) {
        return tracks.boxes.isAllWayStop(connector);
    }

    /** Whether the driver has stopped at the line, now or just before starting. */
    boolean hasStopped() {
        return state.standing(slot) > 0 && isAtLine() || hasBegun();
    }

    /** Whether this driver was free to go from a stand at the line: it keeps its turn. */
    private boolean hasBegun() {
        return state.decision[slot] == GO && state.stopped[slot] && isAtLine();
    }

    private boolean isAtLine() {
        return distance < scene.profiles.standstillGap[state.profile[slot]] + AT_LINE;
    }

    private double timeFor(double way) {
        double topSpeed = scene.desiredSpeed(state.profile[slot], tracks.ofConnector(connector));
        return GapAcceptance.timeToCover(
                way,
                speed,
                scene.profiles.maxAcceleration[state.profile[slot]],
                Math.max(1, topSpeed));
    }

    private double ownLength() {
        return scene.profiles.length[state.profile[slot]];
    }

    /**
     * Whether those inside the box on the other connector will be gone; merging ones are followed.
     */
    private boolean boxIsFree(int conflict) {
        if ((network.conflictFlags(conflict) & RoadNetwork.MERGE) != 0) {
            return nobodyStandsOn(conflict);
        }
        int track = tracks.ofConnector(network.conflictOther(conflict));
        double free = network.conflictOtherDistance(conflict) + MARGIN;
        double toArrive = Double.NaN;
        int n = tracks.count[track];
        int tail = tracks.tail(track, state);
        if (tail != NONE && tracks.length[track] - tracks.tailReach(track, tail, state) < free) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            int other = tracks.order[track][i];
            double toGo = free - scene.rear(other);
            if (toGo <= 0
                    || waitingPoints.givesWay(conflict, state.position[other])
                    || letsPass(conflict, other)) {
                continue;
            }
            if (Double.isNaN(toArrive)) {
                toArrive = timeFor(distance + network.conflictOwnDistance(conflict) - MARGIN);
            }
            double clears =
                    GapAcceptance.timeToCover(
                            toGo, state.speed[other], EXPECTED_ACCELERATION, EXPECTED_SPEED);
            if (mayStillStop(other) || !GapAcceptance.goesAfter(toArrive, clears)) {
                return false;
            }
        }
        return true;
    }

    /** A stream that ends in the same lane is followed, unless it stands without giving way. */
    private boolean nobodyStandsOn(int conflict) {
        int track = tracks.ofConnector(network.conflictOther(conflict));
        for (int i = 0; i < tracks.count[track]; i++) {
            int other = tracks.order[track][i];
            if (mayStillStop(other)
                    && !waitingPoints.givesWay(conflict, state.position[other])
                    && !isBehind(other)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Of two inside the box that end in the same lane, whether the other one is farther from it, so
     * that it follows; as {@link LeaderIndex} sees them.
     */
    private boolean isBehind(int other) {
        double own = toEnd(slot);
        double others = toEnd(other);
        return distance < 0
                && (others > own || others == own && state.vehicle[slot] < state.vehicle[other]);
    }

    private double toEnd(int vehicle) {
        return tracks.length[state.track[vehicle]] - state.position[vehicle];
    }

    /** A vehicle inside the box that stands, or has its waiting point still before it. */
    private boolean mayStillStop(int other) {
        double wait = waitingPoints.of(state.connector[other]);
        return state.speed[other] < STANDING || wait > 0 && state.position[other] <= wait;
    }

    /**
     * Of two inside the box, both short of where their paths cross, the one that stands longer
     * goes.
     */
    private boolean letsPass(int conflict, int other) {
        boolean shortOfConflict =
                state.position[other]
                        <= PassingOrder.begins(network.conflictOtherDistance(conflict));
        return distance < 0
                && shortOfConflict
                && state.speed[other] < STANDING
                && standsLongerThan(other);
    }

    private boolean standsLongerThan(int other) {
        int difference = state.standing(slot) - state.standing(other);
        return difference > 0 || difference == 0 && state.vehicle[slot] < state.vehicle[other];
    }

    /** Whether those who come to the other connector leave a gap. */
    private boolean approachIsFree(int connector, int conflict) {
        int other = network.conflictOther(conflict);
        if (signals.rules(other) && !signals.lets(other)) {
            return true;
        }
        int lane = network.fromLane(other);
        boolean zip = network.fromLink(other) == network.fromLink(connector);
        boolean joinsSlow = joinsSlowTraffic(conflict, lane);
        double toClear =
                joinsSlow
                        ? timeFor(distance + network.conflictOwnDistance(conflict)) + JOINING_GAP
                        : timeFor(
                                distance
                                        + network.conflictOwnDistance(conflict)
                                        + ownLength()
                                        + MARGIN);
        double leastGap = zip ? ZIP_GAP : joinsSlow ? SLOW_GAP : criticalGap;
        for (int i = 0; i < tracks.count[lane]; i++) {
            int rival = tracks.order[lane][i];
            if (rival == slot || cannotGo(rival)) {
                return true; // nor can those behind it
            }
            if (state.connector[rival] != other) {
                if (waitsToGiveWay(rival)) {
                    return true; // and those behind it wait with it
                }
                continue;
            }
            double way =
                    tracks.length[lane]
                            - state.position[rival]
                            + network.conflictOtherDistance(conflict);
            double arrives = rivalTime(rival, other, way - MARGIN);
            if (GapAcceptance.goesBefore(
                    timeFor(Math.max(0, distance)), toClear, arrives, leastGap)) {
                return true; // those behind come later still
            }
            double length = scene.profiles.length[state.profile[rival]];
            double clears = rivalTime(rival, other, way + length + MARGIN);
            double toArrive = timeFor(distance + network.conflictOwnDistance(conflict) - MARGIN);
            if (!GapAcceptance.goesAfter(toArrive, clears)) {
                return false;
            }
        }
        return true;
    }

    /** A merge into traffic so slow that it can follow right behind, as in a roundabout. */
    private boolean joinsSlowTraffic(int conflict, int lane) {
        return (network.conflictFlags(conflict) & RoadNetwork.MERGE) != 0
                && tracks.speedLimit[lane] <= Boxes.SLOW_ROAD;
    }

    private double rivalTime(int rival, int connector, double way) {
        int profile = state.profile[rival];
        double top = scene.desiredSpeed(profile, network.fromLane(connector));
        return GapAcceptance.timeToCover(
                way, state.speed[rival], scene.profiles.maxAcceleration[profile], top);
    }

    /**
     * Whether a rival stops for a signal, or stands for another reason, for a shorter time than
     * this driver.
     */
    private boolean cannotGo(int rival) {
        byte reason = state.decision[rival];
        if (reason == STOP_SIGNAL || isStillToStop(rival)) {
            return true;
        }
        if (reason == GO) {
            return state.speed[rival] < STANDING
                    && state.standing(rival) * scene.clock.dt()
                            > HELD_UP; // by its leader or by courtesy
        }
        if (state.speed[rival] > MOVING_UP) {
            return false;
        }
        return reason != STOP_YIELD || hasBegun() || standsLongerThan(rival);
    }

    private boolean waitsToGiveWay(int rival) {
        return state.decision[rival] == STOP_YIELD && state.speed[rival] < STANDING;
    }

    /** At an all-way stop: whether the rival has not come to the line yet, where it must stop. */
    private boolean isStillToStop(int rival) {
        int lane = state.track[rival];
        int connector = network.firstConnector(lane);
        double toLine = tracks.length[lane] - state.position[rival];
        return mustStopFirst(connector)
                && !signals.rules(connector)
                && toLine >= scene.profiles.standstillGap[state.profile[rival]] + AT_LINE;
    }
}
