package org.chalaco.day2day.replanning;

import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.mobsim.traffic.RandomStream;

/**
 * Choice among the plans a person remembers; plans are named by their index. Immutable and
 * thread-safe.
 */
final class PlanSelection {

    // MATSim: keeps the chance of a change per iteration small, so that the choice settles slowly
    private static final double CHANGE_RATE = 0.01;

    private final double beta;

    PlanSelection(double beta) {
        this.beta = beta;
    }

    /** A random plan that has no score yet, or -1. */
    static int untried(Person person, RandomStream random) {
        int count = 0;
        for (Plan plan : person.plans()) {
            count += Double.isNaN(plan.score()) ? 1 : 0;
        }
        if (count == 0) {
            return -1;
        }
        int nth = random.nextInt(count);
        int k = 0;
        while (!Double.isNaN(person.plans().get(k).score()) || nth-- > 0) {
            k++;
        }
        return k;
    }

    /** Any plan. */
    static int random(Person person, RandomStream random) {
        return random.nextInt(person.plans().size());
    }

    /**
     * The plan to forget: one without a score, else the lowest score; the earlier one of equals.
     */
    static int worst(Person person) {
        int worst = 0;
        for (int k = 0; k < person.plans().size(); k++) {
            double score = person.plans().get(k).score();
            if (Double.isNaN(score)) {
                return k;
            }
            if (score < person.plans().get(worst).score()) {
                worst = k;
            }
        }
        return worst;
    }

    /** The plan with the highest score; the earlier one of equals. */
    int best(Person person, RandomStream random) {
        int best = 0;
        for (int k = 1; k < person.plans().size(); k++) {
            if (person.plans().get(k).score() > person.plans().get(best).score()) {
                best = k;
            }
        }
        return best;
    }

    /**
     * Changes to a random other plan with probability {@code 0.01 exp(β (S' - S) / 2)}, S and S'
     * being the scores of the selected and the other plan. In equilibrium the plans are used as by
     * a multinomial logit (Nagel and Flötteröd, <i>Agent-based traffic assignment</i>, 2012).
     */
    int changeExpBeta(Person person, RandomStream random) {
        int other = random(person, random);
        double difference = person.plans().get(other).score() - person.selectedPlan().score();
        double probability = CHANGE_RATE * StrictMath.exp(0.5 * beta * difference);
        return random.nextDouble() < probability ? other : person.selected();
    }

    /** Draws a plan with probability in proportion to {@code exp(β S)}. */
    int selectExpBeta(Person person, RandomStream random) {
        double best = person.plans().get(best(person, random)).score();
        double sum = 0;
        for (Plan plan : person.plans()) {
            sum += weight(plan, best);
        }
        double draw = random.nextDouble() * sum;
        for (int k = 0; k < person.plans().size(); k++) {
            draw -= weight(person.plans().get(k), best);
            if (draw < 0) {
                return k;
            }
        }
        return person.plans().size() - 1;
    }

    // against the best score, so that exp() can only underflow
    private double weight(Plan plan, double best) {
        return StrictMath.exp(beta * (plan.score() - best));
    }
}
