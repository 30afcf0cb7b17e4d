// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.formats.lanes.LaneDefinition;
import org.chalaco.formats.lanes.LaneDefinitions;
import org.matsim.lanes.Lane;
import org.matsim.lanes.Lanes;
import org.matsim.lanes.LanesToLinkAssignment;

/** Makes lane definitions of ours from MATSim's lanes (v2.0). */
final class MatsimLanes {

    private MatsimLanes() {}

    static LaneDefinitions map(Lanes lanes) {
        Map<String, List<LaneDefinition>> byLink = new LinkedHashMap<>();
        for (LanesToLinkAssignment link : lanes.getLanesToLinkAssignments().values()) {
            List<LaneDefinition> ofLink = new ArrayList<>();
            link.getLanes().values().forEach(lane -> ofLink.add(map(lane)));
            byLink.put(link.getLinkId().toString(), ofLink);
        }
        return new LaneDefinitions("lanes", byLink);
    }

    private static LaneDefinition map(Lane lane) {
        List<String> toLinks =
                lane.getToLinkIds() == null
                        ? List.of()
                        : lane.getToLinkIds().stream().map(Object::toString).toList();
        return new LaneDefinition(
                lane.getId().toString(),
                toLinks,
                lane.getNumberOfRepresentedLanes(),
                lane.getAlignment(),
                0);
    }
}
