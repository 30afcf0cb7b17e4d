package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.testkit.RandomRoads;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.traffic.Departure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: whatever the town, no vehicle is lost, nobody runs a red, traffic dissolves,
 * and the same seed gives the same bits on any number of threads and at any time of day.
 *
 * <p>Every step of every run is checked for overlaps, negative speeds and the like. A failing town
 * is printed as a test to paste.
 */
class G02_RandomRoadsTest {

    private static final int QUICK = 30;
    private static final int SLOW = 400;

    private static void inTowns(LongStream seeds, Consumer<TrafficCase> check) {
        seeds.forEach(
                seed -> {
                    TrafficCase town =
                            RandomRoads.seed(seed).vehicles(150).within(500).build().until(3600);
                    try {
                        check.accept(town);
                    } catch (AssertionError | RuntimeException e) {
                        fail(
                                "Seed %d:%n%s%n%s"
                                        .formatted(seed, e.getMessage(), town.printAsTest()),
                                e);
                    }
                });
    }

    private static void conserves(TrafficCase town) {
        TrafficCase.Outcome run = town.run();
        RunResult n = run.result();
        assertThat(n.departures()).isEqualTo(town.departures().size());
        assertThat(n.departures()).isEqualTo(n.entered() + n.waitingOutsideAtEnd());
        assertThat(n.entered()).isEqualTo(n.arrived() + n.onRoadAtEnd());
        assertThat(n.redLightsRun()).isZero();
        assertThat(n.arrived()).as("vehicles that arrived").isEqualTo(town.departures().size());
        assertThat(run.events().of(TrafficEvent.VehicleEntersTraffic.class))
                .hasSize((int) n.entered());
        assertThat(run.events().of(TrafficEvent.VehicleLeavesTraffic.class))
                .hasSize((int) n.arrived());
        int crossings = run.events().of(TrafficEvent.LinkLeave.class).size();
        assertThat(run.events().of(TrafficEvent.LinkEnter.class)).hasSize(crossings);
        assertThat(crossings)
                .isEqualTo(town.departures().stream().mapToInt(d -> d.route().size() - 1).sum());
    }

    @Test
    void everyoneArrives() {
        inTowns(LongStream.rangeClosed(1, QUICK), G02_RandomRoadsTest::conserves);
    }

    @Test
    @Tag("slow")
    void everyoneArrivesInHundredsOfTowns() {
        inTowns(LongStream.rangeClosed(QUICK + 1, SLOW), G02_RandomRoadsTest::conserves);
    }

    @Test
    @Tag("slow")
    void nothingOverlapsInCrowdedTowns() {
        for (long seed = 1; seed <= 250; seed++) {
            TrafficCase town = RandomRoads.seed(seed).vehicles(200).within(400).build().until(900);
            assertThatCode(town::run).as("seed %d", seed).doesNotThrowAnyException();
        }
    }

    private static void sameOnAnyThreads(TrafficCase town) {
        String one = town.run().events().hash();
        for (int threads = 2; threads <= 4; threads++) {
            TrafficCase parallel = town.withParameters(town.parameters().withThreads(threads));
            assertThat(parallel.run().events().hash()).as("%d threads", threads).isEqualTo(one);
        }
    }

    @Test
    void threadsChangeNothing() {
        inTowns(LongStream.of(3, 8), town -> sameOnAnyThreads(town.until(250)));
    }

    @Test
    @Tag("slow")
    void threadsChangeNothingInManyTowns() {
        inTowns(LongStream.rangeClosed(100, 150), G02_RandomRoadsTest::sameOnAnyThreads);
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherSeedOthers() {
        inTowns(
                LongStream.rangeClosed(1, 5),
                town -> {
                    TrafficCase other =
                            town.withParameters(town.parameters().withSeed(999_999)).until(700);
                    String hash = town.until(700).run().events().hash();
                    assertThat(town.until(700).run().events().hash()).isEqualTo(hash);
                    assertThat(other.run().events().hash()).isNotEqualTo(hash);
                });
    }

    @Test
    void anHourLaterTheSameHappens() {
        inTowns(
                LongStream.rangeClosed(1, 6),
                drawn -> {
                    TrafficCase town = inWholeSeconds(drawn, 0);
                    TrafficCase later = inWholeSeconds(drawn, 3600);
                    List<TrafficEvent> early = town.run().events().all();
                    List<TrafficEvent> late = later.run().events().all();
                    assertThat(late).hasSameSizeAs(early);
                    for (int k = 0; k < early.size(); k++) {
                        assertThat(late.get(k).time()).isEqualTo(early.get(k).time() + 3600);
                        assertThat(withoutTime(late.get(k))).isEqualTo(withoutTime(early.get(k)));
                    }
                });
    }

    /** Departures and signals so much later; times in whole seconds, so that sums are exact. */
    private static TrafficCase inWholeSeconds(TrafficCase town, int later) {
        List<Departure> departures =
                town.departures().stream()
                        .map(
                                d ->
                                        new Departure(
                                                d.vehicleIndex(),
                                                d.typeIndex(),
                                                Math.rint(d.time()) + later,
                                                d.route(),
                                                d.departurePosition(),
                                                d.arrivalPosition()))
                        .toList();
        List<SignalSystem> signals =
                town.signals().stream()
                        .map(s -> s.withPlan(s.plan().withOffset(s.plan().offset() + later)))
                        .toList();
        MobsimParameters parameters = town.parameters().withTimes(later, later + 700.0);
        return town.withDepartures(departures).withSignals(signals).withParameters(parameters);
    }

    private static String withoutTime(TrafficEvent event) {
        return event.toString().replaceFirst("time=[^,]*,", "");
    }

    @Test
    void aSampleOfTheTownRunsToo() {
        inTowns(
                LongStream.rangeClosed(1, 8),
                town -> {
                    TrafficCase sample =
                            town.withDepartures(
                                            town.departures().stream()
                                                    .filter(d -> d.vehicleIndex() % 4 == 0)
                                                    .toList())
                                    .withParameters(town.parameters().withSampleFactor(0.25));
                    RunResult n = sample.run().result();
                    assertThat(n.redLightsRun()).isZero();
                    assertThat(n.entered()).isEqualTo(n.arrived() + n.onRoadAtEnd());
                });
    }
}
