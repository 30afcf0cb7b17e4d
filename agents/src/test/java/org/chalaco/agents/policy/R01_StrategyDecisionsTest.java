package org.chalaco.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.signal.Intersection;
import org.chalaco.mobsim.signal.SignalController;
import org.chalaco.mobsim.signal.SignalControllerProvider;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalPlan.GroupGreen;
import org.chalaco.mobsim.signal.SignalView;
import org.chalaco.mobsim.signal.StageDecision;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: each strategy decides as its source says, in cases that can be reckoned by
 * hand.
 *
 * <p>The road: a cross of four arms with one lane each; north and south are green (stage 0) or east
 * and west (stage 1), 5 to 60 s, 4 s between.
 */
class R01_StrategyDecisionsTest {

    private static final StageDecision TO_EAST_WEST = StageDecision.switchTo(Views.EAST_WEST);

    private static SignalController strategy(String name, Object... parameters) {
        return strategy(Views.intersection(), name, parameters);
    }

    private static SignalController strategy(
            Intersection intersection, String name, Object... parameters) {
        Map<String, Double> values = new java.util.TreeMap<>();
        for (int k = 0; k < parameters.length; k += 2) {
            values.put((String) parameters[k], ((Number) parameters[k + 1]).doubleValue());
        }
        return provider(name).create(intersection, values, 1);
    }

    private static SignalControllerProvider provider(String name) {
        return SignalControllerProvider.listAll().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    // ------------------------------------------------------------ all of them

    @Test
    void allStrategiesAreFoundByName() {
        assertThat(SignalControllerProvider.listAll())
                .extracting(SignalControllerProvider::name)
                .contains(
                        "actuated",
                        "delay-based",
                        "fixed-time",
                        "max-pressure",
                        "max-pressure-capacity",
                        "max-pressure-cyclic",
                        "rolling-horizon",
                        "self-control",
                        "sotl");
    }

    @Test
    void aParameterThatIsUnknownOrOutOfRangeIsRefusedByAll() {
        for (SignalControllerProvider provider : Views.strategies()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> provider.create(Views.intersection(), Map.of("speed", 1.0), 1))
                    .withMessageContaining("(speed)")
                    .withMessageContaining(provider.name());
            provider.parameters()
                    .forEach(
                            p ->
                                    assertThatIllegalArgumentException()
                                            .isThrownBy(
                                                    () ->
                                                            provider.create(
                                                                    Views.intersection(),
                                                                    Map.of(p.name(), p.max() + 1),
                                                                    1))
                                            .withMessageContaining(p.name()));
        }
    }

    @Test
    void nobodyDecidesBeforeTheMinimumGreenIsOver() {
        SignalView early = Views.empty().green(0, 4).queue("E", 12).view();
        for (SignalControllerProvider provider : Views.strategies()) {
            SignalController controller = provider.create(Views.intersection(), Map.of(), 1);
            assertThat(controller.decide(early)).as(provider.name()).isEqualTo(StageDecision.HOLD);
        }
    }

    @Test
    void whoHasWaitedAlmostTooLongGoesFirst() {
        for (String name : List.of("max-pressure", "max-pressure-capacity", "sotl")) {
            SignalController controller = strategy(name);
            StageDecision last = StageDecision.HOLD;
            int t = 0;
            while (last == StageDecision.HOLD && t < 200) {
                // one vehicle waits in the east; north is always much fuller, its green short
                last =
                        controller.decide(
                                Views.empty()
                                        .at(1000 + t)
                                        .green(0, 6)
                                        .queue("N", 20)
                                        .queue("E", 1)
                                        .view());
                t++;
            }
            assertThat(t).as(name).isLessThanOrEqualTo(142);
            assertThat(last).as(name).isEqualTo(TO_EAST_WEST);
        }
    }

    // ------------------------------------------------------------ max-pressure

    @Test
    void maxPressureServesTheLargerDifferenceOfQueues() {
        SignalController controller = strategy("max-pressure", "interval", 10);
        // 3 before and none behind, against 5 before
        assertThat(controller.decide(Views.empty().queue("N", 3).queue("E", 5).view()))
                .isEqualTo(TO_EAST_WEST);
        assertThat(controller.decide(Views.empty().queue("N", 5).queue("E", 5).view()))
                .isEqualTo(StageDecision.HOLD);
    }

    @Test
    void maxPressureWaitsForItsInterval() {
        SignalView view = Views.empty().green(0, 14).queue("E", 5).view();
        assertThat(strategy("max-pressure", "interval", 15).decide(view))
                .isEqualTo(StageDecision.HOLD);
        assertThat(strategy("max-pressure", "interval", 14).decide(view)).isEqualTo(TO_EAST_WEST);
    }

    @Test
    void pressureIsLessWhereVehiclesStandBehindTheStopLine() {
        SignalView view = Views.empty().queue("N", 3).queue("E", 5).full("W", 1).view();
        double[] pressure =
                MaxPressurePolicy.pressures(
                        Views.intersection(), new StageMap(Views.system()), view);
        // the exits lead nowhere: whoever enters them is gone, so nothing is taken off
        assertThat(pressure).containsExactly(3, 5);
    }

    @Test
    void nobodyPressesTowardsAFullExit() {
        SignalController controller = strategy("max-pressure-capacity", "hysteresis", 0.2);
        SignalView open = Views.empty().queue("N", 3).queue("E", 5).view();
        SignalView full = Views.empty().queue("N", 3).queue("E", 5).full("W", 1).view();
        SignalView half = Views.empty().queue("N", 3).queue("E", 5).full("W", 0.5).view();
        assertThat(controller.decide(open)).isEqualTo(TO_EAST_WEST);
        assertThat(controller.decide(full)).isEqualTo(StageDecision.HOLD);
        assertThat(controller.decide(half)).isEqualTo(StageDecision.HOLD); // 5 / 2 < 3
    }

    @Test
    void hysteresisPaysForTheChange() {
        SignalView view = Views.empty().queue("N", 4).queue("E", 5).view();
        assertThat(strategy("max-pressure-capacity", "hysteresis", 0.24).decide(view))
                .isEqualTo(TO_EAST_WEST);
        assertThat(strategy("max-pressure-capacity", "hysteresis", 0.26).decide(view))
                .isEqualTo(StageDecision.HOLD);
    }

    @Test
    void cyclicGreensShareOutTheCycle() {
        StageMap stages = new StageMap(Views.system());
        double[] equal = CyclicMaxPressurePolicy.greens(new double[] {7, 7}, 60, 2, stages);
        assertThat(equal).containsExactly(26, 26); // 60 - 2 * 4 between
        double[] other = CyclicMaxPressurePolicy.greens(new double[] {10, 5}, 60, 2, stages);
        double share = Math.exp(2) / (Math.exp(2) + Math.exp(1));
        assertThat(other[0]).isCloseTo(5 + 42 * share, within(1e-9));
        assertThat(other[0] + other[1]).isCloseTo(52, within(1e-9));
    }

    @Test
    void aCyclicStageEndsWhenItsGreenIsOver() {
        SignalController controller = strategy("max-pressure-cyclic", "cycle", 60);
        for (int t = 6; t < 26; t++) {
            assertThat(controller.decide(Views.empty().green(0, t).view()))
                    .isEqualTo(StageDecision.HOLD);
        }
        assertThat(controller.decide(Views.empty().green(0, 26).view())).isEqualTo(TO_EAST_WEST);
    }

    // ------------------------------------------------------------ SOTL

    @Test
    void votesOfThoseBeforeRedAddUpToTheThreshold() {
        SignalController controller = strategy("sotl", "threshold", 30);
        for (int t = 1; t < 10; t++) {
            assertThat(controller.decide(Views.empty().at(1000 + t).queue("E", 3).view()))
                    .isEqualTo(StageDecision.HOLD);
        }
        assertThat(controller.decide(Views.empty().at(1010).queue("E", 3).view()))
                .isEqualTo(TO_EAST_WEST); // 10 s times 3 vehicles
    }

    @Test
    void aSmallPlatoonKeepsItsGreenALargeOneDoesNot() {
        SignalController controller = strategy("sotl", "threshold", 5, "tail", 25, "platoon", 3);
        SignalView small = Views.empty().queue("E", 6).coming("N", 10, 20).view();
        SignalView large = Views.empty().queue("E", 6).coming("N", 5, 12, 20).view();
        assertThat(controller.decide(small)).isEqualTo(StageDecision.HOLD);
        assertThat(controller.decide(large)).isEqualTo(TO_EAST_WEST);
    }

    // ------------------------------------------------------------ delay

    @Test
    void greenGoesOnForSomebodyDelayedWhoCanStillPass() {
        SignalController controller = strategy("delay-based", "longest-green", 50);
        for (int t = 0; t < 5; t++) {
            controller.decide(Views.empty().green(0, 20 + t).queue("E", 2).queue("N", 3).view());
        }
        assertThat(controller.decide(Views.empty().green(0, 25).queue("E", 2).queue("N", 3).view()))
                .isEqualTo(StageDecision.HOLD);
        assertThat(controller.decide(Views.empty().green(0, 50).queue("E", 2).queue("N", 3).view()))
                .isEqualTo(TO_EAST_WEST); // nobody passes within 50 s any more
    }

    @Test
    void whoHasLostNothingDoesNotHoldTheGreen() {
        SignalController controller = strategy("delay-based");
        controller.decide(Views.empty().green(0, 20).queue("E", 1).coming("N", 40).view());
        controller.decide(Views.empty().green(0, 21).queue("E", 1).coming("N", 26).view());
        assertThat(
                        controller.decide(
                                Views.empty().green(0, 22).queue("E", 1).coming("N", 12).view()))
                .isEqualTo(TO_EAST_WEST);
    }

    // ------------------------------------------------------------ self-control

    @Test
    void priorityIsVehiclesServedPerSecond() {
        SignalController controller = strategy("self-control", "headway", 2);
        // present: 1 vehicle in 2 s: 0.5 /s. East: 3 in 8 s, 4 there and 4 back: 3/16
        assertThat(controller.decide(Views.empty().queue("N", 1).queue("E", 3).view()))
                .isEqualTo(StageDecision.HOLD);
        // nobody left in the north: any priority is higher than none
        assertThat(controller.decide(Views.empty().queue("E", 1).view())).isEqualTo(TO_EAST_WEST);
    }

    // ------------------------------------------------------------ fixed time

    @Test
    void thePlanIsFollowedAndTheClearanceLeadsToTheNextStage() {
        SignalPlan plan =
                new SignalPlan(
                        "p",
                        60,
                        10,
                        List.of(
                                new GroupGreen("N", 0, 26),
                                new GroupGreen("S", 0, 26),
                                new GroupGreen("E", 30, 56),
                                new GroupGreen("W", 30, 56)));
        SignalController controller = strategy(Views.intersection(plan), "fixed-time");
        // second 25 of the cycle, then 26: the offset is 10
        assertThat(controller.decide(Views.empty().at(60 + 35).view()))
                .isEqualTo(StageDecision.HOLD);
        assertThat(controller.decide(Views.empty().at(60 + 36).view())).isEqualTo(TO_EAST_WEST);
    }

    // ------------------------------------------------------------ rolling horizon

    @Test
    void aStageThatNobodyNeedsEndsAtOnce() {
        SignalController controller = strategy("rolling-horizon");
        assertThat(controller.decide(Views.empty().queue("E", 1).view())).isEqualTo(TO_EAST_WEST);
        assertThat(controller.decide(Views.empty().view())).isEqualTo(StageDecision.HOLD);
    }

    @Test
    void aPlatoonCloseByIsLetThroughBeforeOneWhoWaits() {
        SignalController controller = strategy("rolling-horizon", "tail", 0);
        // six in 2 to 12 s: a change would stop them all for one
        SignalView platoon =
                Views.empty().queue("E", 1).coming("N", 20, 45, 70, 95, 120, 145).view();
        assertThat(controller.decide(platoon)).isEqualTo(StageDecision.HOLD);
        // one in 13 s: the other is through long before
        SignalView single = Views.empty().queue("E", 4).coming("N", 180).view();
        assertThat(controller.decide(single)).isEqualTo(TO_EAST_WEST);
    }

    @Test
    void noGreenForThoseWhoseExitIsFull() {
        SignalController controller = strategy("rolling-horizon", "tail", 0);
        SignalView blocked =
                Views.empty().queue("E", 6).queue("N", 2).full("W", 1).full("E", 1).view();
        assertThat(controller.decide(blocked)).isEqualTo(StageDecision.HOLD);
    }

    @Test
    void theCostOfATryIsTheDelayOfAll() {
        StageMap stages = new StageMap(Views.system());
        LaneArrivals arrivals = new LaneArrivals(Views.cross().network(), stages);
        arrivals.read(Views.empty().queue("E", 3).view());
        QueueModel model = new QueueModel(stages, 2, 0, 0);
        model.fill(arrivals, new FlowRates(), 2);
        // green at 4 s, the first leaves at 6 s, then one every 2 s; they could be there after
        // (1 + 7 k) m at free speed
        double free = (1 + 8 + 15) / (50 / 3.6);
        assertThat(model.cost(0, 20, 0, 1)).isCloseTo(6 + 8 + 10 - free, within(1e-9));
        assertThat(model.cost(0, 20, 5, 1)).isCloseTo(11 + 13 + 15 - free, within(1e-9));
    }

    @Test
    void loopsAloneAreEnoughToDecide() {
        for (SignalControllerProvider provider : Views.strategies()) {
            if (List.of("fixed-time", "actuated", "max-pressure-cyclic")
                    .contains(provider.name())) {
                continue;
            }
            SignalController controller = provider.create(Views.intersection(), Map.of(), 1);
            StageDecision last = StageDecision.HOLD;
            for (int t = 0; t < 40 && last == StageDecision.HOLD; t++) {
                last =
                        controller.decide(
                                Views.empty()
                                        .at(1000 + t)
                                        .green(0, 20 + t)
                                        .queue("E", 6)
                                        .loopsOnly()
                                        .view());
            }
            assertThat(last).as(provider.name()).isEqualTo(TO_EAST_WEST);
        }
    }
}
