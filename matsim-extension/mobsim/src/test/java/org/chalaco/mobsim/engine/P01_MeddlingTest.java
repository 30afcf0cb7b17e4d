package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.stream.LongStream;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.testkit.RandomRoads;
import org.chalaco.mobsim.testkit.RandomScript;
import org.chalaco.mobsim.testkit.Script;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: whatever an outsider does, stops, detours, removals, new speed limits,
 * closures, guides that change their mind, no vehicle is lost, nothing overlaps, nobody drives
 * backwards or runs a red, and the same seed gives the same bits on any number of threads.
 */
class P01_MeddlingTest {

    private static TrafficCase town(long seed) {
        TrafficCase town = RandomRoads.seed(seed).vehicles(150).within(400).build().until(1200);
        return RandomScript.withStops(town, seed);
    }

    private static void survives(long seed) {
        TrafficCase town = town(seed);
        Script script = RandomScript.of(town, seed, 500);
        try {
            RunResult n = script.play(town).result();
            assertThat(n.departures()).isEqualTo(n.entered() + n.waitingOutsideAtEnd());
            assertThat(n.entered())
                    .isEqualTo(n.arrived() + n.removedAsHopeless() + n.onRoadAtEnd());
            assertThat(n.redLightsRun()).isZero();
            assertThat(n.arrived()).isGreaterThan(60);
        } catch (AssertionError | RuntimeException e) {
            fail("Seed %d: %s".formatted(seed, e.getMessage()), e);
        }
    }

    @Test
    void everyInvariantHolds() {
        LongStream.rangeClosed(1, 10).forEach(P01_MeddlingTest::survives);
    }

    @Test
    @Tag("slow")
    void everyInvariantHoldsInHundredsOfTowns() {
        LongStream.rangeClosed(11, 400).forEach(P01_MeddlingTest::survives);
    }

    @Test
    void threadsChangeNothing() {
        for (long seed : new long[] {2, 3}) {
            TrafficCase town = town(seed);
            Script script = RandomScript.of(town, seed, 500);
            String one = script.play(town).events().hash();
            TrafficCase two = town.withParameters(town.parameters().withThreads(2));
            assertThat(script.play(two).events().hash()).isEqualTo(one);
        }
    }
}
