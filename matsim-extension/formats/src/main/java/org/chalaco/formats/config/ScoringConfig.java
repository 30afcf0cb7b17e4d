package org.chalaco.formats.config;

import static org.chalaco.formats.config.ScoringVocabulary.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.day2day.scoring.ActivityParameters;
import org.chalaco.day2day.scoring.ModeParameters;
import org.chalaco.day2day.scoring.ScoringParameters;
import org.chalaco.day2day.scoring.UtilityParameters;
import org.chalaco.formats.Problems;

/**
 * Scoring in a config: MATSim's module scoring. Utility parameters stand in parameter sets, or, in
 * older configs, in the module itself; the module's then hold for everyone.
 */
final class ScoringConfig {

    private static final String UTILITY = "scoringParameters";
    private static final String ACTIVITY = "activityParams";
    private static final String MODE_PARAMS = "modeParams";

    private ScoringConfig() {}

    static ScoringParameters read(Config config, Problems problems) {
        ParameterReader in = ParameterReader.of(config, "scoring", problems);
        List<Parameter<?>> known = new ArrayList<>(MODULE.parameters());
        known.addAll(UTILITY_SET.parameters());
        in.warnOfMisspelled(known);
        UtilityParameters utility = readUtility(in, UtilityParameters.STANDARD);
        Map<String, UtilityParameters> bySubpopulation = new TreeMap<>();
        for (ParameterReader set : in.sets(UTILITY)) {
            set.warnOfMisspelled(UTILITY_SET.parameters());
            String subpopulation = ReplanningConfig.subpopulation(set.get(SUBPOPULATION));
            if (subpopulation == null || subpopulation.equals("default")) {
                utility = readUtility(set, utility);
            } else {
                bySubpopulation.put(subpopulation, readUtility(set, UtilityParameters.STANDARD));
            }
        }
        return new ScoringParameters(
                in.get(LEARNING_RATE),
                in.get(BRAIN_EXP_BETA),
                in.get(SCORE_MSA),
                utility,
                bySubpopulation);
    }

    private static UtilityParameters readUtility(ParameterReader in, UtilityParameters before) {
        Map<String, ActivityParameters> activities = new TreeMap<>(before.activities());
        in.sets(ACTIVITY).forEach(set -> readActivity(set, activities));
        Map<String, ModeParameters> modes = new TreeMap<>(before.modes());
        in.sets(MODE_PARAMS).forEach(set -> readMode(set, modes));
        return new UtilityParameters(
                in.find(PERFORMING).orElse(before.performingPerHour()),
                in.find(LATE_ARRIVAL).orElse(before.lateArrivalPerHour()),
                in.find(EARLY_DEPARTURE).orElse(before.earlyDeparturePerHour()),
                in.find(WAITING).orElse(before.waitingPerHour()),
                in.find(MONEY).orElse(before.marginalUtilityOfMoney()),
                activities,
                modes);
    }

    private static void readActivity(
            ParameterReader in, Map<String, ActivityParameters> activities) {
        in.warnOfMisspelled(ACTIVITY_SET.parameters());
        String type = in.get(ACTIVITY_TYPE);
        double typical = in.get(TYPICAL_DURATION);
        boolean scored = in.get(SCORED);
        if (type == null) {
            in.error("An activity has no type.", "Maybe add the parameter activityType?");
            return;
        }
        if (scored && !(typical > 0)) {
            in.error(
                    TYPICAL_DURATION,
                    "The typicalDuration of activity (%s) is not positive.".formatted(type),
                    "Maybe 08:00:00 for work?");
            return;
        }
        activities.put(
                type,
                new ActivityParameters(
                        type,
                        typical,
                        in.get(PRIORITY),
                        in.get(OPENING),
                        in.get(CLOSING),
                        in.get(LATEST_START),
                        in.get(EARLIEST_END),
                        in.get(MINIMAL_DURATION),
                        in.get(COMPUTATION),
                        scored));
    }

    private static void readMode(ParameterReader in, Map<String, ModeParameters> modes) {
        in.warnOfMisspelled(MODE_SET.parameters());
        String mode = in.get(MODE);
        if (mode == null) {
            in.error("The modeParams have no mode.", "Maybe add the parameter mode?");
            return;
        }
        modes.put(
                mode,
                new ModeParameters(
                        mode,
                        in.get(CONSTANT),
                        in.get(TRAVELING),
                        in.get(DISTANCE),
                        in.get(MONEY_RATE),
                        in.get(DAILY_UTILITY),
                        in.get(DAILY_MONEY)));
    }

    static Config write(Config config, ScoringParameters p) {
        List<ConfigGroup> utilities = new ArrayList<>();
        utilities.add(utilitySet("null", p.utility()));
        p.utilityBySubpopulation()
                .forEach((name, utility) -> utilities.add(utilitySet(name, utility)));
        return new ParameterWriter(config)
                .module("scoring")
                .put(LEARNING_RATE, p.learningRate())
                .put(BRAIN_EXP_BETA, p.brainExpBeta())
                .put(SCORE_MSA, p.fractionOfIterationsToStartScoreMsa())
                .without(UTILITY_SET.parameters())
                .sets(ACTIVITY, List.of())
                .sets(MODE_PARAMS, List.of())
                .sets(UTILITY, utilities)
                .config();
    }

    private static ConfigGroup utilitySet(String subpopulation, UtilityParameters p) {
        List<ConfigGroup> activities =
                p.activities().values().stream().map(ScoringConfig::activitySet).toList();
        List<ConfigGroup> modes = p.modes().values().stream().map(ScoringConfig::modeSet).toList();
        return ParameterWriter.set(UTILITY)
                .put(SUBPOPULATION, subpopulation)
                .put(PERFORMING, p.performingPerHour())
                .put(LATE_ARRIVAL, p.lateArrivalPerHour())
                .put(EARLY_DEPARTURE, p.earlyDeparturePerHour())
                .put(WAITING, p.waitingPerHour())
                .put(MONEY, p.marginalUtilityOfMoney())
                .sets(ACTIVITY, activities)
                .sets(MODE_PARAMS, modes)
                .group();
    }

    private static ConfigGroup activitySet(ActivityParameters p) {
        return ParameterWriter.set(ACTIVITY)
                .put(ACTIVITY_TYPE, p.type())
                .put(TYPICAL_DURATION, p.typicalDuration())
                .put(PRIORITY, p.priority())
                .put(OPENING, p.openingTime())
                .put(CLOSING, p.closingTime())
                .put(LATEST_START, p.latestStartTime())
                .put(EARLIEST_END, p.earliestEndTime())
                .put(MINIMAL_DURATION, p.minimalDuration())
                .put(COMPUTATION, p.typicalDurationScoreComputation())
                .put(SCORED, p.scoringThisActivityAtAll())
                .group();
    }

    private static ConfigGroup modeSet(ModeParameters p) {
        return ParameterWriter.set(MODE_PARAMS)
                .put(MODE, p.mode())
                .put(CONSTANT, p.constant())
                .put(TRAVELING, p.marginalUtilityOfTravelingPerHour())
                .put(DISTANCE, p.marginalUtilityOfDistance())
                .put(MONEY_RATE, p.monetaryDistanceRate())
                .put(DAILY_UTILITY, p.dailyUtilityConstant())
                .put(DAILY_MONEY, p.dailyMonetaryConstant())
                .group();
    }
}
