package org.chalaco.agents.coordination;

import java.util.List;

/**
 * What the coordinator of a zone is told when it is made.
 *
 * @param name of the agent
 * @param members names of the intersections of its zone
 * @param cycle that most of them have, s
 */
public record ZoneProfile(String name, List<String> members, int cycle) {
    public ZoneProfile {
        members = List.copyOf(members);
    }
}
