package org.chalaco.day2day.replanning;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How persons replan. MATSim: config groups {@code replanning} ({@code strategy} before 2024) and
 * {@code timeAllocationMutator} ({@code TimeAllocationMutator}).
 *
 * @param strategies with their weights
 * @param maxAgentPlanMemorySize how many plans a person remembers; 0: all
 * @param fractionOfIterationsToDisableInnovation share of the iterations after which no new plans
 *     are made; infinite: never
 * @param planSelectorForRemoval which plan is forgotten
 * @param mutationRange most by which an end time is shifted, s
 * @param mutationAffectsDuration whether maximum durations are shifted too; MATSim: {@code
 *     mutationAffectsDuration}
 */
public record ReplanningParameters(
        List<StrategySettings> strategies,
        int maxAgentPlanMemorySize,
        double fractionOfIterationsToDisableInnovation,
        PlanRemoval planSelectorForRemoval,
        double mutationRange,
        boolean mutationAffectsDuration) {

    /** MATSim's defaults, which name no strategy: everyone keeps the plan. */
    public static final ReplanningParameters STANDARD =
            new ReplanningParameters(
                    List.of(), 5, Double.POSITIVE_INFINITY, PlanRemoval.WORST_PLAN, 1800, true);

    public ReplanningParameters {
        strategies = List.copyOf(strategies);
        requireNonNull(planSelectorForRemoval, "planSelectorForRemoval");
        if (maxAgentPlanMemorySize < 0) {
            throw new IllegalArgumentException(
                    "A memory of (%d) plans is impossible.%nMaybe 5?"
                            .formatted(maxAgentPlanMemorySize));
        }
        if (!(fractionOfIterationsToDisableInnovation >= 0)) {
            throw new IllegalArgumentException(
                    "The fraction of iterations (%s) is negative.%nMaybe 0.8?"
                            .formatted(fractionOfIterationsToDisableInnovation));
        }
        if (!(mutationRange > 0)) {
            throw new IllegalArgumentException(
                    "The mutation range (%s s) is not positive.%nMaybe 1800?"
                            .formatted(mutationRange));
        }
    }

    /** The same with other strategies. */
    public ReplanningParameters withStrategies(StrategySettings... settings) {
        return new ReplanningParameters(
                List.of(settings),
                maxAgentPlanMemorySize,
                fractionOfIterationsToDisableInnovation,
                planSelectorForRemoval,
                mutationRange,
                mutationAffectsDuration);
    }

    /** The same with innovation for this share of the iterations. */
    public ReplanningParameters withInnovationUntil(double fraction) {
        return new ReplanningParameters(
                strategies,
                maxAgentPlanMemorySize,
                fraction,
                planSelectorForRemoval,
                mutationRange,
                mutationAffectsDuration);
    }

    /** The same with another number of remembered plans. */
    public ReplanningParameters withMemory(int plans) {
        return new ReplanningParameters(
                strategies,
                plans,
                fractionOfIterationsToDisableInnovation,
                planSelectorForRemoval,
                mutationRange,
                mutationAffectsDuration);
    }
}
