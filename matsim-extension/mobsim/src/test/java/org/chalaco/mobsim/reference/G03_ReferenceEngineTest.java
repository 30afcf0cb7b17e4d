package org.chalaco.mobsim.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.stream.LongStream;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.run.CarFollowing;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.JunctionRules;
import org.chalaco.mobsim.run.LaneChanging;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.testkit.EventLog;
import org.chalaco.mobsim.testkit.RandomRoads;
import org.chalaco.mobsim.testkit.RandomScript;
import org.chalaco.mobsim.testkit.Script;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE UNDER TEST: the array engine does what the readable reference engine does: the same
 * events with the same bits, in the same order, in any town.
 *
 * <p>The first event that differs is shown, and the town is printed as a test to paste.
 */
class G03_ReferenceEngineTest {

    private static TrafficCase town(long seed) {
        TrafficCase town = RandomRoads.seed(seed).vehicles(200).within(400).build().until(900);
        // whether what both do is sane is tested elsewhere
        return town.withParameters(town.parameters().withCheckMode(CheckMode.OFF));
    }

    private static void assertSame(TrafficCase road) {
        assertSame(road, Script.NONE);
    }

    private static void assertSame(TrafficCase road, Script script) {
        EventLog expected = new EventLog();
        ReferenceEngine.Counts counts = ReferenceEngine.run(road, script, expected);
        TrafficCase.Outcome run = script.play(road);
        List<TrafficEvent> actual = run.events().all();
        for (int k = 0; k < Math.min(actual.size(), expected.all().size()); k++) {
            if (!actual.get(k).equals(expected.all().get(k))) {
                fail(
                        "Seed %d, event %d:%n  reference %s%n  engine    %s%n%s"
                                .formatted(
                                        road.parameters().seed(),
                                        k,
                                        expected.all().get(k),
                                        actual.get(k),
                                        road.printAsTest()));
            }
        }
        assertThat(actual).hasSameSizeAs(expected.all());
        RunResult n = run.result();
        assertThat(
                        new ReferenceEngine.Counts(
                                n.departures(),
                                n.entered(),
                                n.arrived(),
                                n.laneChanges(),
                                n.wrongLaneTurns(),
                                n.waitingOutsideSeconds(),
                                n.removedAsHopeless(),
                                n.steps()))
                .isEqualTo(counts);
    }

    @Test
    void theSameBitsInRandomTowns() {
        LongStream.rangeClosed(1, 20).forEach(seed -> assertSame(town(seed)));
    }

    @Test
    @Tag("slow")
    void theSameBitsInHundredsOfTowns() {
        LongStream.rangeClosed(21, 300).forEach(seed -> assertSame(town(seed)));
    }

    private static void sameWithMeddling(long seed) {
        TrafficCase town = RandomScript.withStops(town(seed), seed);
        assertSame(town, RandomScript.of(town, seed, 600));
    }

    @Test
    void theSameBitsWithStopsDetoursGuidesClosuresAndSpeedLimits() {
        LongStream.rangeClosed(401, 405).forEach(G03_ReferenceEngineTest::sameWithMeddling);
    }

    @Test
    @Tag("slow")
    void theSameBitsWithMeddlingInHundredsOfTowns() {
        LongStream.rangeClosed(406, 700).forEach(G03_ReferenceEngineTest::sameWithMeddling);
    }

    @ParameterizedTest
    @EnumSource(CarFollowing.class)
    void theSameBitsWithEveryModel(CarFollowing model) {
        TrafficCase town = town(301);
        assertSame(town.withParameters(town.parameters().withCarFollowing(model)));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 250, 400, 1000})
    void theSameBitsWithAnyStep(int stepMillis) {
        TrafficCase town = town(302).until(500);
        assertSame(town.withParameters(town.parameters().withStepMillis(stepMillis)));
    }

    @Test
    void theSameBitsForASampleWithoutLaneChangesAndWithoutKeepingClear() {
        TrafficCase town = town(303);
        assertSame(town.withParameters(town.parameters().withSampleFactor(0.4)));
        assertSame(town.withParameters(town.parameters().withLaneChanging(LaneChanging.OFF)));
        assertSame(
                town.withParameters(
                        town.parameters()
                                .withJunctions(
                                        new JunctionRules(
                                                6, 0.5, 2.5, 1, Double.POSITIVE_INFINITY))));
    }
}
