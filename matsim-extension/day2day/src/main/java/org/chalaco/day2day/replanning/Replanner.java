package org.chalaco.day2day.replanning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.day2day.routing.PlanRouter;
import org.chalaco.mobsim.traffic.RandomStream;

/**
 * What a person does overnight: forgets plans beyond the memory, draws a strategy by weight among
 * those of the own subpopulation, and applies it.
 *
 * <p>Innovative strategies copy a plan (one that was never tried, else a random one), change the
 * copy and select it. Selecting strategies first try a plan that has no score yet. All chance comes
 * from a stream of (seed, person, iteration), so neither the order of persons nor the number of
 * threads matters. Immutable and thread-safe; the router it is called with is not.
 */
public final class Replanner {

    private static final String NOBODY = "";

    private final ReplanningParameters parameters;
    private final PlanSelection selection;
    private final long seed;
    private final int lastInnovation;
    private final Map<String, List<StrategySettings>> bySubpopulation = new TreeMap<>();

    /**
     * A replanner for a run.
     *
     * @param brainExpBeta scale of the choice among plans
     * @param seed of all draws
     */
    public Replanner(
            ReplanningParameters parameters,
            double brainExpBeta,
            long seed,
            int firstIteration,
            int lastIteration) {
        this.parameters = parameters;
        this.seed = seed;
        selection = new PlanSelection(brainExpBeta);
        double until =
                (lastIteration - firstIteration)
                        * parameters.fractionOfIterationsToDisableInnovation();
        // not (int) of the sum: the fraction may be infinite
        lastInnovation =
                until > lastIteration - firstIteration
                        ? Integer.MAX_VALUE
                        : firstIteration + (int) until;
        for (StrategySettings settings : parameters.strategies()) {
            bySubpopulation
                    .computeIfAbsent(key(settings.subpopulation()), k -> new ArrayList<>())
                    .add(settings);
        }
    }

    private static String key(String subpopulation) {
        return subpopulation == null ? NOBODY : subpopulation;
    }

    /** Whether new plans are made before this iteration. */
    public boolean innovates(int iteration) {
        return iteration <= lastInnovation;
    }

    /**
     * The person as of the next morning.
     *
     * @param index of the person, for the random stream
     * @param iteration the one that follows
     * @param router routes new plans on the travel times known
     */
    public Person replan(Person person, int index, int iteration, PlanRouter router) {
        RandomStream random =
                RandomStream.of(seed, index, "iteration " + iteration + " replanning");
        Person remembered = forget(person, random);
        return switch (draw(remembered, iteration, random)) {
            case KEEP_LAST_SELECTED -> remembered;
            case CHANGE_EXP_BETA -> select(remembered, random, selection::changeExpBeta);
            case SELECT_EXP_BETA -> select(remembered, random, selection::selectExpBeta);
            case BEST_SCORE -> select(remembered, random, selection::best);
            case SELECT_RANDOM -> select(remembered, random, PlanSelection::random);
            case RE_ROUTE -> innovate(remembered, random, plan -> reroute(plan, router));
            case TIME_ALLOCATION_MUTATOR ->
                    innovate(remembered, random, plan -> shift(plan, random));
            case TIME_ALLOCATION_MUTATOR_RE_ROUTE ->
                    innovate(remembered, random, plan -> reroute(shift(plan, random), router));
        };
    }

    private static Plan reroute(Plan plan, PlanRouter router) {
        return router.route(plan, PlanRouter.Scope.ALL);
    }

    private Plan shift(Plan plan, RandomStream random) {
        return new TimeMutation(parameters.mutationRange(), parameters.mutationAffectsDuration())
                .mutate(plan, random);
    }

    /** Draws a strategy; someone without any keeps the plan. */
    private Strategy draw(Person person, int iteration, RandomStream random) {
        List<StrategySettings> settings =
                bySubpopulation.getOrDefault(key(person.subpopulation()), List.of());
        double sum = 0;
        for (StrategySettings s : settings) {
            sum += weight(s, iteration);
        }
        double draw = random.nextDouble() * sum;
        Strategy last = Strategy.KEEP_LAST_SELECTED;
        for (StrategySettings s : settings) {
            double weight = weight(s, iteration);
            if (weight > 0) {
                last = s.strategy();
                draw -= weight;
                if (draw < 0) {
                    break;
                }
            }
        }
        return last;
    }

    private double weight(StrategySettings settings, int iteration) {
        boolean disabled =
                settings.disableAfterIteration() >= 0
                        && iteration > settings.disableAfterIteration();
        boolean over = settings.strategy().innovative() && iteration > lastInnovation;
        return disabled || over ? 0 : settings.weight();
    }

    private Person forget(Person person, RandomStream random) {
        int most = parameters.maxAgentPlanMemorySize();
        Person now = person;
        while (most > 0 && now.plans().size() > most) {
            int goes =
                    switch (parameters.planSelectorForRemoval()) {
                        case WORST_PLAN -> PlanSelection.worst(now);
                        case RANDOM -> PlanSelection.random(now, random);
                    };
            List<Plan> left = new ArrayList<>(now.plans());
            left.remove(goes);
            int selected =
                    goes == now.selected()
                            ? random.nextInt(left.size())
                            : now.selected() - (goes < now.selected() ? 1 : 0);
            now = now.withPlans(left, selected);
        }
        return now;
    }

    private static Person select(Person person, RandomStream random, Selector selector) {
        int untried = PlanSelection.untried(person, random);
        int chosen = untried >= 0 ? untried : selector.select(person, random);
        return chosen == person.selected() ? person : person.withPlans(person.plans(), chosen);
    }

    private static Person innovate(Person person, RandomStream random, UnaryOperator<Plan> change) {
        int untried = PlanSelection.untried(person, random);
        int chosen = untried >= 0 ? untried : PlanSelection.random(person, random);
        Plan copy = change.apply(person.plans().get(chosen));
        List<Plan> plans = new ArrayList<>(person.plans());
        plans.add(new Plan(copy.activities(), copy.legs(), Double.NaN));
        return person.withPlans(plans, plans.size() - 1);
    }

    /** Chooses one of a person's plans by index. */
    @FunctionalInterface
    private interface Selector {
        int select(Person person, RandomStream random);
    }
}
