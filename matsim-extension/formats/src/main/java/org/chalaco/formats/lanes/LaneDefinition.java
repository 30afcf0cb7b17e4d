package org.chalaco.formats.lanes;

import java.util.List;

/**
 * One lane of MATSim's lane definitions: a queue at the end of a link that may stand for several
 * physical lanes.
 *
 * @param id file id, unique on its link
 * @param toLinkIds links it leads to; empty for a lane that only feeds other lanes of its link
 * @param representedLanes number of physical lanes it stands for, -
 * @param alignment place across the road: the higher, the more to the right
 * @param line where it stands in its file
 */
public record LaneDefinition(
        String id, List<String> toLinkIds, double representedLanes, int alignment, int line) {

    public LaneDefinition {
        toLinkIds = List.copyOf(toLinkIds);
    }
}
