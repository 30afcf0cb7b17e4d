package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

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
final class Motion extends OfOneThread {

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
    private final Following following;
    private final JunctionEntry entry;
    private final PassingOrder passing;
    private final ApproachZones zones;
    private final boolean zonesEnabled;
    private final RouteStops stops;
    private final Closures closures;

    /** Way to the line where the driver considered must stop, m, or infinite. */
    private double toStop;

    /** Braking for that line is never harder than this, m/s², negative. */
    private double weakest;

    /** What else limits this driver's acceleration, m/s². */
    private double limit;

    Motion(Scene scene) {
        this.scene = scene;
        tracks = scene.tracks;
        state = scene.state;
        profiles = scene.profiles;
        leaders = new LeaderIndex(scene);
        following = new Following(scene);
        entry = new JunctionEntry(scene);
        passing = scene.passingOrder;
        zones = scene.parameters.approachZones();
        zonesEnabled = zones.enabled();
        stops = scene.stops;
        closures = scene.closures;
    }

    /** Accelerations of everyone on a track; adds those who do not rest. */
    void accelerate(int track, Movers movers) {
        movers.makeRoom(tracks.count[track]);
        if (tracks.isLane(track)) {
            accelerateLane(track, movers);
        } else {
            accelerateConnector(track, movers);
        }
    }

    /**
     * First those who rest at a red: each step the head of the queue is asked, for all of them. The
     * others one after the other, each behind the one before.
     */
    private void accelerateLane(int lane, Movers movers) {
        int[] order = tracks.order[lane];
        int n = tracks.count[lane];
        int resting = tracks.resting[lane];
        int first = tracks.first(lane);
        boolean queueRests = staysAtRed(first);
        if (!queueRests) {
            resting = 0;
            accelerateFirst(first, lane);
            movers.add(first);
        } else if (resting == 0) {
            queueRests = stay(first, lane);
            resting = queueRests ? 1 : 0;
        }
        int from = Math.max(1, resting);
        if (from < n) {
            double leaderRear = scene.rear(order[from - 1]);
            double leaderSpeed = state.speed[order[from - 1]];
            for (int i = from; i < n; i++) {
                int slot = order[i];
                double x = state.position[slot];
                double v = state.speed[slot];
                double gap = leaderRear - x;
                if (v == 0 && standsBehind(slot, gap, leaderSpeed)) {
                    queueRests = stay(slot, lane) && queueRests;
                    resting += queueRests ? 1 : 0;
                } else {
                    queueRests = false;
                    accelerateFollower(slot, lane, v, gap, leaderSpeed);
                    movers.add(slot);
                }
                leaderRear = x - profiles.length[state.profile[slot]];
                leaderSpeed = v;
            }
        }
        tracks.resting[lane] = resting;
    }

    /** In a standing queue, with no more than the standstill gap: every model says stay. */
    private boolean standsBehind(int slot, double gap, double leaderSpeed) {
        return leaderSpeed == 0 && gap <= profiles.standstillGap[state.profile[slot]];
    }

    /** Has come to rest at a red signal that is still red. */
    private boolean staysAtRed(int slot) {
        return state.speed[slot] == 0
                && state.decision[slot] == VehicleState.STOP_SIGNAL
                && state.standing(slot) > 2
                && !scene.signals.lets(state.connector[slot]);
    }

    /** Stays where it is; true if it has nothing to do at all. */
    private boolean stay(int slot, int lane) {
        state.acceleration[slot] = 0;
        stand(slot);
        if (state.entryNumber[slot] != 0) {
            passing.ask(lane);
            return false;
        }
        return true;
    }

    private void accelerateFirst(int slot, int lane) {
        leaders.lookBeyondLane(slot, lane);
        double v = state.speed[slot];
        double toLine = tracks.length[lane] - state.position[slot];
        accelerateOnLane(slot, v, toLine, SIGHT, leaders.gap, leaders.leaderSpeed);
    }

    private void accelerateFollower(int slot, int lane, double v, double gap, double leaderSpeed) {
        double toLine = tracks.length[lane] - state.position[slot];
        double sight = JunctionEntry.decisionDistance(v);
        accelerateOnLane(slot, v, toLine, sight, gap, leaderSpeed);
    }

    private void accelerateOnLane(
            int slot, double v, double toLine, double sight, double gap, double leaderSpeed) {
        toStop = Double.POSITIVE_INFINITY;
        limit = Double.POSITIVE_INFINITY;
        if (stops.inUse && state.stopAt(slot) != Double.POSITIVE_INFINITY) {
            limit = towardsStop(slot, v);
        } else if (toLine < sight) {
            lookAtStopLine(slot, v, toLine);
        }
        if (state.letsIn[slot] != NONE) {
            limit = Math.min(limit, courtesy(slot));
        }
        double a = following.accelerate(slot, v, gap, leaderSpeed, toStop, weakest);
        a = Math.min(a, limit);
        if (toLine < JunctionEntry.decisionDistance(v) && state.connector[slot] != NONE) {
            a = passing.restrain(slot, state.connector[slot], -toLine, a);
        }
        state.acceleration[slot] = Math.max(a, -PHYSICAL_BRAKING);
    }

    private void accelerateConnector(int track, Movers movers) {
        int connector = track - tracks.laneCount;
        for (int i = 0; i < tracks.count[track]; i++) {
            int slot = tracks.order[track][i];
            leaders.lookFromConnector(slot, connector, i);
            double stop = entry.stopInsideBox(slot, connector);
            if (stop != Double.POSITIVE_INFINITY) {
                double gap = profiles.standstillGap[state.profile[slot]];
                stop = Math.max(0.1, stop - state.position[slot] + gap);
            }
            double a =
                    following.accelerate(
                            slot,
                            state.speed[slot],
                            leaders.gap,
                            leaders.leaderSpeed,
                            stop,
                            Double.NEGATIVE_INFINITY);
            a = passing.restrain(slot, connector, state.position[slot], a);
            state.acceleration[slot] = Math.max(a, -PHYSICAL_BRAKING);
            movers.add(slot);
        }
    }

    /** Decides at the stop line: sets where to stop, or how hard to accelerate at most. */
    private void lookAtStopLine(int slot, double v, double toLine) {
        if (state.destination[slot] != Double.POSITIVE_INFINITY) {
            return; // the trip ends on this lane
        }
        byte decision =
                closures.any && isClosedAhead(slot, v, toLine)
                        ? VehicleState.STOP_CLOSED
                        : entry.decide(slot, toLine);
        state.nextDecision[slot] = decision;
        if (decision == VehicleState.GO) {
            limit = brakingForBend(slot, v, toLine);
            return;
        }
        toStop = toLine;
        boolean atSignal = decision == VehicleState.STOP_SIGNAL;
        weakest = atSignal ? -hardestForSignal(v, toLine) : Double.NEGATIVE_INFINITY;
        if (zonesEnabled && toLine < zones.stopZone() && atSignal) {
            double b = profiles.comfortableDeceleration[state.profile[slot]];
            limit = -b * v / scene.desiredSpeed(slot);
        }
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
    private double towardsStop(int slot, double v) {
        state.nextDecision[slot] = VehicleState.STOP_SERVICE;
        if (stops.isServing(slot)) {
            return v > 0 ? -v / scene.clock.dt() : 0;
        }
        int profile = state.profile[slot];
        double room = state.stopAt(slot) - state.position[slot];
        double gap = Math.max(0.1, room + profiles.standstillGap[profile]);
        double a = scene.follow(profile, v, scene.desiredSpeed(slot), gap, v);
        return Math.min(a, following.hardestWithin(v, Math.max(0, room + STOP_OVERSHOOT)));
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

    private double courtesy(int slot) {
        int guest = state.letsIn[slot];
        boolean patient = state.standing(slot) * scene.clock.dt() < LONGEST_COURTESY;
        if (!patient || !isBeside(guest, slot)) {
            return Double.POSITIVE_INFINITY;
        }
        double gap = scene.rear(guest) - state.position[slot];
        double v = state.speed[slot];
        double a =
                scene.follow(
                        state.profile[slot],
                        v,
                        scene.desiredSpeed(slot),
                        Math.max(gap, 0.5),
                        v - state.speed[guest]);
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

    /** Moves everyone who does not rest by one step; notes who came to the end of track or trip. */
    void integrate(Movers movers) {
        double dt = scene.clock.dt();
        for (int k = 0; k < movers.count; k++) {
            int slot = movers.slots[k];
            if (state.speed[slot] == 0 && state.acceleration[slot] <= 0) {
                stand(slot);
                continue;
            }
            move(slot, dt);
            int track = state.track[slot];
            double x = state.position[slot];
            if (x > tracks.length[track] || x >= state.destination[slot]) {
                movers.isDue(track);
            }
        }
    }

    private void stand(int slot) {
        state.standsSince[slot] = Math.min(state.standsSince[slot], state.moves);
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
            stand(slot);
            if (!state.stopped[slot]) {
                state.stopped[slot] = true;
                state.stops[slot]++;
            }
        } else {
            state.standsSince[slot] = VehicleState.MOVING;
            state.stopped[slot] &= next < MOVING_AGAIN;
        }
    }
}
