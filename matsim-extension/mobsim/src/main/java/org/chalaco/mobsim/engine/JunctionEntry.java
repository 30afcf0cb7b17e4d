package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.engine.VehicleState.AMBER_PASS;
import static org.chalaco.mobsim.engine.VehicleState.AMBER_STOP;
import static org.chalaco.mobsim.engine.VehicleState.AMBER_UNDECIDED;
import static org.chalaco.mobsim.engine.VehicleState.GO;
import static org.chalaco.mobsim.engine.VehicleState.STOP_EXIT;
import static org.chalaco.mobsim.engine.VehicleState.STOP_SIGNAL;
import static org.chalaco.mobsim.engine.VehicleState.STOP_WRONG_LANE;
import static org.chalaco.mobsim.engine.VehicleState.STOP_YIELD;
import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import org.chalaco.mobsim.model.GapAcceptance;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.JunctionRules;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.traffic.RandomStream;

/**
 * Whether a driver may cross the stop line: signal, room behind the box, then those who go first.
 *
 * <ol>
 *   <li>Red stops. At amber each driver decides once: stop if that needs no more than the stop
 *       deceleration after the reaction time, else pass, also at the red that follows; unless
 *       others hold the driver up so that stopping is easy again.
 *   <li>A driver who could no longer stop comfortably and was free to go, goes.
 *   <li>Who keeps clear waits until the exit has room (see {@link ExitSpace}).
 *   <li>Nobody crosses the path of a vehicle inside the box before that is gone.
 *   <li>Where the rules say yield, approaching vehicles must leave a gap (see {@link
 *       GapAcceptance}). A waiting vehicle that cannot go itself is no reason to wait; of two that
 *       wait for each other, the one that stands longer goes.
 * </ol>
 *
 * <p>Reads the frozen state of the step and others' decisions of the last one, writes only the own
 * vehicle's. One instance serves one thread.
 */
final class JunctionEntry {

    /** Half a lane and a little: how far around a conflict point the way must be free, m. */
    private static final double MARGIN = 2.0;

    /**
     * Braking that nobody plans beyond, m/s²: who would need more has passed the point of no
     * return.
     */
    private static final double LATEST_BRAKING = 3.5;

    /** What tyres can do, m/s². */
    private static final double PHYSICAL_BRAKING = 9.0;

    /** Drivers begin to look left and right where this deceleration would stop them, m/s². */
    private static final double EARLY_BRAKING = 2.0;

    /** Nobody expects a vehicle inside a box to accelerate harder than this, m/s². */
    private static final double EXPECTED_ACCELERATION = 1.0;

    /** Speed that others are expected to leave a box with, m/s. */
    private static final double EXPECTED_SPEED = 8.0;

    /** Gap that is enough to merge from the lane beside, s. */
    private static final double ZIP_GAP = 1.0;

    private static final double STANDING = 0.3;

    /** Who must stop and is no faster than this is only moving up to the stop line, m/s. */
    private static final double MOVING_UP = 3.0;

    /** Who stands this near to the stop line, m beyond the standstill gap, is at it. */
    private static final double AT_LINE = 1.0;

    /** Who might go but has stood for so long is held up by something else, s. */
    private static final double HELD_UP = 2.0;

    /** No flag: give way to nobody yet. */
    private static final byte NOBODY = 0;

    private final Scene scene;
    private final RoadNetwork network;
    private final Tracks tracks;
    private final VehicleState state;
    private final SignalAspects signals;
    private final ExitSpace exits;
    private final JunctionRules rules;

    private final WaitingPoints waitingPoints;

    // of the driver who decides now
    private double toStopLine;
    private double speed;
    private double distance;
    private int slot;
    private double topSpeed;

    JunctionEntry(Scene scene) {
        this.scene = scene;
        network = scene.network;
        tracks = scene.tracks;
        state = scene.state;
        signals = scene.signals;
        exits = new ExitSpace(scene);
        rules = scene.parameters.junctions();
        waitingPoints = scene.waitingPoints;
    }

    /**
     * Where a vehicle on a connector must stop to give way, m from its start; infinite if it may go
     * on or has nobody to give way to.
     */
    double stopInsideBox(int deciding, int connector) {
        double wait = waitingPoints.of(connector);
        if (wait == 0 || !signals.rules(connector)) {
            return Double.POSITIVE_INFINITY;
        }
        slot = deciding;
        distance = -state.position[slot];
        speed = state.speed[slot];
        double toWaitingPoint = wait + WaitingPoints.OVERSHOOT - state.position[slot];
        if (toWaitingPoint < 0 || speed * speed > 2 * LATEST_BRAKING * toWaitingPoint) {
            return Double.POSITIVE_INFINITY; // on its way across
        }
        topSpeed = scene.desiredSpeed(state.profile[slot], tracks.ofConnector(connector));
        toStopLine = 0;
        return othersLet(connector, WaitingPoints.FILTER) ? Double.POSITIVE_INFINITY : wait;
    }

    /** Distance from the stop line within which a driver at this speed decides, m. */
    static double decisionDistance(double v) {
        return v * v / (2 * EARLY_BRAKING) + v + 10;
    }

    /** Whether this driver, so far from the stop line, may cross it; the reason if not. */
    byte decide(int deciding, double toLine) {
        slot = deciding;
        distance = toLine;
        speed = state.speed[slot];
        int connector = state.connector[slot];
        if (connector == NONE) {
            return STOP_WRONG_LANE;
        }
        if (signals.rules(connector) && !signalLets(connector)) {
            return STOP_SIGNAL;
        }
        if (distance > decisionDistance(speed)) {
            return GO;
        }
        if (state.decision[slot] == GO
                && speed * speed > 2 * LATEST_BRAKING * distance
                && speed > 1) {
            return GO;
        }
        if (someoneBesideIsFirst(connector)) {
            return STOP_YIELD;
        }
        if (!crossesOthers(connector)) {
            return GO;
        }
        if (blocksOthers(connector)
                && keepsClear()
                && !exits.holds(network.toLane(connector), slot)) {
            return STOP_EXIT;
        }
        return mayEnter(connector) ? GO : STOP_YIELD;
    }

    private boolean signalLets(int connector) {
        Aspect aspect = signals.aspectOf(connector);
        if (aspect == Aspect.GREEN) {
            state.amberChoice[slot] = AMBER_UNDECIDED;
            return true;
        }
        byte choice = state.amberChoice[slot];
        if (choice == AMBER_UNDECIDED) {
            boolean stops =
                    aspect == Aspect.AMBER
                            ? canStop(rules.stopDeceleration())
                            : physicallyCanStop();
            choice = stops ? AMBER_STOP : AMBER_PASS;
        } else if (choice == AMBER_PASS && canStop(rules.stopDeceleration())) {
            choice = AMBER_STOP; // held up by others meanwhile
        }
        state.amberChoice[slot] = choice;
        return choice == AMBER_PASS;
    }

    private boolean canStop(double deceleration) {
        return speed * speed / (2 * deceleration) + speed * rules.reactionTime() <= distance;
    }

    private boolean physicallyCanStop() {
        return speed * speed / (2 * PHYSICAL_BRAKING) <= distance;
    }

    /**
     * Whether a driver at the stop line beside has waited for a connector of this lane: they take
     * turns.
     */
    private boolean someoneBesideIsFirst(int connector) {
        int lane = network.fromLane(connector);
        int claimant = tracks.claim[lane];
        return claimant != NONE
                && claimant != slot
                && state.vehicle[claimant] != NONE
                && state.connector[claimant] == connector
                && state.track[claimant] != lane
                && tracks.isLane(state.track[claimant])
                && state.decision[claimant] != STOP_SIGNAL
                && state.decision[claimant] != STOP_EXIT;
    }

    private boolean crossesOthers(int connector) {
        return network.endConflict(connector) > network.firstConflict(connector);
    }

    /**
     * Whether standing on this connector would be in the way of others who could go: where streams
     * cross, where one yields anyway, or where a signal will let others go next. A ring of merges
     * fills up to the next merge, and so turns.
     */
    private boolean blocksOthers(int connector) {
        boolean signalised = signals.rules(connector);
        for (int k = network.firstConflict(connector); k < network.endConflict(connector); k++) {
            int other = network.conflictOther(k);
            boolean crosses = network.toLink(other) != network.toLink(connector);
            boolean otherStage =
                    signalised && network.fromLink(other) != network.fromLink(connector);
            if (crosses || otherStage || yields(k, RoadNetwork.YIELDS_UNSIGNALISED)) {
                return true;
            }
        }
        return false;
    }

    private boolean keepsClear() {
        return rules.keepClear() >= 1
                || RandomStream.of(scene.parameters.seed(), state.vehicle[slot], "keeps clear")
                                .nextDouble()
                        < rules.keepClear();
    }

    private boolean mayEnter(int connector) {
        boolean signalised = signals.rules(connector);
        topSpeed = scene.desiredSpeed(state.profile[slot], tracks.ofConnector(connector));
        toStopLine = timeFor(distance);
        if (!signalised && mustStopFirst(connector) && !hasStopped()) {
            return false;
        }
        if (signalised && waitingPoints.of(connector) > 0) {
            // gives way inside the box, as far as there is room to wait
            return waitingRoom(connector) >= 0 && othersLet(connector, NOBODY);
        }
        return othersLet(
                connector, signalised ? WaitingPoints.FILTER : RoadNetwork.YIELDS_UNSIGNALISED);
    }

    /** Room left before the waiting point, once those who may still have to wait there stand, m. */
    private double waitingRoom(int connector) {
        double room = waitingPoints.of(connector);
        int track = tracks.ofConnector(connector);
        for (int i = 0; i < tracks.count[track]; i++) {
            int other = tracks.order[track][i];
            if (state.position[other] <= waitingPoints.of(connector) + WaitingPoints.OVERSHOOT) {
                room -= scene.jamSpace(other);
            }
        }
        return room;
    }

    /**
     * Whether the box is free on the way ahead, and those leave a gap to whom one yields by this
     * flag.
     */
    private boolean othersLet(int connector, byte yields) {
        for (int k = network.firstConflict(connector); k < network.endConflict(connector); k++) {
            if (distance + network.conflictOwnDistance(k) < 0) {
                continue; // the own front has passed it: now others wait
            }
            boolean stopsBefore =
                    yields == NOBODY
                            && (network.conflictFlags(k) & RoadNetwork.PERMISSIVE) != 0
                            && network.conflictOwnDistance(k) > waitingPoints.of(connector);
            if (!stopsBefore && !boxIsFree(k)) {
                return false;
            }
            if (yields(k, yields) && !approachIsFree(connector, k)) {
                return false;
            }
        }
        return true;
    }

    private boolean yields(int conflict, byte flags) {
        return flags != NOBODY && (network.conflictFlags(conflict) & flags) == flags;
    }

    private boolean mustStopFirst(int connector) {
        return network.junction(network.junctionOfConnector(connector)).control()
                == JunctionControl.ALL_WAY_STOP;
    }

    private boolean hasStopped() {
        return state.standing[slot] > 0 && isAtLine() || hasBegun();
    }

    /** Whether this driver was free to go from a stand at the line: it keeps its turn. */
    private boolean hasBegun() {
        return state.decision[slot] == GO && state.stopped[slot] && isAtLine();
    }

    private boolean isAtLine() {
        return distance < scene.profiles.standstillGap[state.profile[slot]] + AT_LINE;
    }

    private double timeFor(double way) {
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
                    && !(distance < 0 && standsLongerThan(other))) {
                return false;
            }
        }
        return true;
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
                state.position[other] < network.conflictOtherDistance(conflict) - MARGIN;
        return distance < 0
                && shortOfConflict
                && state.speed[other] < STANDING
                && standsLongerThan(other);
    }

    private boolean standsLongerThan(int other) {
        int difference = state.standing[slot] - state.standing[other];
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
        double toClear =
                timeFor(distance + network.conflictOwnDistance(conflict) + ownLength() + MARGIN);
        for (int i = 0; i < tracks.count[lane]; i++) {
            int rival = tracks.order[lane][i];
            if (cannotGo(rival)) {
                return true; // nor can those behind it
            }
            if (state.connector[rival] != other) {
                continue;
            }
            double way =
                    tracks.length[lane]
                            - state.position[rival]
                            + network.conflictOtherDistance(conflict);
            double arrives = rivalTime(rival, other, way - MARGIN);
            if (GapAcceptance.goesBefore(
                    toStopLine, toClear, arrives, zip ? ZIP_GAP : rules.criticalGap())) {
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
                    && state.standing[rival] * scene.clock.dt()
                            > HELD_UP; // by its leader or by courtesy
        }
        if (state.speed[rival] > MOVING_UP) {
            return false;
        }
        return reason != STOP_YIELD || hasBegun() || standsLongerThan(rival);
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

    /** Whether the vehicle crosses against a red that it could have obeyed. */
    boolean runsRed(int crossing) {
        int connector = state.connector[crossing];
        Aspect aspect = signals.aspectOf(connector);
        return (aspect == Aspect.RED || aspect == Aspect.RED_AMBER)
                && state.amberChoice[crossing] != AMBER_PASS;
    }
}
