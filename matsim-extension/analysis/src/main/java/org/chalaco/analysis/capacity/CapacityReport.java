package org.chalaco.analysis.capacity;

import java.util.List;

/**
 * What all links can carry, in index order; links without a link after them have no stop line and
 * are left out.
 *
 * @param links one row a link
 * @param laneGroups one row a lane group
 */
public record CapacityReport(List<LinkCapacity> links, List<LaneGroupCapacity> laneGroups) {

    public CapacityReport {
        links = List.copyOf(links);
        laneGroups = List.copyOf(laneGroups);
    }

    /** Links whose capacity differs by more than 20 % from that of the file. */
    public List<LinkCapacity> listDisagreeing() {
        return links.stream().filter(LinkCapacity::disagrees).toList();
    }
}
