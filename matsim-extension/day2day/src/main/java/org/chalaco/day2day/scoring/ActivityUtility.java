package org.chalaco.day2day.scoring;

/**
 * Utility of one activity:
 *
 * <p>{@code U = βperf tTyp ln(d / t0) + βwait tWait + βlate tLate + βearly tEarly}
 *
 * <p>where d is the time performing within opening hours (s), tTyp the typical duration (s), t0 the
 * duration that is worth nothing (s, see {@link ActivityParameters#zeroUtilityDuration}), tWait the
 * time there while closed, tLate the start after the latest start, tEarly the end before the
 * earliest end and what is missing to the minimal duration. Below t0 the logarithm, which would
 * fall without bound, is continued by its tangent {@code βperf (tTyp / t0) (d - t0)}: a negative
 * duration costs in proportion.
 *
 * <p>Charypar and Nagel, <i>Generating complete all-day activity plans with genetic algorithms</i>,
 * Transportation 32, 2005; in the form of Horni, Nagel, Axhausen (eds.), <i>The Multi-Agent
 * Transport Simulation MATSim</i>, 2016, chapter 3. Pure.
 */
final class ActivityUtility {

    private static final double HOUR = 3600;

    private ActivityUtility() {}

    /**
     * Utility of being there from arrival to departure.
     *
     * @param arrival s since midnight
     * @param departure s since midnight; after midnight counts on
     */
    static double of(
            ActivityParameters activity,
            UtilityParameters rates,
            double arrival,
            double departure) {
        if (!activity.scoringThisActivityAtAll()) {
            return 0;
        }
        double start = later(arrival, activity.openingTime());
        double end = earlier(departure, activity.closingTime());
        // there only while it is closed (comparisons with NaN are false)
        if (activity.openingTime() > departure && !Double.isNaN(activity.closingTime())
                || activity.closingTime() < arrival && !Double.isNaN(activity.openingTime())) {
            start = departure;
            end = departure;
        }
        double duration = end - start;
        double waiting = Math.max(0, start - arrival) + Math.max(0, departure - end);
        double late = beyond(start, activity.latestStartTime());
        double early =
                beyond(activity.earliestEndTime(), end)
                        + beyond(activity.minimalDuration(), duration);
        return performing(activity, rates, duration)
                + rates.waitingPerHour() / HOUR * waiting
                + rates.lateArrivalPerHour() / HOUR * late
                + rates.earlyDeparturePerHour() / HOUR * early;
    }

    private static double performing(
            ActivityParameters activity, UtilityParameters rates, double duration) {
        double scale = rates.performingPerHour() / HOUR * activity.typicalDuration();
        double zero = activity.zeroUtilityDuration();
        return duration >= zero
                ? scale * StrictMath.log(duration / zero)
                : scale / zero * (duration - zero);
    }

    private static double later(double time, double limit) {
        return Double.isNaN(limit) ? time : Math.max(time, limit);
    }

    private static double earlier(double time, double limit) {
        return Double.isNaN(limit) ? time : Math.min(time, limit);
    }

    /** How much a exceeds b, 0 where one is not given. */
    private static double beyond(double a, double b) {
        return a > b ? a - b : 0;
    }
}
