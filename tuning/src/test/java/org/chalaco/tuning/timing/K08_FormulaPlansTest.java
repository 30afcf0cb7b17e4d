package org.chalaco.tuning.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.tuning.problem.EvaluationWindow;
import org.chalaco.tuning.problem.PlanTiming;
import org.chalaco.tuning.problem.SpreadDepartures;
import org.chalaco.tuning.problem.TimingRules;
import org.chalaco.tuning.problem.TunedIntersection;
import org.chalaco.tuning.problem.TuningProblem;
import org.chalaco.tuning.testkit.Arterial;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: plans by formula: flows, Webster, HCM, equal greens, green waves. */
class K08_FormulaPlansTest {

    private final Arterial street = new Arterial(3, 300);

    /** So many vehicles an hour on each route, evenly, for an hour. */
    private TuningProblem problem(Map<List<String>, Integer> flows) {
        List<Departure> all = new ArrayList<>();
        flows.forEach(
                (links, flow) -> {
                    int[] route = links.stream().mapToInt(street.network()::getLinkIndex).toArray();
                    for (int k = 0; k < flow; k++) {
                        double time = 1000 + 3600.0 * k / flow;
                        all.add(Departure.of(all.size(), 0, time, Route.of(route)));
                    }
                });
        return TuningProblem.on(street.network())
                .signals(street.systems(35, 35))
                .demand(
                        new SpreadDepartures(
                                List.of(VehicleType.CAR), all, DepartureSource.NONE, 0, 0))
                .window(new EvaluationWindow(0, 1000, 4600))
                .rules(TimingRules.STANDARD.withCycles(30, 120).withSaturationFlow(1800))
                .build();
    }

    private static final Map<List<String>, Integer> MAIN_AND_CROSS =
            Map.of(
                    List.of("e0", "e1", "e2", "e3"), 1080,
                    List.of("w3", "w2", "w1", "w0"), 360,
                    List.of("nin1", "sout1"), 360);

    private CriticalFlows flows(TuningProblem problem) {
        return new CriticalFlows(problem, MovementFlows.of(problem, new long[] {1}));
    }

    @Test
    void flowsAreThoseOfTheRoutes() {
        TuningProblem problem = problem(MAIN_AND_CROSS);
        MovementFlows flows = MovementFlows.of(problem, new long[] {1});
        int first = street.network().getLinkIndex("e0");
        int second = street.network().getLinkIndex("e1");
        // The first comes to the line 22 s after its start, the last 22 s after the end.
        assertThat(flows.pcuPerHour(first, second)).isCloseTo(1080, within(10.0));
        assertThat(flows.pcuPerHour(second, first)).isZero();
    }

    @Test
    void websterByHand() {
        TuningProblem problem = problem(MAIN_AND_CROSS);
        TunedIntersection middle = problem.intersections().get(1);
        // Main: 1080 of 2 x 1800 = 0.3; cross: 360 of 1800 = 0.2
        assertThat(flows(problem).ofStages(middle))
                .containsExactly(new double[] {0.3, 0.2}, within(0.004));
        FormulaPlans plans = new FormulaPlans(problem, flows(problem));
        // (1.5 x 10 + 5) / (1 - 0.5) = 40 s: greens 18 and 12 s
        assertThat(plans.websterCycle(middle)).isCloseTo(40, within(0.5));
        PlanTiming timing = plans.webster().get(1);
        assertThat(timing.cycle()).isBetween(39, 40);
        assertThat(timing.greens().get(0)).isBetween(17, 18);
        assertThat(timing.greens().stream().mapToInt(Integer::intValue).sum() + 10)
                .isEqualTo(timing.cycle());
    }

    @Test
    void theBusiestIntersectionSetsTheCommonCycle() {
        TuningProblem problem = problem(MAIN_AND_CROSS);
        FormulaPlans plans = new FormulaPlans(problem, flows(problem));
        int[] all = {30, 32, 34, 36, 38, 40, 60};
        List<PlanTiming> timings = plans.websterOnCommonCycle(List.of(all));
        assertThat(timings).extracting(PlanTiming::cycle).containsOnly(40);
        assertThat(timings.get(0).greens().get(0))
                .as("nobody crosses at the first: main street takes all but the minimum")
                .isEqualTo(22);
    }

    @Test
    void uniformPlansAreUniform() {
        TuningProblem problem = problem(MAIN_AND_CROSS);
        FormulaPlans plans = new FormulaPlans(problem, flows(problem));
        assertThat(plans.uniform(10))
                .allSatisfy(
                        t -> {
                            assertThat(t.greens()).containsExactly(10, 10);
                            assertThat(t.cycle()).isEqualTo(30);
                        });
        assertThat(plans.uniform()).allSatisfy(t -> assertThat(t.greens()).containsExactly(35, 35));
    }

    @Test
    void hcmSplitsServeTheBusierStage() {
        TuningProblem problem = problem(MAIN_AND_CROSS);
        FormulaPlans plans = new FormulaPlans(problem, flows(problem));
        List<PlanTiming> equal = plans.uniform();
        List<PlanTiming> split = new HcmSplits(problem, flows(problem)).split(equal);
        assertThat(split.get(1).greens().get(0)).isGreaterThan(35);
        assertThat(split.get(1).cycle()).isEqualTo(80);
        assertThat(split.get(1).greens().stream().mapToInt(Integer::intValue).sum()).isEqualTo(70);
        assertThat(split.get(0).greens().get(1)).as("nobody crosses").isEqualTo(8);
    }

    @Test
    void corridorsFollowTheRoutes() {
        TuningProblem problem = problem(MAIN_AND_CROSS);
        List<Corridor> corridors = Corridors.of(problem, new long[] {1});
        assertThat(corridors).hasSize(1);
        Corridor main = corridors.get(0);
        assertThat(main.intersections()).containsExactly(0, 1, 2);
        assertThat(main.forward().get(0).seconds()).isCloseTo(300 / (50 / 3.6), within(1e-9));
        assertThat(main.backward()).hasSize(2);
        assertThat(main.backward().get(0).from()).isEqualTo(2);
        assertThat(main.forwardFlow()).isCloseTo(3 * main.backwardFlow(), within(1.0));
    }

    @Test
    void aOneWayWaveIsAsWideAsTheGreen() {
        TuningProblem problem = problem(Map.of(List.of("e0", "e1", "e2", "e3"), 900));
        List<Corridor> corridors = Corridors.of(problem, new long[] {1});
        GreenWave wave = new GreenWave(problem, corridors);
        List<PlanTiming> before = PlanTiming.present(problem);
        List<PlanTiming> after = wave.coordinate(before);
        List<Segment> forward = corridors.get(0).forward();
        assertThat(wave.bandwidth(forward, before)).isLessThan(35);
        assertThat(wave.bandwidth(forward, after)).isEqualTo(35);
        // 300 m at 90 % of 50 km/h take 24 s.
        int shift = Math.floorMod(after.get(1).offset() - after.get(0).offset(), 80);
        assertThat(shift).isEqualTo(24);
    }

    @Test
    void bothDirectionsShareTheWave() {
        TuningProblem problem = problem(MAIN_AND_CROSS);
        List<Corridor> corridors = Corridors.of(problem, new long[] {1});
        GreenWave wave = new GreenWave(problem, corridors);
        List<PlanTiming> present = PlanTiming.present(problem);
        List<PlanTiming> after = wave.coordinate(present);
        Corridor main = corridors.get(0);
        double before =
                3 * wave.bandwidth(main.forward(), present)
                        + wave.bandwidth(main.backward(), present);
        double now =
                3 * wave.bandwidth(main.forward(), after) + wave.bandwidth(main.backward(), after);
        assertThat(now).isGreaterThan(before);
        assertThat(after)
                .extracting(PlanTiming::greens)
                .isEqualTo(present.stream().map(PlanTiming::greens).toList());
    }
}
