package org.chalaco.scenario.osm;

import java.util.List;
import java.util.Map;

/**
 * A way of OpenStreetMap.
 *
 * @param id its id
 * @param nodes ids of its nodes, in order
 * @param tags keys and values
 */
public record OsmWay(long id, List<Long> nodes, Map<String, String> tags) {

    public OsmWay {
        nodes = List.copyOf(nodes);
        tags = Map.copyOf(tags);
    }
}
