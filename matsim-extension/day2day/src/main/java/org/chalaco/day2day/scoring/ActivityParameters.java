package org.chalaco.day2day.scoring;

import static java.util.Objects.requireNonNull;

/**
 * What an activity type is worth. MATSim: parameter set {@code activityParams} of {@code scoring}
 * ({@code planCalcScore}). Times are s since midnight, NaN where nothing is said.
 *
 * @param type activity type
 * @param typicalDuration duration at which performing earns its marginal utility, s
 * @param priority MATSim's {@code priority}, 1 for all in practice
 * @param openingTime earliest moment it can be performed
 * @param closingTime latest moment it can be performed
 * @param latestStartTime starting later is late arrival
 * @param earliestEndTime ending earlier is early departure
 * @param minimalDuration staying shorter counts as early departure, s
 * @param typicalDurationScoreComputation how the typical duration enters
 * @param scoringThisActivityAtAll false: it earns nothing, whatever happens
 */
public record ActivityParameters(
        String type,
        double typicalDuration,
        double priority,
        double openingTime,
        double closingTime,
        double latestStartTime,
        double earliestEndTime,
        double minimalDuration,
        TypicalDurationScoreComputation typicalDurationScoreComputation,
        boolean scoringThisActivityAtAll) {

    /** MATSim's two ways to compute the duration at which performing is worth nothing. */
    public enum TypicalDurationScoreComputation {
        /**
         * {@code t0 = tTyp exp(-1 / priority)}: every activity at its typical duration earns the
         * same per hour.
         */
        RELATIVE,
        /**
         * {@code t0 = tTyp exp(-(10 h / tTyp) / priority)}: every activity at its typical duration
         * earns the same.
         */
        UNIFORM
    }

    public ActivityParameters {
        requireNonNull(type, "activity type");
        requireNonNull(typicalDurationScoreComputation, "score computation of activity " + type);
        if (scoringThisActivityAtAll && !(typicalDuration > 0)) {
            throw new IllegalArgumentException(
                    "The typical duration (%s s) of activity (%s) is not positive.%nMaybe 8 hours for work?"
                            .formatted(typicalDuration, type));
        }
        if (!(priority > 0)) {
            throw new IllegalArgumentException(
                    "The priority (%s) of activity (%s) is not positive.%nMaybe 1?"
                            .formatted(priority, type));
        }
    }

    /** An activity of this typical duration, s, without any other limits. */
    public static ActivityParameters of(String type, double typicalDuration) {
        return new ActivityParameters(
                type,
                typicalDuration,
                1,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                TypicalDurationScoreComputation.RELATIVE,
                true);
    }

    /** The same activity with opening hours; NaN: no limit on that side. */
    public ActivityParameters withOpeningHours(double opening, double closing) {
        return new ActivityParameters(
                type,
                typicalDuration,
                priority,
                opening,
                closing,
                latestStartTime,
                earliestEndTime,
                minimalDuration,
                typicalDurationScoreComputation,
                scoringThisActivityAtAll);
    }

    /** The same activity with a latest start and an earliest end; NaN: no such limit. */
    public ActivityParameters withLimits(double latestStart, double earliestEnd) {
        return new ActivityParameters(
                type,
                typicalDuration,
                priority,
                openingTime,
                closingTime,
                latestStart,
                earliestEnd,
                minimalDuration,
                typicalDurationScoreComputation,
                scoringThisActivityAtAll);
    }

    /** The same activity with a minimal duration, s. */
    public ActivityParameters withMinimalDuration(double duration) {
        return new ActivityParameters(
                type,
                typicalDuration,
                priority,
                openingTime,
                closingTime,
                latestStartTime,
                earliestEndTime,
                duration,
                typicalDurationScoreComputation,
                scoringThisActivityAtAll);
    }

    /** The same activity with another use of its typical duration. */
    public ActivityParameters withComputation(TypicalDurationScoreComputation computation) {
        return new ActivityParameters(
                type,
                typicalDuration,
                priority,
                openingTime,
                closingTime,
                latestStartTime,
                earliestEndTime,
                minimalDuration,
                computation,
                scoringThisActivityAtAll);
    }

    /** Duration at which performing is worth nothing, s. */
    public double zeroUtilityDuration() {
        return typicalDuration
                * switch (typicalDurationScoreComputation) {
                    case RELATIVE -> StrictMath.exp(-1 / priority);
                    case UNIFORM -> StrictMath.exp(-36000 / typicalDuration / priority);
                };
    }
}
