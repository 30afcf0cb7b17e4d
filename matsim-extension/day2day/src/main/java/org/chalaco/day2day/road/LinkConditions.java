package org.chalaco.day2day.road;

import org.chalaco.mobsim.MobsimSession;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Brings conditions of links on the road of a session: the speed limit; fewer lanes, the left ones
 * closed first; a link closed for entry. Not thread-safe; one per session.
 */
public final class LinkConditions {

    private final RoadNetwork network;
    private final MobsimSession session;
    private final boolean[] closed;

    /** Of a session on this network. */
    public LinkConditions(RoadNetwork network, MobsimSession session) {
        this.network = network;
        this.session = session;
        closed = new boolean[network.linkCount()];
    }

    /** From the next step on, this holds on a link. */
    public void apply(int linkIndex, LinkCondition condition) {
        if (condition.isClosed()) {
            session.closeLink(linkIndex);
            closed[linkIndex] = true;
            return;
        }
        if (closed[linkIndex]) {
            session.openLink(linkIndex);
            closed[linkIndex] = false;
        }
        session.setSpeedLimit(linkIndex, condition.freeSpeed());
        int open = condition.openLanes();
        for (int lane = 0; lane < network.laneCount(linkIndex); lane++) {
            if (lane < open) {
                session.openLane(network.firstLane(linkIndex) + lane);
            } else {
                session.closeLane(network.firstLane(linkIndex) + lane);
            }
        }
    }
}
