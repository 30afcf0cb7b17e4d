package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.chalaco.mobsim.run.ApproachZones;
import org.chalaco.mobsim.testkit.RoadDrawing;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.testkit.Trajectories;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: the approach zones of the Havana study, an option: before a signal drivers
 * slow down to α v0 even at green, and close to a red one they brake at least by b v / v0.
 */
class B05_ApproachZonesTest {

    private static final double V0 = 50 / 3.6;
    private static final double ALPHA = 0.4;
    private static final ApproachZones HAVANA = new ApproachZones(30, ALPHA, 10, true);

    private static TrafficCase road(String signal) {
        return RoadDrawing.of(
                        "A =========|"
                                + signal
                                + "|=====> B      600 m, 1 lane, 50 km/h, stop line at 400 m")
                .depart(0, "A-S", "S-B")
                .until(120);
    }

    private static TrafficCase havana(TrafficCase road) {
        return road.withParameters(road.parameters().withApproachZones(HAVANA));
    }

    private static double speedBefore(TrafficCase road, double metres) {
        double stopLine = road.network().laneLength(0);
        List<Trajectories.Sample> way = road.runAndFollow().trajectories().of(0);
        return way.stream()
                .filter(s -> s.lane() == 0 && s.position() >= stopLine - metres)
                .findFirst()
                .orElseThrow()
                .speed();
    }

    @Test
    void atGreenNobodySlowsDownWithoutZones() {
        assertThat(speedBefore(road("G"), 8)).isGreaterThan(0.95 * V0);
    }

    @Test
    void withZonesDriversSlowDownAtGreenToo() {
        assertThat(speedBefore(havana(road("G")), 40)).isGreaterThan(0.9 * V0);
        assertThat(speedBefore(havana(road("G")), 8)).isLessThan(0.88 * V0);
    }

    @Test
    void atRedTheyStopBeforeTheLineAsOthersDo() {
        TrafficCase road = havana(road("R"));
        Trajectories.Sample end = road.runAndFollow().trajectories().last(0);

        assertThat(end.speed()).isLessThan(0.1);
        assertThat(road.network().laneLength(0) - end.position()).isCloseTo(2, within(0.7));
    }
}
