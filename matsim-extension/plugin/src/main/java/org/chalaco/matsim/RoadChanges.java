// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.chalaco.day2day.road.LinkCondition;
import org.chalaco.day2day.road.LinkConditions;
import org.chalaco.mobsim.MobsimSession;
import org.matsim.api.core.v01.network.Link;

/**
 * Brings changes of MATSim's network on the road, as {@link LinkConditions} says. A change of
 * capacity alone has no counterpart here, and MATSim's user is told so once.
 */
final class RoadChanges {

    private static final Logger LOG = LogManager.getLogger(RoadChanges.class);

    private final MappedNetwork network;
    private final LinkConditions conditions;
    private boolean told;

    RoadChanges(MappedNetwork network, MobsimSession session) {
        this.network = network;
        conditions = new LinkConditions(network.road(), session);
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
        LinkCondition condition =
                new LinkCondition(
                        link.getFreespeed(now),
                        link.getNumberOfLanes(now),
                        link.getFlowCapacityPerSec(now));
        conditions.apply(linkIndex, condition);
        if (condition.isClosed()) {
            return;
        }
        boolean flowAlone =
                condition.flowCapacity() != link.getFlowCapacityPerSec()
                        && condition.lanes() == link.getNumberOfLanes();
        if (flowAlone && !told) {
            told = true;
            LOG.warn(
                    "The capacity of link {} changes, but not its lanes: capacity is what lanes and drivers make of it, so nothing happens.\n"
                            + "Maybe change its lanes or its speed? Other links with such changes are not told.",
                    link.getId());
        }
    }
}
