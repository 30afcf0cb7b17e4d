package org.chalaco.formats.config;

import java.util.List;
import org.chalaco.day2day.DayToDayParameters;
import org.chalaco.formats.Problems;

/**
 * The day-to-day loop in a config, under MATSim's names: modules controller, global, scoring,
 * replanning, timeAllocationMutator, routing and travelTimeCalculator, by their old or new names;
 * what MATSim does not have stands in module {@value MobsimConfig#MODULE}.
 */
public final class DayToDayConfig {

    private static final DayToDayParameters STANDARD = DayToDayParameters.STANDARD;

    static final Parameter<Integer> FIRST_ITERATION =
            iteration(
                    "firstIteration", STANDARD.firstIteration(), "Number of the first iteration.");
    static final Parameter<Integer> LAST_ITERATION =
            iteration(
                    "lastIteration",
                    STANDARD.lastIteration(),
                    "Number of the last iteration, included.");
    static final Parameter<Integer> PLANS_INTERVAL =
            iteration(
                    "writePlansInterval",
                    STANDARD.writePlansInterval(),
                    "Plans are written every so many iterations; 0: never.");
    static final Parameter<Integer> EVENTS_INTERVAL =
            iteration(
                    "writeEventsInterval",
                    STANDARD.writeEventsInterval(),
                    "Events are written every so many iterations; 0: never.");
    static final Parameter<Integer> CHECKPOINT_INTERVAL =
            iteration(
                    "writeCheckpointInterval",
                    STANDARD.writeCheckpointInterval(),
                    "The state is saved every so many iterations; 0: never.");
    static final Parameter<Integer> THREADS =
            Parameter.whole(
                    "numberOfThreads",
                    "-",
                    STANDARD.threads(),
                    1,
                    1024,
                    "Threads for routing and scoring; changes no result.");

    static final ParameterTable CONTROLLER =
            new ParameterTable(
                    "controller",
                    List.of(
                            FIRST_ITERATION,
                            LAST_ITERATION,
                            PLANS_INTERVAL,
                            EVENTS_INTERVAL,
                            RoutingVocabulary.ALGORITHM));

    private DayToDayConfig() {}

    private static Parameter<Integer> iteration(String name, int standard, String meaning) {
        return Parameter.whole(name, "-", standard, 0, Integer.MAX_VALUE, meaning);
    }

    /** The parameters a config means; what cannot be used is reported. */
    public static DayToDayParameters read(Config config, Problems problems) {
        ParameterReader controller = ParameterReader.of(config, "controller", problems);
        ParameterReader global = ParameterReader.of(config, "global", problems);
        ParameterReader chalaco = ParameterReader.of(config, MobsimConfig.MODULE, problems);
        controller.warnOfMisspelled(CONTROLLER.parameters());
        int first = controller.get(FIRST_ITERATION);
        int last = controller.get(LAST_ITERATION);
        if (last < first) {
            controller.error(
                    LAST_ITERATION,
                    "The iterations from (%d) to (%d) are none.".formatted(first, last),
                    "Maybe lastIteration %d?".formatted(first + 10));
            last = first;
        }
        return new DayToDayParameters(
                first,
                last,
                controller.get(PLANS_INTERVAL),
                controller.get(EVENTS_INTERVAL),
                chalaco.get(CHECKPOINT_INTERVAL),
                global.get(MobsimVocabulary.SEED),
                global.get(THREADS),
                RoutingConfig.read(config, problems),
                ScoringConfig.read(config, problems),
                ReplanningConfig.read(config, problems));
    }

    /** The same config with all of these parameters in it. */
    public static Config write(Config config, DayToDayParameters p) {
        Config loop =
                new ParameterWriter(config)
                        .module("controller")
                        .put(FIRST_ITERATION, p.firstIteration())
                        .put(LAST_ITERATION, p.lastIteration())
                        .put(PLANS_INTERVAL, p.writePlansInterval())
                        .put(EVENTS_INTERVAL, p.writeEventsInterval())
                        .module(MobsimConfig.MODULE)
                        .put(CHECKPOINT_INTERVAL, p.writeCheckpointInterval())
                        .module("global")
                        .put(MobsimVocabulary.SEED, p.seed())
                        .put(THREADS, p.threads())
                        .config();
        return RoutingConfig.write(
                ScoringConfig.write(ReplanningConfig.write(loop, p.replanning()), p.scoring()),
                p.routing());
    }
}
