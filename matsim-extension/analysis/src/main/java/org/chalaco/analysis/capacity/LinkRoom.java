package org.chalaco.analysis.capacity;

import org.chalaco.mobsim.network.RoadNetwork;

/** How full every link is, as a share of its lanes' length. Not thread-safe. */
final class LinkRoom {

    /**
     * A link this full is jammed: at 50 km/h vehicles in free flow take less than a third of the
     * room, at 10 km/h nearly two thirds.
     */
    private static final double NEARLY_FULL = 0.6;

    private final double[] room; // per link, m
    private final double[] taken; // per link, m

    LinkRoom(RoadNetwork network) {
        room = new double[network.linkCount()];
        taken = new double[network.linkCount()];
        for (int link = 0; link < room.length; link++) {
            int first = network.firstLane(link);
            for (int k = 0; k < network.laneCount(link); k++) {
                room[link] += network.laneLength(first + k);
            }
        }
    }

    void enter(int link, double metres) {
        taken[link] += metres;
    }

    void leave(int link, double metres) {
        taken[link] -= metres;
    }

    boolean isNearlyFull(int link) {
        return taken[link] > NEARLY_FULL * room[link];
    }
}
