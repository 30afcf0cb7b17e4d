package org.chalaco.day2day.scoring;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;

/**
 * What an experienced day was worth, with MATSim's rules:
 *
 * <ul>
 *   <li>activities by Charypar and Nagel's function;
 *   <li>legs {@code constant + βtravel t + (βdist + βmoney ρ) d}, besides constants once a day per
 *       mode;
 *   <li>the first and the last activity are one night if they are of the same type, else they count
 *       from and to midnight;
 *   <li>activities that only join the legs of a trip ({@code pt interaction}) are worth nothing;
 *   <li>who is stuck gets for the whole day the worst rate there is, besides what was done before.
 * </ul>
 *
 * <p>A plan without legs is worth 0. Immutable and thread-safe.
 */
public final class PlanScorer {

    private static final double HOUR = 3600;
    private static final double DAY = 24 * HOUR;

    private final ScoringParameters parameters;

    /** A scorer with these parameters. */
    public PlanScorer(ScoringParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Activity types that persons have in their plans but the parameters do not know, each with
     * "(subpopulation)" behind it where there is one.
     */
    public Set<String> listUnknownActivityTypes(List<Person> persons) {
        Set<String> unknown = new TreeSet<>();
        for (Person person : persons) {
            String group = person.subpopulation();
            UtilityParameters utility = parameters.utilityOf(group);
            for (Plan plan : person.plans()) {
                for (Activity activity : plan.activities()) {
                    if (!activity.isStage() && !utility.activities().containsKey(activity.type())) {
                        unknown.add(activity.type() + (group == null ? "" : " (" + group + ")"));
                    }
                }
            }
        }
        return unknown;
    }

    /**
     * Score of a day.
     *
     * @param subpopulation whose utility counts, or null
     * @throws IllegalArgumentException if an activity type is unknown
     */
    public double score(Plan plan, ExperiencedDay day, String subpopulation) {
        UtilityParameters utility = parameters.utilityOf(subpopulation);
        if (plan.legs().isEmpty()) {
            return 0;
        }
        int done = day.completedLegs();
        double score = legs(plan, day, utility, done);
        for (int k = 1; k < plan.legs().size() && k <= done; k++) {
            double departure = day.departureTimes()[k];
            if (!Double.isNaN(departure)) {
                score += activity(plan, k, utility, day.arrivalTimes()[k - 1], departure);
            }
        }
        if (day.stuck()) {
            return score + morning(plan, day, utility) + stuckPenalty(utility);
        }
        return score + night(plan, day, utility, done);
    }

    private static double legs(Plan plan, ExperiencedDay day, UtilityParameters utility, int done) {
        double score = 0;
        Set<String> used = new HashSet<>();
        for (int k = 0; k < done; k++) {
            Leg leg = plan.legs().get(k);
            ModeParameters mode = utility.mode(leg.mode());
            double seconds = day.arrivalTimes()[k] - day.departureTimes()[k];
            score += mode.constant() + mode.marginalUtilityOfTravelingPerHour() / HOUR * seconds;
            double perMetre =
                    mode.marginalUtilityOfDistance()
                            + utility.marginalUtilityOfMoney() * mode.monetaryDistanceRate();
            // an unknown distance must not make the score unknown where distance is free
            if (perMetre != 0) {
                score += perMetre * leg.distance();
            }
            if (used.add(leg.mode())) {
                score +=
                        mode.dailyUtilityConstant()
                                + utility.marginalUtilityOfMoney() * mode.dailyMonetaryConstant();
            }
        }
        return score;
    }

    private static double morning(Plan plan, ExperiencedDay day, UtilityParameters utility) {
        double end = day.departureTimes()[0];
        return Double.isNaN(end) ? 0 : activity(plan, 0, utility, 0, end);
    }

    private static double night(
            Plan plan, ExperiencedDay day, UtilityParameters utility, int done) {
        int last = plan.legs().size();
        if (done < last) {
            return morning(plan, day, utility);
        }
        String firstType = plan.activities().get(0).type();
        double arrival = day.arrivalTimes()[last - 1];
        if (plan.activities().get(last).type().equals(firstType)) {
            return activity(plan, last, utility, arrival, day.departureTimes()[0] + DAY);
        }
        return morning(plan, day, utility) + activity(plan, last, utility, arrival, DAY);
    }

    private static double activity(
            Plan plan, int k, UtilityParameters utility, double arrival, double departure) {
        if (plan.activities().get(k).isStage()) {
            return 0;
        }
        String type = plan.activities().get(k).type();
        ActivityParameters activity = utility.activities().get(type);
        if (activity == null) {
            throw new IllegalArgumentException(
                    "There are no scoring parameters for activities of type (%s).%nMaybe one of %s?"
                            .formatted(type, utility.activities().keySet()));
        }
        return ActivityUtility.of(activity, utility, arrival, departure);
    }

    /**
     * A day at the worst rate: more negative than any day can be, but not so much that exp() of a
     * difference overflows.
     */
    static double stuckPenalty(UtilityParameters utility) {
        double worstTravel = 0;
        for (ModeParameters mode : utility.modes().values()) {
            worstTravel = Math.min(worstTravel, mode.marginalUtilityOfTravelingPerHour());
        }
        double perHour =
                Math.min(
                        Math.min(utility.lateArrivalPerHour(), utility.earlyDeparturePerHour()),
                        Math.min(worstTravel, utility.waitingPerHour())
                                - utility.performingPerHour());
        return perHour / HOUR * DAY;
    }

    /**
     * The plan with a new score: blended with the old one at the learning rate, or, in the last
     * part of the iterations, averaged over all days since (method of successive averages).
     *
     * @param newScore of today
     * @param averaging whether scores are averaged by now
     */
    public Plan remember(Plan plan, double newScore, boolean averaging) {
        if (Double.isNaN(plan.score())) {
            return plan.withScore(newScore);
        }
        if (averaging) {
            int days = plan.averagedScores() + 1;
            double share = 1.0 / days;
            return plan.withAveragedScore(share * newScore + (1 - share) * plan.score(), days);
        }
        double rate = parameters.learningRate();
        return plan.withScore(rate * newScore + (1 - rate) * plan.score());
    }

    /** First iteration whose scores are averaged; none: the largest number. */
    public int firstAveragedIteration(int firstIteration, int lastIteration) {
        double fraction = parameters.fractionOfIterationsToStartScoreMsa();
        return Double.isNaN(fraction)
                ? Integer.MAX_VALUE
                : (int) ((lastIteration - firstIteration) * fraction + firstIteration);
    }
}
