// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.network.RoadNetwork;
import org.matsim.api.core.v01.Id;
import org.matsim.api.core.v01.network.Link;

/** MATSim's network and ours, side by side: link k here is link k there. */
final class MappedNetwork {

    private final RoadNetwork road;
    private final List<Link> links;
    private final Map<Id<Link>, Integer> indexes = new HashMap<>();

    /**
     * Pairs two networks.
     *
     * @param links MATSim's links in the order of our indexes
     */
    MappedNetwork(RoadNetwork road, List<Link> links) {
        this.road = road;
        this.links = List.copyOf(links);
        for (int k = 0; k < links.size(); k++) {
            indexes.put(links.get(k).getId(), k);
        }
    }

    RoadNetwork road() {
        return road;
    }

    Link link(int linkIndex) {
        return links.get(linkIndex);
    }

    Id<Link> linkId(int linkIndex) {
        return links.get(linkIndex).getId();
    }

    /** Index of a link, or {@link RoadNetwork#NONE}. */
    int find(Id<Link> linkId) {
        return indexes.getOrDefault(linkId, RoadNetwork.NONE);
    }
}
