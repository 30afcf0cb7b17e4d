package org.chalaco.agents.coordination;

import java.util.List;

/**
 * The tuned plans that the library hands out.
 *
 * @param name of the agent
 * @param plans with the time of day for which they were tuned
 */
public record LibraryProfile(String name, List<LibraryPlan> plans) {

    /**
     * A plan of one signal system.
     *
     * @param system id of the signal system
     * @param from s since midnight
     * @param until s since midnight
     * @param cycle s
     * @param offset when its first stage begins, s
     * @param greens by stage, s
     * @param offsetBound largest deviation of the offset, s
     * @param greenBound largest deviation of a green, s
     */
    public record LibraryPlan(
            String system,
            int from,
            int until,
            int cycle,
            int offset,
            List<Integer> greens,
            int offsetBound,
            int greenBound) {
        public LibraryPlan {
            greens = List.copyOf(greens);
        }
    }

    public LibraryProfile {
        plans = List.copyOf(plans);
    }
}
