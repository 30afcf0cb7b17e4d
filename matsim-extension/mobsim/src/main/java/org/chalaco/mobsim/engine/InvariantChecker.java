package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.signal.Aspect;

/**
 * What must hold after every step, as far as the {@link CheckMode} asks: vehicles conserved, no
 * conflicting greens (STEP); no overlap on a track or where paths cross, no negative speed, nobody
 * beyond the end of a track, acceleration within bounds (FULL).
 */
final class InvariantChecker {

    private static final double TOLERANCE = 1e-6;

    /** Nobody accelerates harder than this, m/s²: more than twice a motorcycle's parameter. */
    private static final double STRONGEST_ACCELERATION = 8.0;

    private final Scene scene;
    private final RoadNetwork network;
    private final Tracks tracks;
    private final VehicleState state;
    private final CheckMode mode;
    private final int[][] conflictingGroups;

    InvariantChecker(Scene scene) {
        this.scene = scene;
        network = scene.network;
        tracks = scene.tracks;
        state = scene.state;
        mode = scene.parameters.checkMode();
        conflictingGroups = conflictingGroups();
    }

    /**
     * Pairs of groups that must never be green together: some of their movements cross or merge
     * unprotected.
     */
    private int[][] conflictingGroups() {
        List<int[]> pairs = new ArrayList<>();
        java.util.Set<Long> seen = new java.util.HashSet<>();
        for (int c = 0; c < network.connectorCount(); c++) {
            int group = scene.signals.group(c);
            for (int k = network.firstConflict(c); k < network.endConflict(c) && group >= 0; k++) {
                int other = scene.signals.group(network.conflictOther(k));
                boolean permissive = (network.conflictFlags(k) & RoadNetwork.PERMISSIVE) != 0;
                if (other > group && !permissive && seen.add((long) group << 32 | other)) {
                    pairs.add(new int[] {group, other});
                }
            }
        }
        return pairs.toArray(int[][]::new);
    }

    /** Checks what the mode asks for; some wait outside, some are in bays. */
    void check(int waiting, int inBays) {
        if (mode == CheckMode.OFF) {
            return;
        }
        checkConservation(waiting, inBays);
        checkGreens();
        if (mode == CheckMode.FULL) {
            for (int track = 0; track < tracks.trackCount; track++) {
                checkTrack(track);
            }
            for (int connector = 0; connector < network.connectorCount(); connector++) {
                checkCrossingPoints(connector);
            }
        }
    }

    private void checkConservation(int waiting, int inBays) {
        RunCounters n = scene.counters;
        boolean conserved =
                n.departures == n.entered + waiting
                        && n.entered == n.arrived + n.removed + state.count() + inBays;
        if (conserved) {
            return;
        }
        fail(
                "Vehicles are not conserved: (%d) departures, (%d) entered, (%d) waiting, (%d) arrived, (%d) removed, (%d) on the road",
                n.departures, n.entered, waiting, n.arrived, n.removed, state.count() + inBays);
    }

    private void checkGreens() {
        for (int[] pair : conflictingGroups) {
            if (scene.signals.aspectOfGroup(pair[0]) == Aspect.GREEN
                    && scene.signals.aspectOfGroup(pair[1]) == Aspect.GREEN
                    && !isFromOutside(pair)) {
                fail(
                        "Signal groups %s and %s conflict and are both green",
                        scene.signals.nameOfGroup(pair[0]), scene.signals.nameOfGroup(pair[1]));
            }
        }
    }

    /**
     * Whether somebody outside shows one of these groups, and so answers for both: MATSim's signals
     * may all be green at first.
     */
    private boolean isFromOutside(int[] pair) {
        return scene.signals.isShownFromOutside(pair[0])
                || scene.signals.isShownFromOutside(pair[1]);
    }

    private void checkTrack(int track) {
        double leaderRear = Double.POSITIVE_INFINITY;
        for (int i = 0; i < tracks.count[track]; i++) {
            int slot = tracks.order[track][i];
            double x = state.position[slot];
            if (!(x <= leaderRear + TOLERANCE)) {
                fail(
                        "Vehicle (%d) at (%s m) overlaps the one ahead, whose rear is at (%s m), on track (%d)",
                        state.vehicle[slot], x, leaderRear, track);
            }
            checkVehicle(slot, track, x);
            leaderRear = scene.rear(slot);
        }
    }

    /** Where paths cross, no two bodies may lie on the crossing point. */
    private void checkCrossingPoints(int connector) {
        if (!tracks.boxes.othersInside(connector)) {
            return;
        }
        for (int k = network.firstConflict(connector); k < network.endConflict(connector); k++) {
            int other = network.conflictOther(k);
            if (other < connector || (network.conflictFlags(k) & RoadNetwork.MERGE) != 0) {
                continue;
            }
            int one = coveredBy(connector, network.conflictOwnDistance(k));
            int two = coveredBy(other, network.conflictOtherDistance(k));
            if (one != NONE && two != NONE) {
                fail(
                        "Vehicles (%d) and (%d) overlap where connectors (%d) and (%d) cross",
                        one, two, connector, other);
            }
        }
    }

    /** Index of the vehicle whose body lies on this point of a connector, or NONE. */
    private int coveredBy(int connector, double point) {
        int track = tracks.ofConnector(connector);
        for (int i = 0; i < tracks.count[track]; i++) {
            int slot = tracks.order[track][i];
            boolean before = scene.rear(slot) < point - TOLERANCE;
            if (before && state.position[slot] > point + TOLERANCE) {
                return state.vehicle[slot];
            }
        }
        int tail = tracks.tail(track, state);
        boolean covered =
                tail != NONE
                        && tracks.length[track] - tracks.tailReach(track, tail, state)
                                < point - TOLERANCE;
        return covered ? state.vehicle[tail] : NONE;
    }

    private void checkVehicle(int slot, int track, double x) {
        double v = state.speed[slot];
        double a = state.acceleration[slot];
        if (!(v >= 0 && v < 100)) {
            fail("Vehicle (%d) drives at (%s m/s)", state.vehicle[slot], v);
        }
        if (!(x >= -TOLERANCE && x <= tracks.length[track] + TOLERANCE)) {
            fail(
                    "Vehicle (%d) is at (%s m) of track (%d), which is (%s m) long",
                    state.vehicle[slot], x, track, tracks.length[track]);
        }
        if (!(a >= -Motion.PHYSICAL_BRAKING - TOLERANCE && a <= STRONGEST_ACCELERATION)) {
            fail("Vehicle (%d) accelerates by (%s m/s²)", state.vehicle[slot], a);
        }
        if (state.track[slot] != track) {
            fail("Vehicle (%d) is on two tracks", state.vehicle[slot]);
        }
    }

    private void fail(String message, Object... values) {
        throw new IllegalStateException(
                message.formatted(values)
                        + " at %s s (seed %d)."
                                .formatted(scene.clock.endOfStep(), scene.parameters.seed()));
    }
}
