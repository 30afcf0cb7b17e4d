package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.chalaco.mobsim.testkit.RoadDrawing;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.testkit.Trajectories;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: a queue grows back over links and in the end keeps others outside. */
class F02_SpillbackTest {

    /** 30 vehicles, one each 5 s, towards a red for ever 150 m ahead. */
    private static TrafficCase road() {
        TrafficCase road =
                RoadDrawing.of(
                        "A ===> C ===|R|===> B      90 m + 90 m, 1 lane, 50 km/h, stop line at 60 m");
        for (int v = 0; v < 30; v++) {
            road = road.depart(5.0 * v, "A-C", "C-S", "S-B");
        }
        return road.until(400);
    }

    @Test
    void theQueueReachesTheLinkUpstream() {
        TrafficCase road = road();
        Trajectories run = road.runAndFollow().trajectories();
        int upstream = road.network().firstLane(road.link("A-C"));
        int downstream = road.network().firstLane(road.link("C-S"));

        assertThat(run.vehicles()).hasSizeBetween(20, 26);
        assertThat(run.vehicles().stream().filter(v -> run.last(v).lane() == downstream).count())
                .isBetween(8L, 10L);
        assertThat(run.vehicles().stream().filter(v -> run.last(v).lane() == upstream).count())
                .isBetween(12L, 15L);
        assertThat(run.vehicles()).allSatisfy(v -> assertThat(run.last(v).speed()).isLessThan(0.1));
    }

    @Test
    void whoFindsNoRoomWaitsOutsideAndEverySecondIsCounted() {
        TrafficCase road = road();
        TrafficCase.Outcome run = road.run();
        double waited = 0;
        for (int v = 0; v < 30; v++) {
            double entered = run.events().entered(v);
            waited += (Double.isNaN(entered) ? run.result().endTime() : entered) - 5.0 * v;
        }

        assertThat(run.result().waitingOutsideAtEnd()).isBetween(4L, 10L);
        assertThat(run.result().departures()).isEqualTo(30);
        assertThat(run.result().entered() + run.result().waitingOutsideAtEnd()).isEqualTo(30);
        assertThat(run.result().waitingOutsideSeconds()).isCloseTo(waited, within(1e-6));
    }

    @Test
    void whoWaitsOutsideEntersInOrderWhenTheQueueMoves() {
        TrafficCase road =
                RoadDrawing.of(
                        "A =====|S|===> B      200 m, 1 lane, 50 km/h, stop line at 100 m, signal green 200 s to 500 s of 600 s");
        for (int v = 0; v < 40; v++) {
            road = road.depart(2.0 * v, "A-S", "S-B");
        }
        TrafficCase.Outcome run = road.until(600).run();

        assertThat(run.result().arrived()).isEqualTo(40);
        for (int v = 1; v < 40; v++) {
            assertThat(run.events().entered(v)).isGreaterThan(run.events().entered(v - 1));
        }
        assertThat(run.events().entered(39)).isGreaterThan(200);
        assertThat(run.result().waitingOutsideSeconds()).isGreaterThan(1000);
    }

    @Test
    void aFreeRoadKeepsNobodyOutside() {
        TrafficCase road = RoadDrawing.of("A ======> B      500 m, 1 lane, 50 km/h");
        for (int v = 0; v < 50; v++) {
            road = road.depart(4.0 * v, "A-B");
        }
        TrafficCase.Outcome run = road.run();

        assertThat(run.result().waitingOutsideSeconds()).isZero();
        for (int v = 0; v < 50; v++) {
            assertThat(run.events().entered(v)).isEqualTo(4.0 * v);
        }
    }
}
