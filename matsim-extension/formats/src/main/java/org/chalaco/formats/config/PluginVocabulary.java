package org.chalaco.formats.config;

import java.util.List;

/**
 * The parameters of module {@value MobsimConfig#MODULE} that only the plugin for MATSim reads. The
 * command accepts them, so that both can read one config.
 */
final class PluginVocabulary {

    private static final Parameter<Integer> TRAJECTORIES =
            Parameter.whole(
                    "trajectoriesInterval",
                    "-",
                    0,
                    0,
                    Integer.MAX_VALUE,
                    "Every so many iterations, and in the last one, exact positions and crossings are written; 0: never.");
    private static final Parameter<Double> TRAJECTORY_PERIOD =
            Parameter.number(
                    "trajectoryPeriod",
                    "s",
                    1,
                    Double.MIN_VALUE,
                    Double.MAX_VALUE,
                    "Time between two written positions.");
    private static final Parameter<Boolean> CAPACITY_REPORT =
            Parameter.flag(
                    "capacityReport",
                    true,
                    "Whether capacities in the network file and in simulation are compared at the end.");
    private static final Parameter<Boolean> U_TURNS =
            Parameter.flag(
                    "uTurns",
                    true,
                    "Whether vehicles may turn round wherever nothing forbids it, as MATSim's routes do.");

    static final ParameterTable TABLE =
            new ParameterTable(
                    MobsimConfig.MODULE,
                    List.of(TRAJECTORIES, TRAJECTORY_PERIOD, CAPACITY_REPORT, U_TURNS));

    private PluginVocabulary() {}
}
