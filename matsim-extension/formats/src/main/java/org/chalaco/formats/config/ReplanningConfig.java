package org.chalaco.formats.config;

import static org.chalaco.formats.config.ReplanningVocabulary.*;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.day2day.replanning.ReplanningParameters;
import org.chalaco.day2day.replanning.StrategySettings;
import org.chalaco.formats.Problems;

/** Replanning in a config: MATSim's modules replanning and timeAllocationMutator. */
final class ReplanningConfig {

    private static final String SETTINGS_SET = "strategysettings";

    private ReplanningConfig() {}

    static ReplanningParameters read(Config config, Problems problems) {
        ParameterReader in = ParameterReader.of(config, "replanning", problems);
        ParameterReader mutation = ParameterReader.of(config, "timeAllocationMutator", problems);
        in.warnOfMisspelled(MODULE.parameters());
        mutation.warnOfMisspelled(MUTATION.parameters());
        List<StrategySettings> strategies = new ArrayList<>();
        for (ParameterReader set : in.sets(SETTINGS_SET)) {
            set.warnOfMisspelled(SETTINGS.parameters());
            if (!set.has(STRATEGY)) {
                set.error("A strategy has no name.", "Maybe add the parameter strategyName?");
            }
            set.find(STRATEGY)
                    .ifPresent(
                            strategy ->
                                    strategies.add(
                                            new StrategySettings(
                                                    strategy,
                                                    set.get(WEIGHT),
                                                    subpopulation(set.get(SUBPOPULATION)),
                                                    set.get(DISABLE_AFTER))));
        }
        return new ReplanningParameters(
                strategies,
                in.get(MEMORY),
                in.get(INNOVATION),
                in.get(REMOVAL),
                mutation.get(MUTATION_RANGE),
                mutation.get(MUTATION_DURATION));
    }

    /** MATSim writes "null" for those without a subpopulation. */
    static String subpopulation(String text) {
        return text == null || text.isEmpty() || text.equals("null") ? null : text;
    }

    static Config write(Config config, ReplanningParameters p) {
        List<ConfigGroup> sets = new ArrayList<>();
        for (StrategySettings settings : p.strategies()) {
            sets.add(
                    ParameterWriter.set(SETTINGS_SET)
                            .put(STRATEGY, settings.strategy())
                            .put(WEIGHT, settings.weight())
                            .put(SUBPOPULATION, String.valueOf(settings.subpopulation()))
                            .put(DISABLE_AFTER, settings.disableAfterIteration())
                            .group());
        }
        return new ParameterWriter(config)
                .module("replanning")
                .put(MEMORY, p.maxAgentPlanMemorySize())
                .put(INNOVATION, p.fractionOfIterationsToDisableInnovation())
                .put(REMOVAL, p.planSelectorForRemoval())
                .sets(SETTINGS_SET, sets)
                .module("timeAllocationMutator")
                .put(MUTATION_RANGE, p.mutationRange())
                .put(MUTATION_DURATION, p.mutationAffectsDuration())
                .config();
    }
}
