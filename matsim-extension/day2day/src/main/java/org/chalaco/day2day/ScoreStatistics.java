package org.chalaco.day2day;

import java.util.List;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;

/**
 * Means over all persons who travel, as in MATSim's {@code scorestats}.
 *
 * @param executed of the plan carried out
 * @param worst of each person's worst plan
 * @param average of the mean of each person's plans
 * @param best of each person's best plan
 */
public record ScoreStatistics(double executed, double worst, double average, double best) {

    /** Statistics of these persons; plans without a score do not count. */
    public static ScoreStatistics of(List<Person> persons) {
        double[] sums = new double[4];
        int count = 0;
        for (Person person : persons) {
            if (!Double.isNaN(person.selectedPlan().score())
                    && !person.selectedPlan().legs().isEmpty()) {
                add(person, sums);
                count++;
            }
        }
        return new ScoreStatistics(
                sums[0] / count, sums[1] / count, sums[2] / count, sums[3] / count);
    }

    private static void add(Person person, double[] sums) {
        double worst = Double.POSITIVE_INFINITY;
        double best = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int scored = 0;
        for (Plan plan : person.plans()) {
            if (!Double.isNaN(plan.score())) {
                worst = Math.min(worst, plan.score());
                best = Math.max(best, plan.score());
                sum += plan.score();
                scored++;
            }
        }
        sums[0] += person.selectedPlan().score();
        sums[1] += worst;
        sums[2] += sum / scored;
        sums[3] += best;
    }
}
