package org.chalaco.mobsim.signal;

import java.util.List;

/**
 * Groups that are green together.
 *
 * @param id name, unique in its system
 * @param groupIds the groups
 * @param timing how long it may be green
 */
public record Stage(String id, List<String> groupIds, StageTiming timing) {
    public Stage {
        groupIds = List.copyOf(groupIds);
    }
}
