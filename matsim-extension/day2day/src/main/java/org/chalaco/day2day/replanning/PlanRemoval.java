package org.chalaco.day2day.replanning;

import java.util.Optional;

/** Which plan is forgotten when there are too many. MATSim: {@code planSelectorForRemoval}. */
public enum PlanRemoval {
    /** The one with the lowest score; one without a score before all others. */
    WORST_PLAN("WorstPlanSelector"),
    /** Any. */
    RANDOM("SelectRandom");

    private final String fileName;

    PlanRemoval(String fileName) {
        this.fileName = fileName;
    }

    /** MATSim's name. */
    public String fileName() {
        return fileName;
    }

    /** The selector of this name, if it is one of ours. */
    public static Optional<PlanRemoval> findByName(String name) {
        for (PlanRemoval removal : values()) {
            if (removal.fileName.equals(name)) {
                return Optional.of(removal);
            }
        }
        return Optional.empty();
    }
}
