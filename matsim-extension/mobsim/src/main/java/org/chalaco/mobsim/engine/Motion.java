package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import org.chalaco.mobsim.model.CarFollowingModel;
import org.chalaco.mobsim.run.ApproachZones;

/**
 * How everyone accelerates, and where that brings them.
 *
 * <p>A driver follows the smallest of: the car-following acceleration towards the leader, the same
 * towards a stop line that may not be crossed (a standing obstacle there), braking for a bend
 * ahead, and the courtesy of letting someone in. Braking is limited to {@value #PHYSICAL_BRAKING}
 * m/s².
 *
 * <p>The update is ballistic (Treiber and Kanagaraj 2015, Physica A 419): {@code x += v dt + a
 * dt²/2}, {@code v += a dt}; whoever would come out backwards stops exactly, after {@code v² /
 * (-2a)}.
 *
 * <p>{@link #accelerate} reads positions and speeds and writes accelerations and the own decisions
 * only, so lanes may be worked on in any order and by any thread. One instance serves one thread.
 */
final class Motion {

    /** What tyres can do, m/s². */
    static final double PHYSICAL_BRAKING = 9.0;

    /** A red signal is seen from this far by the first vehicle of a lane, m. */
    private static final double SIGHT = 300;

    /** Courtesy never costs more than this, m/s². */
    private static final double COURTEOUS_BRAKING = 2.0;

    /** Nobody stands longer than this out of courtesy, s. */
    private static final double LONGEST_COURTESY = 3.0;

    /** Bends are braked for up to this, m/s². */
    private static final double BEND_BRAKING = 3.0;

    /** Nobody comes faster to a line where a sign says give way, m/s. */
    private static final double GIVE_WAY_SPEED = 2.3;

    /** Who stops at a line does so with at least this much before it, m. */
    private static final double STOP_LINE_MARGIN = 1.0;

    /** Nobody comes to a stand farther beyond a stop than this, m. */
    private static final double STOP_OVERSHOOT = 0.4;

    /** Below this a vehicle stands, m/s. */
    private static final double STANDSTILL = 0.1;

    /** A vehicle that stood counts as moving again from here, m/s. */
    private static final double MOVING_AGAIN = 2.0;

    private final Scene scene;
    private final Tracks tracks;
    private final VehicleState state;
    private final DriverProfiles profiles;
    private final LeaderIndex leaders;
    private final JunctionEntry entry;
    private final PassingOrder passing;
    private final ApproachZones zones;
    private final boolean zonesEnabled;
    private final RouteStops stops;
    private final Closures closures;

    Motion(Scene scene) {
        this.scene = scene;
        tracks = scene.tracks;
        state = scene.state;
        profiles = scene.profiles;
        leaders = new LeaderIndex(scene);
        entry = new JunctionEntry(scene);
        passing = scene.passingOrder;
        zones = scene.parameters.approachZones();
        zonesEnabled = zones.enabled();
        stops = scene.stops;
        closures = scene.closures;
    }

    /** Accelerations of everyone on a track. */
    void accelerate(int track) {
        if (tracks.isLane(track)) {
            accelerateLane(track);
        } else {
            accelerateConnector(track);
        }
    }

    private void accelerateLane(int lane) {
        int[] order = tracks.order[lane];
        int n = tracks.count[lane];
        double length = tracks.length[lane];
        double leaderRear = 0;
        double leaderSpeed = 0;
        for (int i = 0; i < n; i++) {
            int slot = order[i];
            double x = state.position[slot];
            double v = state.speed[slot];
            if (v == 0 && i > 0 && standsBehind(slot, leaderRear - x, leaderSpeed)) {
                stay(slot, lane);
                leaderRear = x - profiles.length[state.profile[slot]];
                leaderSpeed = 0;
                continue;
            }
            if (v == 0 && i == 0 && staysAtRed(slot)) {
                stay(slot, lane);
                leaderRear = x - profiles.length[state.profile[slot]];
                leaderSpeed = 0;
                continue;
            }
            double toLine = length - x;
            double v0 = desiredSpeed(slot, lane, toLine);
            double a;
            if (i == 0) {
                leaders.lookBeyondLane(slot, lane);
                a = follow(slot, v, v0, leaders.gap, leaders.leaderSpeed);
            } else {
                a = follow(slot, v, v0, leaderRear - x, leaderSpeed);
            }
            if (stops.inUse && state.stopAt[slot] != Double.POSITIVE_INFINITY) {
                a = Math.min(a, towardsStop(slot, v, v0, x));
            } else if (toLine < (i == 0 ? SIGHT : JunctionEntry.decisionDistance(v))) {
                a = Math.min(a, towardsStopLine(slot, v, v0, toLine));
            }
            a = Math.min(a, courtesy(slot, v, v0));
            if (toLine < JunctionEntry.decisionDistance(v) && state.connector[slot] != NONE) {
                a = passing.restrain(slot, state.connector[slot], -toLine, a);
            }
            state.acceleration[slot] = Math.max(a, -PHYSICAL_BRAKING);
            leaderRear = x - profiles.length[state.profile[slot]];
            leaderSpeed = v;
        }
    }

    private void stay(int slot, int lane) {
        state.acceleration[slot] = 0;
        if (state.entryNumber[slot] != 0) {
            passing.ask(lane);
        }
    }

    /** In a standing queue, with no more than the standstill gap: every model says stay. */
    private boolean standsBehind(int slot, double gap, double leaderSpeed) {
        return leaderSpeed == 0 && gap <= profiles.standstillGap[state.profile[slot]];
    }

    /** Has come to rest at a red signal that is still red. */
    private boolean staysAtRed(int slot) {
        return state.decision[slot] == VehicleState.STOP_SIGNAL
                && state.standing[slot] > 2
                && !scene.signals.lets(state.connector[slot]);
    }

    private void accelerateConnector(int track) {
        int connector = track - tracks.laneCount;
        for (int i = 0; i < tracks.count[track]; i++) {
            int slot = tracks.order[track][i];
            leaders.lookFromConnector(slot, connector, i);
            double v0 = state.desiredSpeed[slot];
            double a = follow(slot, state.speed[slot], v0, leaders.gap, leaders.leaderSpeed);
            double stop = entry.stopInsideBox(slot, connector);
            if (stop != Double.POSITIVE_INFINITY) {
                double toStop =
                        stop - state.position[slot] + profiles.standstillGap[state.profile[slot]];
                a = Math.min(a, follow(slot, state.speed[slot], v0, Math.max(0.1, toStop), 0));
            }
            a = passing.restrain(slot, connector, state.position[slot], a);
            state.acceleration[slot] = Math.max(a, -PHYSICAL_BRAKING);
        }
    }

    private double desiredSpeed(int slot, int lane, double toLine) {
        double v0 = state.desiredSpeed[slot];
        if (zonesEnabled && toLine < zones.slowZone() && isSignalised(slot)) {
            return v0 * zones.slowFactor();
        }
        return v0;
    }

    private boolean isSignalised(int slot) {
        return state.connector[slot] != NONE && scene.signals.rules(state.connector[slot]);
    }

    /** Car following; and never into the place where the leader's rear bumper is now. */
    private double follow(int slot, double v, double v0, double gap, double leaderSpeed) {
        double a = scene.follow(state.profile[slot], v, v0, gap, v - leaderSpeed);
        if (gap < 20) {
            double dt = scene.clock.dt();
            double room = Math.max(0, gap - CarFollowingModel.SMALLEST_GAP / 2);
            a = Math.min(a, hardest(v, room, dt));
        }
        return a;
    }

    /**
     * The acceleration that uses up this room within one step and leaves the vehicle able to stop
     * there.
     */
    private static double hardest(double v, double room, double dt) {
        double endsAt = 2 * (room - v * dt) / (dt * dt);
        if (v + endsAt * dt >= 0) {
            return endsAt;
        }
        return room > 0 ? -v * v / (2 * room) : -v / dt;
    }

    private double towardsStopLine(int slot, double v, double v0, double toLine) {
        if (state.destination[slot] != Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY; // the trip ends on this lane
        }
        byte decision =
                closures.any && isClosedAhead(slot, v, toLine)
                        ? VehicleState.STOP_CLOSED
                        : entry.decide(slot, toLine);
        state.nextDecision[slot] = decision;
        if (decision == VehicleState.GO) {
            return brakingForBend(slot, v, toLine);
        }
        double a = follow(slot, v, v0, toLine, 0);
        if (decision == VehicleState.STOP_SIGNAL) {
            a = Math.max(a, -hardestForSignal(v, toLine));
        }
        if (zonesEnabled && toLine < zones.stopZone() && decision == VehicleState.STOP_SIGNAL) {
            a = Math.min(a, -profiles.comfortableDeceleration[state.profile[slot]] * v / v0);
        }
        return a;
    }

    /** Whether the way beyond the line is closed and the driver can still stop before it. */
    private boolean isClosedAhead(int slot, double v, double toLine) {
        int connector = state.connector[slot];
        boolean goesOn =
                state.decision[slot] == VehicleState.GO
                        && v * v > 2 * Rerouting.LATEST_BRAKING * toLine
                        && v > 1;
        return connector != NONE
                && !closures.lets(connector)
                && !goesOn
                && (state.entryNumber[slot] == 0 || v == 0);
    }

    /** Braking for a stop as for a standing obstacle, and standing there. */
    private double towardsStop(int slot, double v, double v0, double x) {
        state.nextDecision[slot] = VehicleState.STOP_SERVICE;
        double dt = scene.clock.dt();
        if (stops.isServing(slot)) {
            return v > 0 ? -v / dt : 0;
        }
        double room = state.stopAt[slot] - x;
        double gap = Math.max(0.1, room + profiles.standstillGap[state.profile[slot]]);
        double a = scene.follow(state.profile[slot], v, v0, gap, v);
        return Math.min(a, hardest(v, Math.max(0, room + STOP_OVERSHOOT), dt));
    }

    /**
     * A stop line does not move: what the driver held possible at the onset of amber, or what it
     * now takes, suffices, m/s².
     */
    private double hardestForSignal(double v, double toLine) {
        double room = toLine - STOP_LINE_MARGIN;
        double needed = room > 0 ? v * v / (2 * room) : PHYSICAL_BRAKING;
        return Math.max(scene.parameters.junctions().stopDeceleration(), needed);
    }

    private double brakingForBend(int slot, double v, double toLine) {
        int connector = state.connector[slot];
        double bend = scene.desiredSpeed(state.profile[slot], tracks.ofConnector(connector));
        if (tracks.boxes.isFromMinorRoad(connector) && !scene.signals.rules(connector)) {
            bend = Math.min(bend, GIVE_WAY_SPEED);
        }
        if (v <= bend) {
            return Double.POSITIVE_INFINITY;
        }
        double needed = (v * v - bend * bend) / (2 * Math.max(toLine, 0.5));
        double comfortable = profiles.comfortableDeceleration[state.profile[slot]];
        return needed < comfortable ? Double.POSITIVE_INFINITY : -Math.min(needed, BEND_BRAKING);
    }

    private double courtesy(int slot, double v, double v0) {
        int guest = state.letsIn[slot];
        boolean patient = state.standing[slot] * scene.clock.dt() < LONGEST_COURTESY;
        if (guest == NONE || !patient || !isBeside(guest, slot)) {
            return Double.POSITIVE_INFINITY;
        }
        double gap = scene.rear(guest) - state.position[slot];
        double a =
                scene.follow(
                        state.profile[slot], v, v0, Math.max(gap, 0.5), v - state.speed[guest]);
        return Math.max(a, -COURTEOUS_BRAKING);
    }

    /** Whether the guest, invited up to a second ago, is still ahead on a lane beside. */
    private boolean isBeside(int guest, int slot) {
        int lane = state.track[slot];
        int beside = state.track[guest];
        return state.vehicle[guest] != NONE
                && tracks.isLane(beside)
                && Math.abs(beside - lane) == 1
                && scene.network.linkOfLane(beside) == scene.network.linkOfLane(lane)
                && scene.rear(guest) > state.position[slot];
    }

    /**
     * Moves everyone in these slots by one step; positions may pass the track's end.
     *
     * @param due is set for the tracks on which someone has come to the end of the track or trip
     */
    void integrate(int from, int to, boolean[] due) {
        double dt = scene.clock.dt();
        for (int slot = from; slot < to; slot++) {
            if (state.speed[slot] == 0 && state.acceleration[slot] <= 0) {
                state.standing[slot]++;
                continue;
            }
            move(slot, dt);
            if (state.position[slot] >= state.dueAt[slot]) {
                due[state.track[slot]] = true;
            }
        }
    }

    private void move(int slot, double dt) {
        double v = state.speed[slot];
        double a = state.acceleration[slot];
        double next = v + a * dt;
        double way;
        if (next < 0) {
            way = a < 0 ? v * v / (-2 * a) : 0;
            next = 0;
        } else {
            way = Math.max(0, v * dt + 0.5 * a * dt * dt);
        }
        state.position[slot] += way;
        state.odometer[slot] += way;
        state.speed[slot] = next;
        if (next < STANDSTILL) {
            state.standing[slot]++;
            if (!state.stopped[slot]) {
                state.stopped[slot] = true;
                state.stops[slot]++;
            }
        } else {
            state.standing[slot] = 0;
            state.stopped[slot] &= next < MOVING_AGAIN;
        }
    }
}
