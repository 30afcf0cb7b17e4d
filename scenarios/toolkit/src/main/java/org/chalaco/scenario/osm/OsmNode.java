package org.chalaco.scenario.osm;

import java.util.Map;

/**
 * A node of OpenStreetMap.
 *
 * @param id its id
 * @param longitude degrees, WGS 84
 * @param latitude degrees, WGS 84
 * @param tags keys and values
 */
public record OsmNode(long id, double longitude, double latitude, Map<String, String> tags) {

    public OsmNode {
        tags = Map.copyOf(tags);
    }
}
