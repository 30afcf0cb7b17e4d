package org.chalaco.mobsim.engine;

import java.util.stream.IntStream;
import org.chalaco.mobsim.network.RoadNetwork;

/** Where anybody wishes to change lanes: most lanes are passed over. Shared by all threads. */
final class LaneChangeWishes {

    /** Whether someone on this lane has found a gap. */
    final boolean[] toChange;

    /** Whether someone on this lane asks for one. */
    final boolean[] toBeLetIn;

    /** Whether someone on this link lets somebody in. */
    final boolean[] someoneIsLetIn;

    LaneChangeWishes(RoadNetwork network) {
        toChange = new boolean[network.laneCount()];
        toBeLetIn = new boolean[network.laneCount()];
        someoneIsLetIn = new boolean[network.linkCount()];
    }

    /**
     * The lanes whose drivers think in the same step: those of every n-th link with lanes beside
     * it.
     */
    static int[][] thinkingLanes(Scene scene) {
        int steps = scene.clock.stepsIn(1);
        RoadNetwork network = scene.network;
        return IntStream.range(0, steps)
                .mapToObj(
                        turn ->
                                IntStream.range(0, network.laneCount())
                                        .filter(
                                                lane ->
                                                        network.linkOfLane(lane) % steps == turn
                                                                && network.laneCount(
                                                                                network.linkOfLane(
                                                                                        lane))
                                                                        > 1)
                                        .toArray())
                .toArray(int[][]::new);
    }
}
