package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.testkit.RoadDrawing;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.testkit.Trajectories;
import org.chalaco.mobsim.traffic.Departure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE UNDER TEST: a queue stands at red with the standstill gap between bumpers and leaves at
 * the saturation flow when green comes.
 *
 * <p>Oracle: no flow exceeds {@code v0 / (s0 + l + v0 T)}, the greatest of the model's steady
 * states; a queue that starts leaves with the headway of the speed it has reached, so its flow is
 * above the steady one at a third of the free speed.
 */
class B03_QueueDischargeTest {

    private static final double V0 = 50 / 3.6;
    private static final double LENGTH = 4.3;
    private static final double S0 = 2;
    private static final double T = 1;
    private static final int RED = 150;

    /** A queue of 25 behind a red of 150 s, then a green of 120 s. */
    private static TrafficCase queue() {
        TrafficCase road =
                RoadDrawing.of(
                        "A =====|S|=====> B      900 m, 1 lane, 50 km/h, stop line at 500 m, signal green 150 s to 270 s of 300 s");
        List<Departure> departures = new ArrayList<>();
        for (int v = 0; v < 25; v++) {
            departures.add(Departure.of(v, 0, 3.0 * v, road.route("A-S", "S-B")));
        }
        return road.withDepartures(departures).until(300);
    }

    private static double flowAt(double v) {
        return 3600 * v / (S0 + LENGTH + v * T);
    }

    private static double[] crossings(TrafficCase road) {
        return road.run().events().crossings(road.link("A-S"));
    }

    /** Flow of the vehicles from the fifth on, veh/h. */
    static double saturationFlow(double[] crossings) {
        int n = crossings.length;
        return 3600.0 * (n - 5) / (crossings[n - 1] - crossings[4]);
    }

    @Test
    void theQueueStandsAtTheStandstillGap() {
        TrafficCase road = queue();
        Trajectories run = road.runAndFollow().trajectories();
        double stopLine = road.network().laneLength(road.network().firstLane(road.link("A-S")));

        assertThat(stopLine - run.at(0, RED).position()).isBetween(S0 - 0.3, S0 + 0.3);
        for (int v = 1; v < 20; v++) {
            Trajectories.Sample ahead = run.at(v - 1, RED);
            Trajectories.Sample own = run.at(v, RED);
            assertThat(own.speed()).isLessThan(0.05);
            assertThat(ahead.position() - LENGTH - own.position()).isBetween(S0 - 0.2, S0 + 0.3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 250, 500, 1000})
    void theQueueLeavesAtTheSaturationFlow(int stepMillis) {
        TrafficCase road = queue();
        double[] crossings =
                crossings(road.withParameters(road.parameters().withStepMillis(stepMillis)));

        assertThat(crossings).hasSize(25);
        assertThat(saturationFlow(crossings)).isBetween(flowAt(V0 / 3), flowAt(V0));
    }

    @Test
    void startingUpCostsTheFirstVehiclesOneToFourSeconds() {
        double[] crossings = crossings(queue());
        double headway = 3600 / saturationFlow(crossings);
        double lost = crossings[3] - RED - 4 * headway;

        assertThat(crossings[0] - RED).isBetween(1.0, 3.5);
        assertThat(lost).isBetween(0.5, 4.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 20, 30, 40})
    void aGreenServesItsEffectiveGreen(int green) {
        TrafficCase road =
                RoadDrawing.of(
                        "A =====|S|=====> B      900 m, 1 lane, 50 km/h, stop line at 500 m, signal green 150 s to "
                                + (150 + green)
                                + " s of 300 s");
        road = road.withDepartures(queue().departures()).until(300);
        double[] unlimited = crossings(queue());
        double headway = 3600 / saturationFlow(unlimited);
        double lost = unlimited[3] - RED - 4 * headway;
        // of 3 s amber drivers use the first two: who then could not stop passes
        double effective = green - lost + 1.5;

        assertThat((double) crossings(road).length).isCloseTo(effective / headway, within(1.2));
    }

    /** Each vehicle of a sample stands for several; the queue discharges as many people. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.25, 0.5})
    void theSampleFactorKeepsTheSaturationFlow(double factor) {
        double full = saturationFlow(crossings(queue()));
        TrafficCase road =
                RoadDrawing.of(
                        "A =====|S|=====> B      1900 m, 1 lane, 50 km/h, stop line at 1700 m, signal green 300 s to 900 s of 1800 s");
        List<Departure> departures = new ArrayList<>();
        for (int v = 0; v < 24; v++) {
            departures.add(Departure.of(v, 0, 5.0 * v, road.route("A-S", "S-B")));
        }
        TrafficCase sampled =
                road.withDepartures(departures)
                        .withParameters(
                                road.parameters().withSampleFactor(factor).withTimes(0, 1800));
        double sample = saturationFlow(crossings(sampled));
        assertThat(sample / factor).isBetween(0.88 * full, 1.12 * full);
    }

    @Test
    void theDischargeHasNoDependenceOnTheTimeOfDay() {
        double[] atMidnight = crossings(queue());
        TrafficCase road = queue();
        List<Departure> later =
                road.departures().stream()
                        .map(
                                d ->
                                        new Departure(
                                                d.vehicleIndex(),
                                                0,
                                                d.time() + 3600,
                                                d.route(),
                                                0,
                                                1))
                        .toList();
        double[] anHourLater =
                crossings(
                        road.withDepartures(later)
                                .withParameters(road.parameters().withTimes(3600, 3900)));

        assertThat(anHourLater).isEqualTo(Arrays.stream(atMidnight).map(t -> t + 3600).toArray());
    }
}
