package org.chalaco.scenario.osm;

import java.util.List;
import java.util.Map;

/**
 * A relation of OpenStreetMap.
 *
 * @param id its id
 * @param members in order
 * @param tags keys and values
 */
public record OsmRelation(long id, List<Member> members, Map<String, String> tags) {

    /**
     * A member.
     *
     * @param type node, way or relation
     * @param id of the member
     * @param role what it is in the relation
     */
    public record Member(String type, long id, String role) {}

    public OsmRelation {
        members = List.copyOf(members);
        tags = Map.copyOf(tags);
    }

    /** Ids of the members of this type and role. */
    public List<Long> members(String type, String role) {
        return members.stream()
                .filter(m -> m.type().equals(type) && m.role().equals(role))
                .map(Member::id)
                .toList();
    }
}
