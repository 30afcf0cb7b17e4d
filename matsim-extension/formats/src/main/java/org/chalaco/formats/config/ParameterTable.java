package org.chalaco.formats.config;

import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of one module or parameter set that are used here.
 *
 * @param module name of the module, with the parameter set after a dot
 * @param parameters in the order of the manual
 */
public record ParameterTable(String module, List<Parameter<?>> parameters) {

    public ParameterTable {
        parameters = List.copyOf(parameters);
    }

    /** The parameters of the mobsim: those that the command and the plugin for MATSim share. */
    public static ParameterTable mobsim() {
        return MobsimVocabulary.TABLE;
    }

    /** The parameters that only the plugin for MATSim reads. */
    public static ParameterTable plugin() {
        return PluginVocabulary.TABLE;
    }

    /** Every module and parameter set that the command reads, in the order of the manual. */
    public static List<ParameterTable> all() {
        List<Parameter<?>> loop = new ArrayList<>(RoutingVocabulary.WARM_START);
        loop.add(DayToDayConfig.CHECKPOINT_INTERVAL);
        loop.add(RunSettings.EMISSIONS);
        loop.addAll(SignalControlSettings.PARAMETERS);
        loop.add(RunSettings.WRONG_ROUTES);
        return List.of(
                MobsimVocabulary.TABLE,
                new ParameterTable(MobsimConfig.MODULE, loop),
                new ParameterTable(
                        "qsim",
                        List.of(
                                MobsimVocabulary.START_TIME,
                                MobsimVocabulary.END_TIME,
                                MobsimVocabulary.THREADS,
                                RunSettings.MAIN_MODES,
                                RunSettings.VEHICLES_SOURCE,
                                RunSettings.VEHICLE_BEHAVIOR)),
                new ParameterTable(
                        "global",
                        List.of(
                                MobsimVocabulary.SEED,
                                DayToDayConfig.THREADS,
                                RunSettings.COORDINATE_SYSTEM)),
                DayToDayConfig.CONTROLLER,
                RunSettings.CONTROLLER,
                InputFiles.NETWORK_TABLE,
                new ParameterTable("plans", List.of(InputFiles.PLANS)),
                new ParameterTable("vehicles", List.of(InputFiles.VEHICLES)),
                new ParameterTable("facilities", List.of(InputFiles.FACILITIES)),
                CountsSettings.TABLE,
                InputFiles.SIGNALS_TABLE,
                InputFiles.TRANSIT_TABLE,
                RoutingVocabulary.MODULE,
                RoutingVocabulary.TELEPORTED,
                RoutingVocabulary.TRAVEL_TIMES,
                ScoringVocabulary.MODULE,
                ScoringVocabulary.UTILITY_SET,
                ScoringVocabulary.ACTIVITY_SET,
                ScoringVocabulary.MODE_SET,
                ReplanningVocabulary.MODULE,
                ReplanningVocabulary.SETTINGS,
                ReplanningVocabulary.MUTATION);
    }
}
