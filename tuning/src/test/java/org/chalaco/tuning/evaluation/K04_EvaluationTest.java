package org.chalaco.tuning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.analysis.kpi.ClassKpis;
import org.chalaco.analysis.kpi.KpiCollector;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.tuning.objective.FitnessBreakdown.Term;
import org.chalaco.tuning.objective.Objective;
import org.chalaco.tuning.problem.EvaluationWindow;
import org.chalaco.tuning.problem.RunMeter;
import org.chalaco.tuning.problem.SpreadDepartures;
import org.chalaco.tuning.problem.TuningProblem;
import org.chalaco.tuning.testkit.Arterial;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: one evaluation adds up what the key figures of analysis say, within the
 * window that counts, and the same on any number of threads.
 */
class K04_EvaluationTest {

    private static final double[] NONE = new double[VehicleClass.values().length];

    private static TrafficSums sums(double delay, double waiting, double stops) {
        double[] d = NONE.clone();
        double[] w = NONE.clone();
        double[] s = NONE.clone();
        double[] v = NONE.clone();
        d[VehicleClass.CAR.ordinal()] = delay;
        d[VehicleClass.BUS.ordinal()] = delay;
        w[VehicleClass.CAR.ordinal()] = waiting;
        s[VehicleClass.CAR.ordinal()] = stops;
        v[VehicleClass.CAR.ordinal()] = 10 * delay;
        return new TrafficSums(
                900,
                10,
                8,
                2,
                v,
                d,
                w,
                s,
                120,
                40,
                7200,
                3,
                new double[0],
                new double[] {17},
                1000);
    }

    @Test
    void objectivesAreSumsOfTheirTerms() {
        TrafficSums sums = sums(1800, 900, 180);
        Objective index = Objective.delayAndStops(10);
        assertThat(index.breakdown(sums).terms())
                .containsExactly(
                        new Term("delay", 1.0), new Term("outside", 0.25), new Term("stops", 0.5));
        assertThat(index.score(sums)).isEqualTo(1.75);
        assertThat(Objective.delay().score(sums)).isEqualTo(1.25);
        assertThat(Objective.travelTime().score(sums)).isEqualTo(5.25);
        assertThat(Objective.totalLinkTime().score(sums)).isEqualTo(5);
        assertThat(Objective.largestLinkTime().score(sums)).isEqualTo(120);
        assertThat(Objective.squareWeightedLinkTime().score(sums)).isEqualTo(40);
        assertThat(Objective.pedestrianDelay().score(sums)).isEqualTo(2);
        Objective persons =
                Objective.personDelay(Map.of(VehicleClass.CAR, 1.5, VehicleClass.BUS, 40.0));
        // 0.5 h x 1.5 + 0.5 h x 40, 0.25 h x 1.5 outside, 2 h on foot
        assertThat(persons.score(sums)).isEqualTo(0.75 + 20 + 0.375 + 2);
        assertThat(index.withSignalCost(2).score(sums)).isEqualTo(1.75 + 6);
        assertThat(Objective.metered("co2", "g", 0).score(sums)).isEqualTo(17);
    }

    @Test
    void linkTimesAreThoseOfTheStudy() {
        RoadNetwork network = new Arterial(1, 300).network();
        EvaluationWindow window = new EvaluationWindow(0, 0, 1000);
        List<Departure> two =
                List.of(
                        Departure.of(0, 0, 0, Route.of(0, 1)),
                        Departure.of(1, 0, 0, Route.of(0, 1)),
                        Departure.of(2, 0, 0, Route.of(1)));
        SumsCollector collector = new SumsCollector(network, List.of(VehicleType.CAR), two, window);
        // Link 0: 40 s and 60 s, two vehicles; link 1: 10 s, one vehicle that arrives there.
        collector.accept(new TrafficEvent.VehicleEntersTraffic(0, 0, 0, 0));
        collector.accept(new TrafficEvent.VehicleEntersTraffic(0, 1, 0, 0));
        collector.accept(new TrafficEvent.VehicleLeavesTraffic(40, 0, 0, 1, 2));
        collector.accept(new TrafficEvent.VehicleLeavesTraffic(60, 1, 0, 1, 3));
        collector.accept(new TrafficEvent.VehicleEntersTraffic(100, 2, 1, 0));
        collector.accept(new TrafficEvent.VehicleLeavesTraffic(110, 2, 1, 0.2, 0));
        collector.finish(1000);
        TrafficSums sums = collector.sums(0, 1, new int[network.linkCount()], 1, new double[0], 0);
        assertThat(sums.largestMeanLinkTime()).isEqualTo(50);
        // (2² x 50 + 1² x 10) / (2² + 1²)
        assertThat(sums.squareWeightedLinkTime()).isEqualTo(42);
        assertThat(sums.totalVehicleSeconds()).isEqualTo(110);
        assertThat(sums.totalStops()).isEqualTo(5);
        assertThat(sums.totalWaitingSeconds()).isEqualTo(100);
        assertThat(sums.arrived()).isEqualTo(3);
    }

    @Test
    void onlyTheWindowCounts() {
        RoadNetwork network = new Arterial(1, 300).network();
        SumsCollector collector =
                new SumsCollector(
                        network,
                        List.of(VehicleType.CAR),
                        List.of(
                                Departure.of(0, 0, 0, Route.of(0)),
                                Departure.of(1, 0, 50, Route.of(0))),
                        new EvaluationWindow(0, 100, 200));
        collector.accept(new TrafficEvent.VehicleEntersTraffic(60, 0, 0, 0));
        collector.accept(new TrafficEvent.VehicleLeavesTraffic(140, 0, 0, 1, 1));
        collector.finish(200);
        TrafficSums sums = collector.sums(0, 1, new int[network.linkCount()], 1, new double[0], 0);
        assertThat(sums.totalVehicleSeconds()).as("40 of 80 s").isEqualTo(40);
        assertThat(sums.totalWaitingSeconds()).as("the second vehicle").isEqualTo(100);
        assertThat(sums.unfinished()).isEqualTo(1);
        double free = network.laneLength(network.firstLane(0)) / network.freeSpeed(0);
        assertThat(sums.totalDelaySeconds()).isCloseTo((80 - free) / 2, within(1e-9));
    }

    @Test
    void sumsAreThoseOfTheKeyFigures() {
        TuningProblem problem =
                new Arterial(3, 300).problem(600).window(new EvaluationWindow(0, 0, 600)).build();
        EvaluationTask task = new EvaluationTask(problem.presentPlans(), 11);
        TrafficSums sums = Evaluation.of(problem, task);
        List<Departure> departures = problem.demand().draw(11).departures();
        KpiCollector kpis =
                KpiCollector.on(problem.network())
                        .signals(problem.systems(task.plans()))
                        .vehicles(problem.demand().types(), departures)
                        .build();
        RunResult run =
                MicroSimulation.on(problem.network())
                        .signals(problem.systems(task.plans()))
                        .demand(problem.demand().types(), departures)
                        .parameters(Evaluation.parameters(problem, 11))
                        .events(kpis)
                        .run();
        ClassKpis total = kpis.finish(run.endTime()).total();
        assertThat(sums.totalVehicleSeconds() / 3600).isCloseTo(total.vehicleHours(), within(1e-6));
        assertThat(sums.totalDelaySeconds() / 3600).isCloseTo(total.delayHours(), within(1e-6));
        assertThat(sums.totalWaitingSeconds() / 3600)
                .isCloseTo(total.waitingOutsideHours(), within(1e-6));
        assertThat((long) sums.totalStops()).isEqualTo(total.stops());
        assertThat(sums.arrived()).isEqualTo(total.arrived());
        assertThat(sums.departures()).isEqualTo(total.departures());
        assertThat(total.arrived()).isGreaterThan(100);
    }

    @Test
    void threadsChangeNoBit() {
        TuningProblem problem = new Arterial(2, 300).problem(300).build();
        List<EvaluationTask> tasks = new ArrayList<>();
        for (long seed = 1; seed <= 8; seed++) {
            tasks.add(new EvaluationTask(problem.presentPlans(), seed));
        }
        try (LocalThreads one = LocalThreads.of(problem, 1);
                LocalThreads four = LocalThreads.of(problem, 4)) {
            List<TrafficSums> expected = one.evaluate(tasks);
            assertThat(four.evaluate(tasks)).isEqualTo(expected);
            assertThat(expected.get(0)).isNotEqualTo(expected.get(1));
        }
    }

    @Test
    void meteredFiguresAreCollected() {
        TuningProblem problem = new Arterial(2, 300).problem(120).meter(new LightsMeter()).build();
        TrafficSums sums = Evaluation.of(problem, new EvaluationTask(problem.presentPlans(), 3));
        assertThat(sums.metered()).hasSize(1);
        assertThat(sums.metered()[0]).as("changes of lights").isGreaterThan(20);
    }

    /** Counts changes of lights: a meter as an emission model would be one. */
    private static final class LightsMeter implements RunMeter {
        @Override
        public String name() {
            return "lights";
        }

        @Override
        public String unit() {
            return "-";
        }

        @Override
        public Reading begin(MeteredRun run) {
            return new Reading() {
                private int changes;

                @Override
                public void accept(TrafficEvent event) {
                    changes += event instanceof TrafficEvent.SignalChange ? 1 : 0;
                }

                @Override
                public double value() {
                    return changes;
                }
            };
        }
    }

    @Test
    void departuresMoveWithTheSeedOnly() {
        List<Departure> day = List.of(Departure.of(0, 0, 500, Route.of(0)));
        SpreadDepartures demand =
                new SpreadDepartures(List.of(VehicleType.CAR), day, DepartureSource.NONE, 60, 480);
        double first = demand.draw(1).departures().get(0).time();
        assertThat(first).isBetween(480.0, 560.0);
        assertThat(demand.draw(1).departures().get(0).time()).isEqualTo(first);
        assertThat(demand.draw(2).departures().get(0).time()).isNotEqualTo(first);
    }

    @Test
    void intervalsAreThoseOfStudent() {
        Interval interval = Interval.of(new double[] {1, 2, 3, 4, 5});
        // s = 1.5811, t(4) = 2.776
        assertThat(interval.mean()).isEqualTo(3);
        assertThat(interval.halfWidth()).isCloseTo(1.963, within(0.001));
        assertThat(Interval.quantile(31)).isCloseTo(2.0395, within(0.001));
        assertThat(Interval.quantile(120)).isCloseTo(1.9799, within(0.001));
        assertThat(interval.isDisjoint(new Interval(6, 1, 5))).isTrue();
        assertThat(interval.isDisjoint(new Interval(5, 1, 5))).isFalse();
    }
}
