package org.chalaco.day2day.replanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.day2day.routing.ActivityPlacement;
import org.chalaco.day2day.routing.FoundRoute;
import org.chalaco.day2day.routing.PlanRouter;
import org.chalaco.day2day.routing.RoutingParameters;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.Route;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: overnight, strategies are drawn by weight, plans are chosen with MATSim's
 * probabilities, new plans are made until innovation ends, and the worst is forgotten.
 */
class I05_ReplanningTest {

    private static final double H = 3600;

    private final RoadNetwork road =
            RoadNetwork.builder()
                    .junction(Junction.priority("A", 0, 0))
                    .junction(Junction.priority("B", 1000, 0))
                    .link(Link.of("0", "A", "B", 1000, 1, 10))
                    .build();
    private final PlanRouter router =
            new PlanRouter(
                    RoutingParameters.STANDARD,
                    new ActivityPlacement(road),
                    request -> Optional.of(new FoundRoute(Route.of(0), 77, 770)),
                    request -> Optional.empty());

    @Test
    void strategiesAreDrawnByWeight() {
        Replanner replanner =
                replanner(
                        ReplanningParameters.STANDARD.withStrategies(
                                StrategySettings.of(Strategy.RE_ROUTE, 3),
                                StrategySettings.of(Strategy.KEEP_LAST_SELECTED, 7)));
        int rerouted = 0;
        for (int index = 0; index < 20_000; index++) {
            rerouted += replanner.replan(person(10), index, 1, router).plans().size() - 1;
        }
        // binomial: 6000 +- 65
        assertThat(rerouted).isBetween(5740, 6260);
    }

    @Test
    void changeExpBetaChangesWithItsProbability() {
        Replanner replanner = replanner(only(Strategy.CHANGE_EXP_BETA));
        int changed = 0;
        int draws = 100_000;
        for (int index = 0; index < draws; index++) {
            changed += replanner.replan(person(0, 6), index, 1, router).selected();
        }
        // the other one of two is drawn half of the time: 0.5 x 0.01 x exp(0.5 x 6)
        assertThat(changed / (double) draws).isEqualTo(0.005 * Math.exp(3), within(0.004));
    }

    @Test
    void selectExpBetaIsALogit() {
        Replanner replanner = replanner(only(Strategy.SELECT_EXP_BETA));
        int better = 0;
        int draws = 50_000;
        for (int index = 0; index < draws; index++) {
            better += replanner.replan(person(10, 11), index, 1, router).selected();
        }
        double logit = Math.E / (1 + Math.E);
        assertThat(better / (double) draws).isEqualTo(logit, within(0.01));
    }

    @Test
    void bestScoreTakesTheBest() {
        Person person = replanner(only(Strategy.BEST_SCORE)).replan(person(3, 9, 5), 0, 1, router);

        assertThat(person.selected()).isEqualTo(1);
    }

    @Test
    void aPlanThatWasNeverTriedIsTriedFirst() {
        Person person =
                replanner(only(Strategy.BEST_SCORE)).replan(person(3, Double.NaN, 5), 0, 1, router);

        assertThat(person.selected()).isEqualTo(1);
    }

    @Test
    void reRouteMakesANewPlanAndSelectsIt() {
        Person person = replanner(only(Strategy.RE_ROUTE)).replan(person(3), 0, 1, router);

        assertThat(person.plans()).hasSize(2);
        assertThat(person.selected()).isEqualTo(1);
        assertThat(person.selectedPlan().score()).isNaN();
        assertThat(person.selectedPlan().legs().get(0).route()).isEqualTo(Route.of(0));
        assertThat(person.selectedPlan().legs().get(0).travelTime()).isEqualTo(77);
        assertThat(person.selectedPlan().legs().get(0).departureTime()).isEqualTo(8 * H);
        assertThat(person.plans().get(0).score()).isEqualTo(3);
    }

    @Test
    void theWorstPlanIsForgottenBeyondTheMemory() {
        ReplanningParameters parameters = only(Strategy.KEEP_LAST_SELECTED).withMemory(2);
        Person before = person(5, 1, 7, 3).withPlans(person(5, 1, 7, 3).plans(), 2);

        Person after = replanner(parameters).replan(before, 0, 1, router);

        assertThat(after.plans()).extracting(Plan::score).containsExactly(5.0, 7.0);
        assertThat(after.selectedPlan().score()).isEqualTo(7);
    }

    @Test
    void innovationEndsAtItsFractionOfTheIterations() {
        Replanner replanner =
                new Replanner(
                        ReplanningParameters.STANDARD
                                .withStrategies(
                                        StrategySettings.of(Strategy.RE_ROUTE, 1),
                                        StrategySettings.of(Strategy.KEEP_LAST_SELECTED, 1e-9))
                                .withInnovationUntil(0.8),
                        1,
                        1,
                        100,
                        200);

        assertThat(replanner.replan(person(1), 0, 180, router).plans()).hasSize(2);
        assertThat(replanner.replan(person(1), 0, 181, router).plans()).hasSize(1);
        assertThat(replanner.innovates(180)).isTrue();
        assertThat(replanner.innovates(181)).isFalse();
    }

    @Test
    void aStrategyCanEndEarlier() {
        Replanner replanner =
                replanner(
                        ReplanningParameters.STANDARD.withStrategies(
                                new StrategySettings(Strategy.RE_ROUTE, 1, null, 5)));

        assertThat(replanner.replan(person(1), 0, 5, router).plans()).hasSize(2);
        assertThat(replanner.replan(person(1), 0, 6, router).plans()).hasSize(1);
    }

    @Test
    void subpopulationsHaveTheirOwnStrategies() {
        Replanner replanner =
                replanner(
                        ReplanningParameters.STANDARD.withStrategies(
                                new StrategySettings(Strategy.RE_ROUTE, 1, "freight", -1)));
        Person truck = Person.of("t", Map.of("subpopulation", "freight"), plan(1));

        assertThat(replanner.replan(truck, 0, 1, router).plans()).hasSize(2);
        assertThat(replanner.replan(person(1), 0, 1, router).plans()).hasSize(1);
    }

    @Test
    void timesAreShiftedWithinTheRangeInWholeSecondsAndKeepTheirOrder() {
        Replanner replanner = replanner(only(Strategy.TIME_ALLOCATION_MUTATOR));
        double earliest = Double.POSITIVE_INFINITY;
        double latest = 0;
        for (int index = 0; index < 2000; index++) {
            Plan plan = replanner.replan(person(1), index, 1, router).selectedPlan();
            double first = plan.activities().get(0).endTime();
            double second = plan.activities().get(1).endTime();
            earliest = Math.min(earliest, first);
            latest = Math.max(latest, first);
            assertThat(first).isEqualTo(Math.rint(first));
            assertThat(second).isGreaterThanOrEqualTo(first);
            assertThat(plan.activities().get(2).endTime()).isNaN();
        }
        assertThat(earliest).isBetween(8 * H - 1800, 8 * H - 1700);
        assertThat(latest).isBetween(8 * H + 1700, 8 * H + 1800);
    }

    @Test
    void maximumDurationsAreShiftedOnlyIfAsked() {
        Activity visit = new Activity("visit", 0, 0, 0, Double.NaN, 600);
        Plan plan =
                Plan.of(
                        List.of(visit, Activity.last("home", 0, 0, 0)),
                        List.of(Leg.unrouted("car")));
        RandomStream random = RandomStream.of(1, 1, "test");

        assertThat(new TimeMutation(300, false).mutate(plan, random).activities())
                .isEqualTo(plan.activities());
        assertThat(
                        new TimeMutation(300, true)
                                .mutate(plan, random)
                                .activities()
                                .get(0)
                                .maximumDuration())
                .isBetween(300.0, 900.0)
                .isNotEqualTo(600);
    }

    @Test
    void theSameSeedPersonAndIterationGiveTheSame() {
        Replanner replanner = replanner(only(Strategy.TIME_ALLOCATION_MUTATOR));

        assertThat(replanner.replan(person(1), 4, 2, router))
                .isEqualTo(replanner.replan(person(1), 4, 2, router))
                .isNotEqualTo(replanner.replan(person(1), 5, 2, router))
                .isNotEqualTo(replanner.replan(person(1), 4, 3, router));
    }

    private static ReplanningParameters only(Strategy strategy) {
        return ReplanningParameters.STANDARD.withStrategies(StrategySettings.of(strategy, 1));
    }

    private static Replanner replanner(ReplanningParameters parameters) {
        return new Replanner(parameters, 1, 4711, 0, 10);
    }

    private static Plan plan(double score) {
        return Plan.of(
                        List.of(
                                new Activity("home", 0, 100, 0, 8 * H, Double.NaN),
                                new Activity("work", 0, 900, 0, 8 * H + 120, Double.NaN),
                                Activity.last("home", 0, 950, 0)),
                        List.of(Leg.unrouted("car"), Leg.unrouted("car")))
                .withScore(score);
    }

    /** A person with one plan per score, the first one selected. */
    private static Person person(double... scores) {
        List<Plan> plans = new ArrayList<>();
        for (double score : scores) {
            plans.add(plan(score));
        }
        return new Person("p", Map.of(), plans, 0);
    }
}
