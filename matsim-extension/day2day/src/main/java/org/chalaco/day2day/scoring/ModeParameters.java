package org.chalaco.day2day.scoring;

import static java.util.Objects.requireNonNull;

/**
 * What travelling by a mode costs. MATSim: parameter set {@code modeParams} of {@code scoring}.
 *
 * @param mode the mode
 * @param constant utility of every leg
 * @param marginalUtilityOfTravelingPerHour utility of an hour under way, besides the time lost for
 *     activities, 1/h; MATSim: {@code marginalUtilityOfTraveling_util_hr}
 * @param marginalUtilityOfDistance utility of a metre, 1/m; MATSim: {@code
 *     marginalUtilityOfDistance_util_m}
 * @param monetaryDistanceRate money per metre, negative: paid
 * @param dailyUtilityConstant utility once a day if the mode is used
 * @param dailyMonetaryConstant money once a day if the mode is used, negative: paid
 */
public record ModeParameters(
        String mode,
        double constant,
        double marginalUtilityOfTravelingPerHour,
        double marginalUtilityOfDistance,
        double monetaryDistanceRate,
        double dailyUtilityConstant,
        double dailyMonetaryConstant) {

    public ModeParameters {
        requireNonNull(mode, "mode");
    }

    /** MATSim's default for every mode: -6 per hour, nothing else. */
    public static ModeParameters standard(String mode) {
        return new ModeParameters(mode, 0, -6, 0, 0, 0, 0);
    }
}
