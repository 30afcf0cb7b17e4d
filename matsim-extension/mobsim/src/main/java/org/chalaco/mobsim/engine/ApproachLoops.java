package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import java.util.Arrays;
import java.util.BitSet;
import org.chalaco.mobsim.signal.SignalView;

/**
 * Loops of the approaches that controllers watch: one counts at the stop line, one sees who is
 * {@link SignalView#DETECTOR} m before it. Costs nothing while nobody watches.
 */
final class ApproachLoops {

    private final Scene scene;
    private final BitSet watched = new BitSet();
    private final long[] passed;
    private final double[] lastSeen;

    /** Whether any lane is watched. */
    boolean inUse;

    ApproachLoops(Scene scene) {
        this.scene = scene;
        passed = new long[scene.network.laneCount()];
        lastSeen = new double[scene.network.laneCount()];
        Arrays.fill(lastSeen, Double.NEGATIVE_INFINITY);
    }

    void watch(int[] lanes) {
        for (int lane : lanes) {
            watched.set(lane);
        }
        inUse = true;
    }

    /** A vehicle crosses the stop line of this lane. */
    void crossed(int lane) {
        passed[lane]++;
    }

    long passed(int lane) {
        return passed[lane];
    }

    /** Time since a vehicle was over the loop before the stop line, s. */
    double sinceLastVehicle(int lane, double now) {
        return now - lastSeen[lane];
    }

    /** Looks at the end of a step. */
    void look() {
        double now = scene.clock.endOfStep();
        for (int lane = watched.nextSetBit(0); lane >= 0; lane = watched.nextSetBit(lane + 1)) {
            double loop = Math.max(0, scene.tracks.length[lane] - SignalView.DETECTOR);
            if (isOver(lane, loop)) {
                lastSeen[lane] = now;
            }
        }
    }

    /** Whether a vehicle is over the loop, or has driven over it in this step. */
    private boolean isOver(int lane, double loop) {
        Tracks tracks = scene.tracks;
        for (int i = 0; i < tracks.count[lane]; i++) {
            int slot = tracks.order[lane][i];
            double driven = scene.state.speed[slot] * scene.clock.dt();
            if (scene.state.position[slot] >= loop && scene.rear(slot) - driven <= loop) {
                return true;
            }
        }
        int tail = tracks.tail(lane, scene.state);
        return tail != NONE
                && tracks.length[lane] - tracks.tailReach(lane, tail, scene.state) <= loop;
    }
}
