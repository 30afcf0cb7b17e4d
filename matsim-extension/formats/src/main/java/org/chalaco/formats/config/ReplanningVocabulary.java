package org.chalaco.formats.config;

import java.util.Arrays;
import java.util.List;
import org.chalaco.day2day.replanning.PlanRemoval;
import org.chalaco.day2day.replanning.ReplanningParameters;
import org.chalaco.day2day.replanning.Strategy;

/** The parameters of replanning, as they are called in configs. */
final class ReplanningVocabulary {

    private static final ReplanningParameters STANDARD = ReplanningParameters.STANDARD;

    static final Parameter<Integer> MEMORY =
            Parameter.whole(
                    "maxAgentPlanMemorySize",
                    "plans",
                    STANDARD.maxAgentPlanMemorySize(),
                    0,
                    10000,
                    "How many plans a person remembers; 0: all.");
    static final Parameter<Double> INNOVATION =
            Parameter.orNever(
                    "fractionOfIterationsToDisableInnovation",
                    "-",
                    STANDARD.fractionOfIterationsToDisableInnovation(),
                    0,
                    "Share of the iterations after which no new plans are made.");
    static final Parameter<PlanRemoval> REMOVAL =
            Parameter.choice(
                    "planSelectorForRemoval",
                    STANDARD.planSelectorForRemoval(),
                    Arrays.asList(PlanRemoval.values()),
                    PlanRemoval::fileName,
                    "Which plan is forgotten when there are too many.");

    static final Parameter<Strategy> STRATEGY =
            Parameter.choice(
                    "strategyName",
                    null,
                    Arrays.asList(Strategy.values()),
                    Strategy::fileName,
                    "The strategy.");
    static final Parameter<Double> WEIGHT =
            Parameter.number(
                    "weight",
                    "-",
                    0,
                    0,
                    1e6,
                    "Chance against the other strategies of the same subpopulation.");
    static final Parameter<String> SUBPOPULATION =
            Parameter.text(
                    "subpopulation", null, "Whom it is for; null: those without a subpopulation.");
    static final Parameter<Integer> DISABLE_AFTER =
            Parameter.whole(
                    "disableAfterIteration",
                    "-",
                    -1,
                    -1,
                    Integer.MAX_VALUE,
                    "Last iteration in which it is used; -1: all.");

    static final Parameter<Double> MUTATION_RANGE =
            Parameter.number(
                    "mutationRange",
                    "s",
                    STANDARD.mutationRange(),
                    1,
                    86400,
                    "Most by which the end of an activity is shifted.");
    static final Parameter<Boolean> MUTATION_DURATION =
            Parameter.flag(
                    "mutationAffectsDuration",
                    STANDARD.mutationAffectsDuration(),
                    "Whether maximum durations are shifted too.");

    static final ParameterTable MODULE =
            new ParameterTable("replanning", List.of(MEMORY, INNOVATION, REMOVAL));
    static final ParameterTable SETTINGS =
            new ParameterTable(
                    "replanning.strategysettings",
                    List.of(STRATEGY, WEIGHT, SUBPOPULATION, DISABLE_AFTER));
    static final ParameterTable MUTATION =
            new ParameterTable("timeAllocationMutator", List.of(MUTATION_RANGE, MUTATION_DURATION));

    private ReplanningVocabulary() {}
}
