package org.chalaco.formats.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chalaco.day2day.scoring.ActivityParameters.TypicalDurationScoreComputation;
import org.chalaco.day2day.scoring.ModeParameters;
import org.chalaco.day2day.scoring.ScoringParameters;
import org.chalaco.day2day.scoring.UtilityParameters;

/** The parameters of scoring, as they are called in configs. */
final class ScoringVocabulary {

    private static final double ANY = Double.MAX_VALUE;
    private static final ScoringParameters STANDARD = ScoringParameters.STANDARD;
    private static final UtilityParameters UTILITY = UtilityParameters.STANDARD;
    private static final ModeParameters MODE_STANDARD = ModeParameters.standard("car");

    static final Parameter<Double> LEARNING_RATE =
            Parameter.number(
                    "learningRate",
                    "-",
                    STANDARD.learningRate(),
                    0,
                    1,
                    "Weight of the newest score against the remembered one.");
    static final Parameter<Double> BRAIN_EXP_BETA =
            Parameter.number(
                    "BrainExpBeta",
                    "-",
                    STANDARD.brainExpBeta(),
                    0,
                    ANY,
                    "Scale of the logit choice among plans.");
    static final Parameter<Double> SCORE_MSA =
            Parameter.optionalNumber(
                    "fractionOfIterationsToStartScoreMSA",
                    "-",
                    "Share of the iterations after which scores are averaged; undefined: never.");

    static final Parameter<String> SUBPOPULATION =
            Parameter.text("subpopulation", null, "Whose utility; null: everyone else's.");
    static final Parameter<Double> PERFORMING =
            Parameter.number(
                    "performing",
                    "1/h",
                    UTILITY.performingPerHour(),
                    0,
                    ANY,
                    "Utility of performing an activity at its typical duration.");
    static final Parameter<Double> LATE_ARRIVAL =
            rate("lateArrival", UTILITY.lateArrivalPerHour(), "Utility of arriving late.");
    static final Parameter<Double> EARLY_DEPARTURE =
            rate("earlyDeparture", UTILITY.earlyDeparturePerHour(), "Utility of leaving early.");
    static final Parameter<Double> WAITING =
            rate(
                    "waiting",
                    UTILITY.waitingPerHour(),
                    "Utility of waiting for an activity to open.");
    static final Parameter<Double> MONEY =
            Parameter.number(
                    "marginalUtilityOfMoney",
                    "1/money",
                    UTILITY.marginalUtilityOfMoney(),
                    -ANY,
                    ANY,
                    "Utility of one unit of money.");

    static final Parameter<String> ACTIVITY_TYPE =
            Parameter.text("activityType", null, "The activity type.");
    static final Parameter<Double> TYPICAL_DURATION =
            Parameter.time(
                    "typicalDuration",
                    Double.NaN,
                    "Duration at which performing earns its marginal utility.");
    static final Parameter<Double> PRIORITY =
            Parameter.number("priority", "-", 1, Double.MIN_VALUE, ANY, "Priority, 1 in practice.");
    static final Parameter<Double> OPENING =
            Parameter.time("openingTime", Double.NaN, "Earliest time it can be performed.");
    static final Parameter<Double> CLOSING =
            Parameter.time("closingTime", Double.NaN, "Latest time it can be performed.");
    static final Parameter<Double> LATEST_START =
            Parameter.time("latestStartTime", Double.NaN, "Starting later is late arrival.");
    static final Parameter<Double> EARLIEST_END =
            Parameter.time("earliestEndTime", Double.NaN, "Ending earlier is early departure.");
    static final Parameter<Double> MINIMAL_DURATION =
            Parameter.time(
                    "minimalDuration", Double.NaN, "Staying shorter counts as early departure.");
    static final Parameter<TypicalDurationScoreComputation> COMPUTATION =
            Parameter.choice(
                    "typicalDurationScoreComputation",
                    TypicalDurationScoreComputation.RELATIVE,
                    Arrays.asList(TypicalDurationScoreComputation.values()),
                    value -> value.name().toLowerCase(Locale.ROOT),
                    "How the typical duration enters.");
    static final Parameter<Boolean> SCORED =
            Parameter.flag(
                    "scoringThisActivityAtAll", true, "Whether the activity earns anything.");

    static final Parameter<String> MODE = Parameter.text("mode", null, "The mode.");
    static final Parameter<Double> CONSTANT =
            Parameter.number(
                    "constant", "-", MODE_STANDARD.constant(), -ANY, ANY, "Utility of every leg.");
    static final Parameter<Double> TRAVELING =
            rate(
                    "marginalUtilityOfTraveling_util_hr",
                    MODE_STANDARD.marginalUtilityOfTravelingPerHour(),
                    "Utility of an hour under way.");
    static final Parameter<Double> DISTANCE =
            Parameter.number(
                    "marginalUtilityOfDistance_util_m",
                    "1/m",
                    MODE_STANDARD.marginalUtilityOfDistance(),
                    -ANY,
                    ANY,
                    "Utility of a metre.");
    static final Parameter<Double> MONEY_RATE =
            Parameter.number(
                    "monetaryDistanceRate",
                    "money/m",
                    MODE_STANDARD.monetaryDistanceRate(),
                    -ANY,
                    ANY,
                    "Money for a metre, negative: paid.");
    static final Parameter<Double> DAILY_UTILITY =
            Parameter.number(
                    "dailyUtilityConstant",
                    "-",
                    MODE_STANDARD.dailyUtilityConstant(),
                    -ANY,
                    ANY,
                    "Utility once a day if the mode is used.");
    static final Parameter<Double> DAILY_MONEY =
            Parameter.number(
                    "dailyMonetaryConstant",
                    "money",
                    MODE_STANDARD.dailyMonetaryConstant(),
                    -ANY,
                    ANY,
                    "Money once a day if the mode is used, negative: paid.");

    static final ParameterTable MODULE =
            new ParameterTable("scoring", List.of(LEARNING_RATE, BRAIN_EXP_BETA, SCORE_MSA));
    static final ParameterTable UTILITY_SET =
            new ParameterTable(
                    "scoring.scoringParameters",
                    List.of(
                            SUBPOPULATION,
                            PERFORMING,
                            LATE_ARRIVAL,
                            EARLY_DEPARTURE,
                            WAITING,
                            MONEY));
    static final ParameterTable ACTIVITY_SET =
            new ParameterTable(
                    "scoring.scoringParameters.activityParams",
                    List.of(
                            ACTIVITY_TYPE,
                            TYPICAL_DURATION,
                            PRIORITY,
                            OPENING,
                            CLOSING,
                            LATEST_START,
                            EARLIEST_END,
                            MINIMAL_DURATION,
                            COMPUTATION,
                            SCORED));
    static final ParameterTable MODE_SET =
            new ParameterTable(
                    "scoring.scoringParameters.modeParams",
                    List.of(
                            MODE,
                            CONSTANT,
                            TRAVELING,
                            DISTANCE,
                            MONEY_RATE,
                            DAILY_UTILITY,
                            DAILY_MONEY));

    private ScoringVocabulary() {}

    private static Parameter<Double> rate(String name, double standard, String meaning) {
        return Parameter.number(name, "1/h", standard, -ANY, ANY, meaning);
    }
}
