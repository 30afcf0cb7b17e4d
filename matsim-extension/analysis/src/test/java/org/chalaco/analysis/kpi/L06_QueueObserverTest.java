package org.chalaco.analysis.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.chalaco.analysis.StillTraffic;
import org.chalaco.analysis.TestRoads;
import org.chalaco.mobsim.network.RoadNetwork;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: a queue reaches from the stop line to the rear of its last vehicle. */
class L06_QueueObserverTest {

    private static final double LENGTH = 5;

    private final RoadNetwork road = TestRoads.crossing(2);
    private final int wc = road.getLinkIndex("wc");
    private final int lane = road.firstLane(wc);
    private final double stop = road.laneLength(lane);
    private final QueueObserver queues = new QueueObserver(road, v -> LENGTH);

    @Test
    void threeStandingVehiclesAreAQueue() {
        queues.observe(
                new StillTraffic(10)
                        .onLane(0, lane, stop - 2, 0)
                        .onLane(1, lane, stop - 9, 0)
                        .onLane(2, lane, stop - 16, 1));
        assertThat(queues.vehicles(lane, 0)).isEqualTo(3);
        assertThat(queues.length(lane, 0)).isCloseTo(21, within(1e-4));
        assertThat(queues.vehicles(lane + 1, 0)).isZero();
    }

    @Test
    void aLargeGapOrAMovingVehicleEndsIt() {
        queues.observe(
                new StillTraffic(10)
                        .onLane(0, lane, stop - 2, 0)
                        .onLane(1, lane, stop - 2 - LENGTH - 10.1, 0));
        queues.observe(
                new StillTraffic(20)
                        .onLane(0, lane, stop - 2, 0)
                        .onLane(1, lane, stop - 9, 1.5) // 5.4 km/h
                        .onLane(2, lane, stop - 16, 0));
        assertThat(queues.vehicles(lane, 0)).isEqualTo(1);
        assertThat(queues.vehicles(lane, 1)).isEqualTo(1);
        assertThat(queues.length(lane, 1)).isCloseTo(7, within(1e-4));
    }

    @Test
    void whoStandsFarFromTheStopLineIsNoQueue() {
        queues.observe(new StillTraffic(10).onLane(0, lane, stop - 50, 0));
        assertThat(queues.vehicles(lane, 0)).isZero();
        assertThat(queues.length(lane, 0)).isZero();
    }

    @Test
    void atGreenTheTailStillStandsBehindTheMovingHead() {
        queues.observe(
                new StillTraffic(10)
                        .onLane(0, lane, stop - 1, 6)
                        .onLane(1, lane, stop - 12, 3)
                        .onLane(2, lane, stop - 22, 0.5)
                        .onLane(3, lane, stop - 29, 0));
        assertThat(queues.vehicles(lane, 0)).as("those that stand").isEqualTo(2);
        assertThat(queues.length(lane, 0)).as("to the back of queue").isCloseTo(34, within(1e-4));
    }

    @Test
    void aQueueThatFillsTheLaneIsNoLongerThanIt() {
        StillTraffic view = new StillTraffic(10);
        int n = 0;
        for (double x = stop - 1; x > 0; x -= 7) {
            view.onLane(n++, lane, x, 0);
        }
        queues.observe(view);
        assertThat(queues.vehicles(lane, 0)).isEqualTo(n);
        assertThat(queues.length(lane, 0)).isBetween(stop - 7, stop + 1e-3);
    }

    @Test
    void vehiclesInsideJunctionsAreInNoQueue() {
        queues.observe(
                new StillTraffic(10).onConnector(0, TestRoads.connector(road, "wc", "ce"), 1, 0));
        assertThat(queues.lane(lane, 0, 100).maxVehicles()).isZero();
    }

    @Test
    void anApproachIsItsLongestLaneAndAllItsVehicles() {
        for (int k = 1; k <= 100; k++) { // k seconds: a queue every fourth second only
            StillTraffic view = new StillTraffic(k);
            if (k % 4 == 0) {
                view.onLane(0, lane, stop - 1, 0)
                        .onLane(1, lane, stop - 8, 0)
                        .onLane(2, lane + 1, stop - 1, 0);
            }
            queues.observe(view);
        }
        QueueKpis all = queues.approach(wc, 0, 100);
        assertThat(all.samples()).isEqualTo(100);
        assertThat(all.meanLength()).isCloseTo(13.0 / 4, within(1e-3));
        assertThat(all.p95Length()).isCloseTo(13, within(1e-3));
        assertThat(all.meanVehicles()).isCloseTo(0.75, within(1e-9));
        assertThat(all.maxVehicles()).isEqualTo(3);
        assertThat(queues.lane(lane + 1, 0, 100).maxLength()).isCloseTo(6, within(1e-3));
        assertThat(queues.approach(wc, 4, 7).maxVehicles()).as("(4, 7] has no queue").isZero();
        assertThat(queues.approach(wc, 200, 300)).isEqualTo(QueueKpis.NONE);
    }

    @Test
    void p95IsTheNearestRank() {
        for (int k = 1; k <= 20; k++) {
            StillTraffic view = new StillTraffic(k);
            for (int v = 0; v < k; v++) {
                view.onLane(v, lane, stop - 1 - 7 * v, 0);
            }
            queues.observe(view);
        }
        assertThat(queues.lane(lane, 0, 20).p95Vehicles()).isEqualTo(19);
    }
}
