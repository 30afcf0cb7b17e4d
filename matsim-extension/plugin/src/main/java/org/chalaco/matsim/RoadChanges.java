// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.chalaco.mobsim.MobsimSession;
import org.chalaco.mobsim.network.RoadNetwork;
import org.matsim.api.core.v01.network.Link;

/**
 * Brings changes of MATSim's network on the road: another speed limit, fewer lanes (those on the
 * left are closed first), no speed, capacity or lane at all: closed. A change of capacity alone has
 * no counterpart here, and MATSim's user is told so once.
 */
final class RoadChanges {

    private static final Logger LOG = LogManager.getLogger(RoadChanges.class);
    private static final double STANDING = 0.1;
    private static final double NOTHING = 1e-9;

    private final MappedNetwork network;
    private final MobsimSession session;
    private final boolean[] closed;
    private boolean told;

    RoadChanges(MappedNetwork network, MobsimSession session) {
        this.network = network;
        this.session = session;
        closed = new boolean[network.road().linkCount()];
    }

    /** Brings what differs from the network file at the start on the road. */
    void applyAll(double now) {
        for (int link = 0; link < network.road().linkCount(); link++) {
            Link matsim = network.link(link);
            if (matsim.getFreespeed(now) != matsim.getFreespeed()
                    || matsim.getNumberOfLanes(now) != matsim.getNumberOfLanes()
                    || matsim.getFlowCapacityPerSec(now) != matsim.getFlowCapacityPerSec()) {
                apply(link, now);
            }
        }
    }

    /** Brings the present values of a link on the road. */
    void apply(int linkIndex, double now) {
        Link link = network.link(linkIndex);
        double speed = link.getFreespeed(now);
        double lanes = link.getNumberOfLanes(now);
        double flow = link.getFlowCapacityPerSec(now);
        boolean nothing = speed < STANDING || lanes < NOTHING || flow < NOTHING;
        if (nothing) {
            session.closeLink(linkIndex);
            closed[linkIndex] = true;
            return;
        }
        if (closed[linkIndex]) {
            session.openLink(linkIndex);
            closed[linkIndex] = false;
        }
        session.setSpeedLimit(linkIndex, speed);
        setLanes(linkIndex, (int) Math.max(1, Math.round(lanes)));
        boolean flowAlone =
                flow != link.getFlowCapacityPerSec() && lanes == link.getNumberOfLanes();
        if (flowAlone && !told) {
            told = true;
            LOG.warn(
                    "The capacity of link {} changes, but not its lanes: capacity is what lanes and drivers make of it, so nothing happens.\n"
                            + "Maybe change its lanes or its speed? Other links with such changes are not told.",
                    link.getId());
        }
    }

    private void setLanes(int linkIndex, int open) {
        RoadNetwork road = network.road();
        for (int lane = 0; lane < road.laneCount(linkIndex); lane++) {
            if (lane < open) {
                session.openLane(road.firstLane(linkIndex) + lane);
            } else {
                session.closeLane(road.firstLane(linkIndex) + lane);
            }
        }
    }
}
