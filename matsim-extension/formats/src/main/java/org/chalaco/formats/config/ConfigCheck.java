package org.chalaco.formats.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problem.Severity;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;

/** Finds modules and parameters of a config that nobody reads but somebody meant. */
final class ConfigCheck {

    /** Modules of MATSim that a full config names, whether they are used here or not. */
    private static final Set<String> MATSIM =
            Set.of(
                    "global",
                    "network",
                    "plans",
                    "controller",
                    "qsim",
                    "scoring",
                    "replanning",
                    "routing",
                    "travelTimeCalculator",
                    "timeAllocationMutator",
                    "vehicles",
                    "counts",
                    "signalsystems",
                    "facilities",
                    "households",
                    "transit",
                    "transitRouter",
                    "eventsManager",
                    "subtourModeChoice",
                    "changeMode",
                    "linkStats",
                    "ptCounts",
                    "ReplanningAnnealer",
                    "JDEQSim",
                    "hermes",
                    "swissRailRaptor",
                    "qsim_components",
                    "planInheritance",
                    "tripMode",
                    "ownReplanning",
                    "changeLegMode",
                    "TravelTimeCalculator",
                    "roadpricing",
                    "bicycle",
                    "dvrp",
                    "multiModeDrt",
                    "drt",
                    "freight",
                    "otfvis",
                    "simwrapper",
                    "accessibility",
                    "emissions",
                    "cadytsCar",
                    "locationchoice",
                    "multimodal",
                    "vspExperimental",
                    "scenario",
                    "external",
                    "matsim",
                    "ev",
                    "taxi",
                    "multiModeTaxi",
                    "parking");

    private ConfigCheck() {}

    /** Reports unknown parameters of our module, and modules whose names are nearly known. */
    static void reportUnknown(Config config, Problems problems) {
        List<Parameter<?>> ours = new ArrayList<>(ParameterTable.plugin().parameters());
        ParameterTable.all().stream()
                .filter(table -> table.module().equals(MobsimConfig.MODULE))
                .forEach(table -> ours.addAll(table.parameters()));
        ParameterReader.of(config, MobsimConfig.MODULE, problems).refuseUnknown(ours);
        for (ConfigGroup module : config.modules()) {
            String name = Config.currentName(module.name());
            if (!MATSIM.contains(name) && !name.equals(MobsimConfig.MODULE)) {
                reportNearlyKnown(config, module, problems);
            }
        }
    }

    private static void reportNearlyKnown(Config config, ConfigGroup module, Problems problems) {
        List<String> used = new ArrayList<>(List.of("vehicles", "plans", "network", "counts"));
        ParameterTable.all().forEach(table -> used.add(table.module()));
        NearestName.find(module.name(), used)
                .ifPresent(
                        name ->
                                problems.add(
                                        new Problem(
                                                ProblemType.UNKNOWN_MODULE.id(),
                                                Severity.ERROR,
                                                config.file().toString(),
                                                module.line(),
                                                module.name(),
                                                module.name(),
                                                "The module (%s) is not known."
                                                        .formatted(module.name()),
                                                "Maybe %s?".formatted(name))));
    }
}
