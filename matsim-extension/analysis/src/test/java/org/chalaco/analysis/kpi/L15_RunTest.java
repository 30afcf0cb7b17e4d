package org.chalaco.analysis.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.analysis.TestRoads;
import org.chalaco.analysis.trajectory.TimeSpaceDiagram;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.PoissonFlow;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: figures of a simulated hour at a signal, beside the run's own count and
 * theory.
 */
class L15_RunTest {

    private static final double END = 3600;
    private static final List<VehicleType> TYPES = List.of(VehicleType.CAR);

    private final RoadNetwork road = TestRoads.crossing(1);

    /** All four approaches straight on, with this flow each, until ten minutes before the end. */
    private List<Departure> demand(double flowVehPerHour) {
        List<Departure> all = new ArrayList<>();
        String[][] ways = {{"wc", "ce"}, {"ec", "cw"}, {"nc", "cs"}, {"sc", "cn"}};
        for (int w = 0; w < ways.length; w++) {
            Route route = Route.of(road.getLinkIndex(ways[w][0]), road.getLinkIndex(ways[w][1]));
            all.addAll(
                    new PoissonFlow(route, 0, flowVehPerHour, 0, END - 600)
                            .departures(11, w * 2000));
        }
        return all;
    }

    private record Run(Kpis kpis, RunResult result, SaturationFlowSurvey survey) {}

    private Run run(double flowVehPerHour, double end) {
        List<Departure> demand = demand(flowVehPerHour);
        QueueObserver queues = new QueueObserver(road, v -> VehicleType.CAR.length());
        SaturationFlowSurvey survey =
                new SaturationFlowSurvey(road, TestRoads.crossingSignal(), v -> 1);
        KpiCollector kpis =
                KpiCollector.on(road)
                        .signals(TestRoads.crossingSignal())
                        .vehicles(TYPES, demand)
                        .saturationFlow(1800)
                        .queues(queues)
                        .build();
        RunResult result =
                MicroSimulation.on(road)
                        .signals(TestRoads.crossingSignal())
                        .demand(TYPES, demand)
                        .parameters(
                                MobsimParameters.STANDARD
                                        .withCheckMode(CheckMode.FULL)
                                        .withTimes(0, end))
                        .events(kpis)
                        .events(survey)
                        .observe(10, queues)
                        .run();
        return new Run(kpis.finish(result.endTime()), result, survey);
    }

    @Test
    void figuresAgreeWithTheRunsOwnCount() {
        Run run = run(450, 1200); // cut off in the middle of the demand
        ClassKpis total = run.kpis().total();
        RunResult result = run.result();

        assertThat(total.entered()).isEqualTo(result.entered()).isPositive();
        assertThat(total.arrived()).isEqualTo(result.arrived()).isPositive();
        assertThat(total.onRoadAtEnd()).isEqualTo(result.onRoadAtEnd()).isPositive();
        assertThat(total.removed()).isEqualTo(result.removedAsHopeless());
        assertThat(total.departures()).isBetween(result.departures(), result.departures() + 2);
        // a vehicle update is a step on the road
        double steps = result.vehicleUpdates() * 0.5 / 3600;
        assertThat(total.vehicleHours()).isCloseTo(steps, within(0.02 * steps));
    }

    @Test
    void controlDelayIsNearTheTextbookWhereTheSignalIsNotSaturated() {
        Run run = run(360, END);
        // q 360 veh/h, green 40 of 90 s; saturation flow as measured in the same run
        double saturation = DegreeOfSaturation.of(360, 1800, 40.0 / 90);
        double theory = SignalDelay.webster(90, 40.0 / 90, 0.1, saturation);
        IntersectionKpis centre = run.kpis().intersections().get(0);

        assertThat(centre.control()).isEqualTo(IntersectionControl.SIGNALISED);
        // The rest of the delay, speeding up behind the stop line, counts to the next link.
        assertThat(centre.meanControlDelay()).isBetween(0.8 * theory, 1.25 * theory);
        assertThat(centre.stopsPerVehicle()).isBetween(0.3, 1.0);
        assertThat(centre.degreeOfSaturation()).isBetween(0.2, 0.6);
        assertThat(centre.p95QueueLength()).isBetween(10.0, 150.0);
        assertThat(run.kpis().total().waitingOutsideAtEnd()).isZero();
    }

    @Test
    void aSaturatedSignalIsGradedFAndDischargesAtSaturationFlow() {
        Run run = run(1000, END - 600);
        IntersectionKpis centre = run.kpis().intersections().get(0);

        assertThat(centre.levelOfService()).isIn(LevelOfService.E, LevelOfService.F);
        assertThat(run.kpis().total().waitingOutsideHours()).isPositive();
        for (SaturationFlow s : run.survey().results()) {
            assertThat(s.queues()).isGreaterThan(5);
            assertThat(s.pcuPerHour()).isBetween(1350.0, 2000.0);
            assertThat(s.startUpLostTime()).isBetween(0.0, 5.0);
        }
    }

    @Test
    void moreTrafficIsSlower() {
        Kpis light = run(100, END).kpis();
        Kpis heavy = run(600, END).kpis();
        assertThat(heavy.total().meanSpeedKmh()).isLessThan(light.total().meanSpeedKmh());
        assertThat(heavy.total().travelTimeIndex()).isGreaterThan(light.total().travelTimeIndex());
        assertThat(light.total().travelTimeIndex()).isGreaterThan(1);
    }

    @Test
    void aSecondTripOfTheSameVehicleIsAnotherTrip() {
        int wc = road.getLinkIndex("wc");
        int ce = road.getLinkIndex("ce");
        int ec = road.getLinkIndex("ec");
        int cw = road.getLinkIndex("cw");
        List<Departure> first = List.of(Departure.of(0, 0, 10, Route.of(wc, ce)));
        KpiCollector kpis = KpiCollector.on(road).vehicles(TYPES, first).build();
        boolean[] back = new boolean[1];
        DepartureSource returning =
                (vehicle, time, schedule) -> {
                    if (!back[0]) {
                        back[0] = true;
                        schedule.add(Departure.of(0, 0, time + 60, Route.of(ec, cw)));
                        schedule.add(Departure.of(7, 0, 0, Route.of(ec, cw)));
                    }
                };
        RunResult result =
                MicroSimulation.on(road)
                        .demand(TYPES, first)
                        .follow(kpis.watching(returning))
                        .parameters(
                                MobsimParameters.STANDARD
                                        .withCheckMode(CheckMode.FULL)
                                        .withTimes(0, END))
                        .events(kpis)
                        .run();
        ClassKpis total = kpis.finish(result.endTime()).total();

        assertThat(result.arrived()).isEqualTo(3);
        assertThat(total.departures()).isEqualTo(3);
        assertThat(total.arrived()).isEqualTo(3);
        assertThat(total.waitingOutsideAtEnd()).isZero();
        assertThat(total.meanWaitingOutside()).isLessThan(2);
        assertThat(total.arrivedKm()).isCloseTo(total.vehicleKm(), within(1e-9));
        assertThat(total.meanTripKm()).isCloseTo(0.6, within(0.02));
    }

    @Test
    void pathsOnlyRiseAndStopAtTheRed() {
        int[] chain = {road.getLinkIndex("wc"), road.getLinkIndex("ce")};
        TimeSpaceDiagram diagram = new TimeSpaceDiagram(road, chain, 0, END);
        MicroSimulation.on(road)
                .signals(TestRoads.crossingSignal())
                .demand(TYPES, demand(200))
                .parameters(
                        MobsimParameters.STANDARD.withCheckMode(CheckMode.FULL).withTimes(0, END))
                .observe(1, diagram)
                .run();
        assertThat(diagram.paths()).hasSizeGreaterThan(100);
        for (TimeSpaceDiagram.Path path : diagram.paths()) {
            assertThat(path.distances()).isSorted();
            assertThat(path.distances()[path.distances().length - 1]).isGreaterThan(570);
        }
    }
}
