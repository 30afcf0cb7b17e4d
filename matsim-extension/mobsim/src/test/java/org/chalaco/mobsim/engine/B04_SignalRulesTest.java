package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.testkit.CrossJunction;
import org.chalaco.mobsim.testkit.RoadDrawing;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.testkit.Trajectories;
import org.chalaco.mobsim.traffic.Departure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE UNDER TEST: drivers obey signals: amber without emergency braking, red always; greens
 * that conflict are found; delay at a signal is what theory says.
 */
class B04_SignalRulesTest {

    private static TrafficCase stream(String signal, double headway, double until) {
        TrafficCase road =
                RoadDrawing.of(
                        "A ========|S|=====> B      800 m, 1 lane, 50 km/h, stop line at 500 m, "
                                + signal);
        List<Departure> departures = new ArrayList<>();
        for (int v = 0; v * headway < until - 200; v++) {
            departures.add(Departure.of(v, 0, v * headway, road.route("A-S", "S-B")));
        }
        return road.withDepartures(departures).until(until);
    }

    @ParameterizedTest
    @ValueSource(doubles = {4.1, 7.3, 11.9})
    void amberIsBrakedForWithoutEmergencyAndRedIsNeverRun(double headway) {
        TrafficCase road = stream("signal green 0 s to 27 s of 61 s", headway, 3000);
        TrafficCase.Outcome run = road.runAndFollow();

        assertThat(run.result().redLightsRun()).isZero();
        double hardest =
                run.trajectories().all().stream()
                        .mapToDouble(Trajectories.Sample::acceleration)
                        .min()
                        .orElseThrow();
        // a driver stops at the onset of amber who can with 3 m/s² after 0.5 s
        assertThat(hardest).isGreaterThan(-4.0);
        assertNobodyCrossesAtRed(road, run);
    }

    /** All who cross at red crossed within the 3 s of amber or in the step after. */
    private static void assertNobodyCrossesAtRed(TrafficCase road, TrafficCase.Outcome run) {
        double red = Double.NEGATIVE_INFINITY;
        Aspect aspect = Aspect.RED;
        for (TrafficEvent event : run.events().all()) {
            if (event instanceof TrafficEvent.SignalChange change) {
                aspect = change.aspect();
                red = aspect == Aspect.RED ? change.time() : red;
            } else if (event instanceof TrafficEvent.LinkLeave leave
                    && leave.linkIndex() == road.link("A-S")
                    && aspect == Aspect.RED) {
                assertThat(leave.time() - red).isLessThan(1.0);
            }
        }
    }

    @Test
    void thoseStopAtAmberWhoCanAndThosePassWhoCannot() {
        // 8 vehicles at free speed, so that amber finds each at another distance
        int passed = 0;
        int stopped = 0;
        for (int k = 0; k < 40; k++) {
            TrafficCase road =
                    RoadDrawing.of(
                                    "A ========|S|=====> B      800 m, 1 lane, 50 km/h, stop line at 500 m, signal green 0 s to 50 s of 120 s")
                            .depart(10 + 0.5 * k, "A-S", "S-B")
                            .until(100);
            TrafficCase.Outcome run = road.runAndFollow();
            Trajectories.Sample atAmber = run.trajectories().at(0, 50);
            if (atAmber == null || atAmber.lane() != 0) {
                continue;
            }
            double toLine = road.network().laneLength(0) - atAmber.position();
            double needed = atAmber.speed() * atAmber.speed() / 6 + 0.5 * atAmber.speed();
            boolean goes = !Double.isNaN(run.events().crossed(0, road.link("A-S")));
            assertThat(goes)
                    .as("%.1f m before the line, needing %.1f", toLine, needed)
                    .isEqualTo(needed > toLine);
            passed += goes ? 1 : 0;
            stopped += goes ? 0 : 1;
        }
        assertThat(passed).isGreaterThan(3);
        assertThat(stopped).isGreaterThan(10);
    }

    @Test
    void conflictingGreensAreFound() {
        TrafficCase cross = CrossJunction.of("N", "E", "S", "W").signals(20, 4, "N E", "S W");

        assertThatThrownBy(() -> cross.depart(0, "N-in", "S-out").run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("conflict and are both green")
                .hasMessageContaining("seed");
    }

    @Test
    void oppositeGreensAreNoConflict() {
        TrafficCase cross = CrossJunction.of("N", "E", "S", "W").signals(20, 4, "N S", "E W");

        assertThat(cross.depart(0, "N-in", "S-out").run().result().arrived()).isEqualTo(1);
    }

    /**
     * Webster's uniform delay {@code C (1 - λ)² / (2 (1 - λ x))}, with arrivals at equal intervals
     * that do not divide the cycle, the saturation flow and the lost time that the discharge shows,
     * and the delay taken at the stop line, as in the theory of the vertical queue.
     */
    @Test
    void uniformDelayIsWebsters() {
        int cycle = 60;
        int green = 30;
        double[] discharge = queue().run().events().crossings(0);
        double saturation = B03_QueueDischargeTest.saturationFlow(discharge);
        double lost = discharge[3] - 150 - 4 * 3600 / saturation;
        double lambda = (green - lost + 1.5) / cycle; // 1.5 s of amber are used
        double x = 0.5;
        double headway = 3600 / (x * lambda * saturation);
        TrafficCase.Outcome run = stream("signal green 0 s to 30 s of 60 s", headway, 3800).run();
        TrafficCase.Outcome free = stream("signal green 0 s to 0 s of 60 s", headway, 600).run();

        double freeTime = free.events().crossed(5, 0) - free.events().entered(5);
        double delay =
                IntStream.range(20, 340)
                                .mapToDouble(
                                        v -> run.events().crossed(v, 0) - run.events().entered(v))
                                .average()
                                .orElseThrow()
                        - freeTime;
        double webster = cycle * (1 - lambda) * (1 - lambda) / (2 * (1 - lambda * x));
        assertThat(delay).isCloseTo(webster, within(0.15 * webster));
    }

    private static TrafficCase queue() {
        TrafficCase road = stream("signal green 150 s to 290 s of 300 s", 3, 300);
        return road.withDepartures(road.departures().subList(0, 25));
    }
}
