package org.chalaco.bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.run.CarFollowing;
import org.chalaco.mobsim.run.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** FEATURE UNDER TEST: what JMH measures is traffic, not numbers run wild. */
class N25_KernelBenchmarksTest {

    @ParameterizedTest
    @EnumSource(CarFollowing.class)
    void theRingKeepsItsOrderAndItsPace(CarFollowing model) {
        RingBenchmark ring = new RingBenchmark();
        ring.carFollowing = model;
        ring.fillRing();
        double start = ring.step()[0];
        for (int k = 0; k < 400; k++) {
            ring.step();
        }
        double[] position = ring.step();
        for (int k = 1; k < RingBenchmark.VEHICLES; k++) {
            assertThat(position[k - 1] - position[k]).as("vehicle %d", k).isGreaterThan(4.3);
        }
        double speed = (position[0] - start) / (401 * 0.5);
        assertThat(speed).as("mean speed").isBetween(5.0, 13.89);
    }

    @Test
    void everyoneDrivesTheWholeStreet() {
        Street street = new Street(2, true);
        RunResult result = street.run(EventSink.NONE);
        assertThat(result.arrived()).isEqualTo(street.departures().size());
        assertThat(result.vehicleUpdates()).isGreaterThan(100_000);
    }

    @Test
    void sinksTakeAllEventsOfAStreet() {
        EventSinkBenchmark sinks = new EventSinkBenchmark();
        sinks.record();
        assertThat(sinks.dropped()).isGreaterThan(20_000);
        assertThat(sinks.hashed()).isEqualTo(sinks.fannedOut());
    }
}
