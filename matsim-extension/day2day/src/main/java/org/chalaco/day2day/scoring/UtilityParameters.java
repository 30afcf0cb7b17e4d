package org.chalaco.day2day.scoring;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The utility function of one subpopulation. MATSim: parameter set {@code scoringParameters} of
 * {@code scoring}; the rates are per hour as there.
 *
 * @param performingPerHour marginal utility of performing an activity at its typical duration, 1/h
 * @param lateArrivalPerHour 1/h, negative
 * @param earlyDeparturePerHour 1/h, negative or 0
 * @param waitingPerHour waiting for an activity to open, besides the opportunity cost, 1/h
 * @param marginalUtilityOfMoney utility of one unit of money
 * @param activities by type
 * @param modes by mode; a mode that is not listed costs what {@link ModeParameters#standard} says
 */
public record UtilityParameters(
        double performingPerHour,
        double lateArrivalPerHour,
        double earlyDeparturePerHour,
        double waitingPerHour,
        double marginalUtilityOfMoney,
        Map<String, ActivityParameters> activities,
        Map<String, ModeParameters> modes) {

    /** MATSim's defaults: performing 6, late arrival -18, money 1, the rest 0; no activities. */
    public static final UtilityParameters STANDARD =
            new UtilityParameters(6, -18, 0, 0, 1, Map.of(), Map.of());

    public UtilityParameters {
        activities = Collections.unmodifiableMap(new TreeMap<>(activities));
        modes = Collections.unmodifiableMap(new TreeMap<>(modes));
        if (!(performingPerHour >= 0)) {
            throw new IllegalArgumentException(
                    "The utility of performing (%s per hour) is negative.%nMaybe 6?"
                            .formatted(performingPerHour));
        }
    }

    /** What travelling by this mode costs. */
    public ModeParameters mode(String mode) {
        ModeParameters listed = modes.get(mode);
        return listed == null ? ModeParameters.standard(mode) : listed;
    }

    /** The same function for other activities; those of the same type are replaced. */
    public UtilityParameters withActivities(ActivityParameters... more) {
        Map<String, ActivityParameters> all = new TreeMap<>(activities);
        for (ActivityParameters activity : more) {
            all.put(activity.type(), activity);
        }
        return new UtilityParameters(
                performingPerHour,
                lateArrivalPerHour,
                earlyDeparturePerHour,
                waitingPerHour,
                marginalUtilityOfMoney,
                all,
                modes);
    }

    /** The same function for other modes; those of the same name are replaced. */
    public UtilityParameters withModes(ModeParameters... more) {
        Map<String, ModeParameters> all = new TreeMap<>(modes);
        for (ModeParameters mode : more) {
            all.put(mode.mode(), mode);
        }
        return new UtilityParameters(
                performingPerHour,
                lateArrivalPerHour,
                earlyDeparturePerHour,
                waitingPerHour,
                marginalUtilityOfMoney,
                activities,
                all);
    }
}
