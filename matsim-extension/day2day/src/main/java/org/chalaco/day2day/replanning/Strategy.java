package org.chalaco.day2day.replanning;

import java.util.Optional;

/** What a person may do overnight, under MATSim's names. */
public enum Strategy {
    /** Compares with a random other plan and changes to it with a logit-like probability. */
    CHANGE_EXP_BETA("ChangeExpBeta", false),
    /** Draws a plan by multinomial logit. */
    SELECT_EXP_BETA("SelectExpBeta", false),
    /** Takes the plan with the best score. */
    BEST_SCORE("BestScore", false),
    /** Keeps the plan. */
    KEEP_LAST_SELECTED("KeepLastSelected", false),
    /** Takes any plan. */
    SELECT_RANDOM("SelectRandom", false),
    /** Copies a random plan and routes it anew on yesterday's travel times. */
    RE_ROUTE("ReRoute", true),
    /** Copies a random plan and shifts the ends of its activities. */
    TIME_ALLOCATION_MUTATOR("TimeAllocationMutator", true),
    /** Shifts the ends of activities, then routes anew. */
    TIME_ALLOCATION_MUTATOR_RE_ROUTE("TimeAllocationMutator_ReRoute", true);

    private final String fileName;
    private final boolean innovative;

    Strategy(String fileName, boolean innovative) {
        this.fileName = fileName;
        this.innovative = innovative;
    }

    /** MATSim's name. */
    public String fileName() {
        return fileName;
    }

    /** Whether it makes new plans, which ends with the innovation. */
    public boolean innovative() {
        return innovative;
    }

    /** The strategy of this name, if it is one of ours. */
    public static Optional<Strategy> findByName(String name) {
        for (Strategy strategy : values()) {
            if (strategy.fileName.equals(name)) {
                return Optional.of(strategy);
            }
        }
        return Optional.empty();
    }
}
