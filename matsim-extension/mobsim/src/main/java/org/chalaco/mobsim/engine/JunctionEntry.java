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

import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.JunctionRules;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.traffic.RandomStream;

/**
 * Whether a driver may cross the stop line: signal, room behind the box, then those who go first.
 *
 * <ol>
 *   <li>At amber each driver decides once: stop if that needs no more than the stop deceleration
 *       after the reaction time, else pass, also in the first moments of red. Red stops everyone
 *       else, even a driver who meant to pass but was held up until stopping was easy again.
 *   <li>A driver who could no longer stop comfortably and was free to go, goes.
 *   <li>A driver beside who has waited to turn through this lane goes first, once.
 *   <li>Where streams of equal rank join one crowded lane, they take turns.
 *   <li>Who keeps clear waits until the exit has room (see {@link ExitSpace}), where standing in
 *       the box would be in the way of others.
 *   <li>Others inside the box and those with priority must let the driver (see {@link GivingWay}).
 * </ol>
 *
 * <p>Reads the frozen state of the step and others' decisions of the last one, writes only the own
 * vehicle's. One instance serves one thread.
 */
final class JunctionEntry extends OfOneThread {

    /**
     * Braking that nobody plans beyond, m/s²: who would need more has passed the point of no
     * return.
     */
    private static final double LATEST_BRAKING = 3.5;

    /** What tyres can do, m/s². */
    private static final double PHYSICAL_BRAKING = 9.0;

    /** Drivers begin to look left and right where this deceleration would stop them, m/s². */
    private static final double EARLY_BRAKING = 2.0;

    /** Who has stood so long at a merge goes before the other stream's next, s. */
    private static final double ZIP_PATIENCE = 5.0;

    /** Who is slower than this stops at once, m/s. */
    private static final double EASILY_STOPPED = 3.0;

    private final Scene scene;
    private final RoadNetwork network;
    private final Tracks tracks;
    private final VehicleState state;
    private final SignalAspects signals;
    private final ExitSpace exits;
    private final JunctionRules rules;

    private final WaitingPoints waitingPoints;

    private final GivingWay others;

    // of the driver who decides now
    private double speed;
    private double distance;
    private int slot;

    JunctionEntry(Scene scene) {
        this.scene = scene;
        others = new GivingWay(scene);
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
        others.consider(slot, connector, distance);
        return others.othersLet(connector, WaitingPoints.FILTER) ? Double.POSITIVE_INFINITY : wait;
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
        if (someoneBesideIsFirst(connector) || zipsBehindOthers(connector)) {
            return STOP_YIELD;
        }
        if (!tracks.boxes.meetsOthers(connector)) {
            return GO;
        }
        if (wouldBlockOthers(connector)) {
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
        } else if (aspect != Aspect.AMBER && canStop(rules.stopDeceleration())) {
            choice = AMBER_STOP; // held up by others all through amber: red is red
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
     * Whether a driver at the stop line beside has waited for a connector of this lane and can go:
     * they take turns. One who still waits for others is no reason to wait: that could close a
     * circle.
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
                && state.decision[claimant] == GO;
    }

    /**
     * Whether someone of equal rank has waited to join the same crowded lane: then they take turns,
     * as in a zip. Else the stream that yields would never get in, as the other one takes every
     * metre that opens.
     */
    private boolean zipsBehindOthers(int connector) {
        for (int other : tracks.boxes.zips(connector)) {
            if (!signals.rules(other) && wantsToZip(other)) {
                return exits.isCrowded(network.toLane(connector));
            }
        }
        return false;
    }

    private boolean wantsToZip(int other) {
        int rival = tracks.first(network.fromLane(other));
        return rival != NONE && state.connector[rival] == other && isDueToZip(rival);
    }

    /** Whether the first of the other stream has waited long enough, or starts to go just now. */
    private boolean isDueToZip(int rival) {
        boolean hasWaited =
                state.standing(rival) * scene.clock.dt() > ZIP_PATIENCE
                        && state.standing(rival) > state.standing(slot);
        boolean hasBegun =
                state.decision[rival] == GO && state.stopped[rival] && state.speed[rival] > 0;
        return hasWaited || hasBegun;
    }

    private boolean wouldBlockOthers(int connector) {
        return tracks.boxes.blocksOthers(connector, signals.rules(connector))
                && keepsClear()
                && !exits.holds(network.toLane(connector), slot)
                && (tracks.boxes.crosses(connector)
                        || signals.rules(connector)
                        || !exits.flows(network.toLane(connector)));
    }

    /**
     * Whether a driver who is about to cross the stop line slowly finds that somebody else, in the
     * same step, has taken the room behind the box.
     */
    boolean lostItsRoom(int crossing) {
        slot = crossing;
        return state.speed[crossing] < EASILY_STOPPED && wouldBlockOthers(state.connector[slot]);
    }

    private boolean keepsClear() {
        return rules.keepClear() >= 1
                || RandomStream.of(scene.parameters.seed(), state.vehicle[slot], "keeps clear")
                                .nextDouble()
                        < rules.keepClear();
    }

    private boolean mayEnter(int connector) {
        boolean signalised = signals.rules(connector);
        others.consider(slot, connector, distance);
        if (!signalised && others.mustStopFirst(connector) && !others.hasStopped()) {
            return false;
        }
        if (signalised && waitingPoints.of(connector) > 0) {
            // gives way inside the box, as far as there is room to wait
            return waitingRoom(connector) >= 0 && others.othersLet(connector, GivingWay.NOBODY);
        }
        return others.othersLet(
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

    /** Whether the vehicle crosses against a red that it could have obeyed. */
    boolean runsRed(int crossing) {
        int connector = state.connector[crossing];
        Aspect aspect = signals.aspectOf(connector);
        return (aspect == Aspect.RED || aspect == Aspect.RED_AMBER)
                && state.amberChoice[crossing] != AMBER_PASS;
    }
}
