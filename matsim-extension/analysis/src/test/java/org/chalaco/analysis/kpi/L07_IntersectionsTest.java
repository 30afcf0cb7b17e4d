package org.chalaco.analysis.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.chalaco.analysis.StillTraffic;
import org.chalaco.analysis.TestRoads;
import org.chalaco.mobsim.event.TrafficEvent.LinkEnter;
import org.chalaco.mobsim.event.TrafficEvent.LinkLeave;
import org.chalaco.mobsim.event.TrafficEvent.SignalChange;
import org.chalaco.mobsim.event.TrafficEvent.VehicleEntersTraffic;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.network.Turn;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: control delay, level of service and saturation of movements and
 * intersections.
 */
class L07_IntersectionsTest {

    private final RoadNetwork road = TestRoads.crossing(1);
    private final int wc = road.getLinkIndex("wc");
    private final int ce = road.getLinkIndex("ce");
    private final int through = TestRoads.connector(road, "wc", "ce");
    private final double free = road.laneLength(road.firstLane(wc)) / TestRoads.SPEED;

    private static KpiCollector.Builder builder(RoadNetwork network, int vehicles) {
        double[] wanted = new double[vehicles];
        java.util.Arrays.fill(wanted, Double.NaN);
        return KpiCollector.on(network)
                .vehicles(List.of(VehicleType.CAR), new int[vehicles], wanted);
    }

    private void drive(KpiCollector kpis, int v, double enter, double delay, int connector) {
        double leave = enter + free + delay;
        kpis.accept(new VehicleEntersTraffic(enter, v, wc, 0));
        kpis.accept(new LinkLeave(leave, v, wc, connector, 1));
        kpis.accept(new LinkEnter(leave, v, road.toLink(connector)));
    }

    private static MovementKpis movement(Kpis kpis, String from, String to) {
        return kpis.movements().stream()
                .filter(m -> m.fromLinkId().equals(from) && m.toLinkId().equals(to))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMovementHasTheMeanDelayOfItsVehicles() {
        KpiCollector kpis = builder(road, 3).signals(TestRoads.crossingSignal()).build();
        int left = TestRoads.connector(road, "wc", "cn");
        drive(kpis, 0, 0, 20, through);
        drive(kpis, 1, 10, 40, through);
        drive(kpis, 2, 20, 90, left);
        Kpis result = kpis.finish(900);

        MovementKpis straight = movement(result, "wc", "ce");
        assertThat(straight.vehicles()).isEqualTo(2);
        assertThat(straight.turn()).isEqualTo(Turn.THROUGH);
        assertThat(straight.meanControlDelay()).isCloseTo(30, within(1e-9));
        assertThat(straight.stopsPerVehicle()).isEqualTo(1);
        assertThat(straight.levelOfService()).isEqualTo(LevelOfService.C);
        assertThat(movement(result, "wc", "cn").levelOfService()).isEqualTo(LevelOfService.F);
        assertThat(movement(result, "ec", "cw").levelOfService()).isNull();

        IntersectionKpis centre = result.intersections().get(0);
        assertThat(result.intersections()).hasSize(1);
        assertThat(centre.control()).isEqualTo(IntersectionControl.SIGNALISED);
        assertThat(centre.vehicles()).isEqualTo(3);
        assertThat(centre.meanControlDelay()).isCloseTo(50, within(1e-9));
        assertThat(centre.levelOfService()).isEqualTo(LevelOfService.D);
        assertThat(centre.flowVehPerHour()).isEqualTo(12);
        assertThat(centre.approaches()).extracting(ApproachKpis::linkId).hasSize(4);
    }

    @Test
    void aBlockedApproachIsNotGradedA() {
        KpiCollector kpis = builder(road, 1).build();
        kpis.accept(new VehicleEntersTraffic(0, 0, wc, 0));
        IntersectionKpis centre = kpis.finish(600).intersections().get(0);

        assertThat(centre.control()).isEqualTo(IntersectionControl.UNSIGNALISED);
        assertThat(centre.vehicles()).isZero();
        assertThat(centre.unfinished()).isEqualTo(1);
        assertThat(centre.meanControlDelay()).isCloseTo(600 - free, within(1e-9));
        assertThat(centre.levelOfService()).isEqualTo(LevelOfService.F);
    }

    @Test
    void saturationIsFlowOverSaturationFlowTimesGreenShare() {
        int n = 100;
        KpiCollector kpis =
                builder(road, n).signals(TestRoads.crossingSignal()).saturationFlow(1800).build();
        for (int v = 0; v < n; v++) {
            drive(kpis, v, v * 8, 0, through);
        }
        Kpis result = kpis.finish(900);

        // 100 cars in a quarter of an hour, green 40 of 90 s by the plan
        double expected = 400 / (1800 * 40.0 / 90);
        assertThat(movement(result, "wc", "ce").degreeOfSaturation())
                .isCloseTo(expected, within(1e-9));
        assertThat(movement(result, "ec", "cw").degreeOfSaturation()).isZero();
        assertThat(result.intersections().get(0).degreeOfSaturation())
                .isCloseTo(expected, within(1e-9));
    }

    @Test
    void measuredGreensGoBeforeThePlan() {
        KpiCollector kpis =
                builder(road, 1).signals(TestRoads.crossingSignal()).saturationFlow(1800).build();
        kpis.accept(new SignalChange(90, 0, 0, Aspect.AMBER)); // so it was green until 90 s
        kpis.accept(new SignalChange(93, 0, 0, Aspect.RED));
        drive(kpis, 0, 100, 0, through);
        kpis.accept(new SignalChange(810, 0, 0, Aspect.GREEN));
        Kpis result = kpis.finish(900);

        assertThat(movement(result, "wc", "ce").degreeOfSaturation())
                .isCloseTo(4 / (1800 * 0.2), within(1e-9));
    }

    @Test
    void saturationIsUnknownWithoutSignalOrSaturationFlow() {
        KpiCollector unsignalised = builder(road, 1).saturationFlow(1800).build();
        drive(unsignalised, 0, 0, 0, through);
        KpiCollector noFlow = builder(road, 1).signals(TestRoads.crossingSignal()).build();
        drive(noFlow, 0, 0, 0, through);

        assertThat(movement(unsignalised.finish(900), "wc", "ce").degreeOfSaturation()).isNaN();
        assertThat(movement(noFlow.finish(900), "wc", "ce").degreeOfSaturation()).isNaN();
    }

    @Test
    void aMereChangeOfLinkIsNoIntersection() {
        Kpis result = builder(TestRoads.straight(), 0).build().finish(900);

        assertThat(result.intersections()).isEmpty();
        assertThat(result.movements()).hasSize(1);
        assertThat(result.movements().get(0).control()).isNull();
    }

    @Test
    void theRingOfARoundaboutIsKnownByItsLinks() {
        RoadNetwork ring =
                RoadNetwork.builder()
                        .junction(Junction.priority("A", 0, 0))
                        .junction(Junction.priority("B", 60, 0))
                        .junction(Junction.priority("D", -100, 0))
                        .junction(Junction.priority("F", 30, -100))
                        .link(TestRoads.onRing(Link.of("fa", "F", "A", 100, 1, 10)))
                        .link(TestRoads.onRing(Link.of("ab", "A", "B", 60, 1, 10)))
                        .link(Link.of("da", "D", "A", 100, 1, 10))
                        .build();
        List<IntersectionKpis> found = builder(ring, 0).build().finish(900).intersections();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).control()).isEqualTo(IntersectionControl.ROUNDABOUT);
    }

    @Test
    void queuesOfTheSameRunAppearAtTheirApproach() {
        QueueObserver queues = new QueueObserver(road, v -> 4.5);
        int lane = road.firstLane(wc);
        queues.observe(new StillTraffic(100).onLane(0, lane, road.laneLength(lane) - 1, 0));
        queues.observe(new StillTraffic(1000));
        KpiCollector kpis = builder(road, 1).queues(queues).build();
        Kpis result = kpis.finish(1800);

        ApproachKpis whole = result.intersections().get(0).approaches().get(0);
        assertThat(whole.linkId()).isEqualTo("wc");
        assertThat(whole.meanQueueVehicles()).isCloseTo(0.5, within(1e-9));
        assertThat(result.intersections().get(0).p95QueueLength()).isCloseTo(5.5, within(1e-3));
        assertThat(result.intersectionIntervals().get(1).approaches().get(0).maxQueueLength())
                .isZero();
    }
}
