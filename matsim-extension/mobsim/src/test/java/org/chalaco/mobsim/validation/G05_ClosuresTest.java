package org.chalaco.mobsim.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.testkit.RandomRoads;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.RandomStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: whatever the town and whatever is closed, no vehicle is lost: a link that no
 * route uses stays empty, nobody passes a stop line while it is closed, and when it opens all
 * arrive.
 *
 * <p>Roads, demand and closures are drawn at random; every step is checked; a failing town is
 * printed as a test to paste.
 */
class G05_ClosuresTest {

    private static final int QUICK = 12;
    private static final int OPENS = 300;
    private static final int RING_RANK = 1000;

    /** A town, links that no route uses, and links closed by a red until a moment. */
    private record Closure(TrafficCase town, Set<Integer> unused, Set<Integer> red) {}

    private static Closure closure(long seed) {
        TrafficCase town = RandomRoads.seed(seed).vehicles(150).within(400).build().until(3600);
        RoadNetwork network = town.network();
        RandomStream random = RandomStream.of(seed, 0, "closures");
        Set<Integer> unused = new TreeSet<>();
        while (unused.size() < 3) {
            unused.add(random.nextInt(network.linkCount()));
        }
        Set<String> signalised =
                town.signals().stream().map(SignalSystem::id).collect(Collectors.toSet());
        Set<Integer> red = new TreeSet<>();
        List<SignalSystem> signals = new ArrayList<>(town.signals());
        for (int tries = 0; tries < 40 && red.size() < 3; tries++) {
            int link = random.nextInt(network.linkCount());
            String junction = network.link(link).to();
            // a ring that is stopped fills up in a circle, and long vehicles then lock it for good
            boolean ring = network.link(link).rank() >= RING_RANK;
            if (!ring && network.nextLinkCount(link) > 0 && signalised.add(junction)) {
                red.add(link);
                signals.add(closed(junction, network.link(link).id()));
            }
        }
        List<Departure> departures =
                town.departures().stream()
                        .filter(d -> Arrays.stream(d.route().toArray()).noneMatch(unused::contains))
                        .toList();
        return new Closure(town.withDepartures(departures).withSignals(signals), unused, red);
    }

    private static SignalSystem closed(String junction, String link) {
        SignalGroup group = new SignalGroup("closed", List.of(SignalHead.ofLink(link)));
        SignalPlan plan =
                new SignalPlan(
                        "closed",
                        7200,
                        0,
                        List.of(new SignalPlan.GroupGreen("closed", OPENS, 7100)));
        return SignalSystem.of(junction, List.of(group), plan);
    }

    private static int check(Closure closure) {
        TrafficCase.Outcome run = closure.town().run();
        RunResult n = run.result();
        assertThat(n.departures()).isEqualTo(closure.town().departures().size());
        assertThat(n.departures()).isEqualTo(n.entered() + n.waitingOutsideAtEnd());
        assertThat(n.entered()).isEqualTo(n.arrived() + n.onRoadAtEnd() + n.removedAsHopeless());
        assertThat(n.redLightsRun()).isZero();
        for (TrafficEvent.LinkEnter e : run.events().of(TrafficEvent.LinkEnter.class)) {
            assertThat(closure.unused()).doesNotContain(e.linkIndex());
        }
        int held = 0;
        for (int link : closure.red()) {
            double[] crossings = run.events().crossings(link);
            assertThat(Arrays.stream(crossings).boxed()).allMatch(t -> t > OPENS);
            held += crossings.length;
        }
        assertThat(n.arrived()).as("vehicles that arrived").isEqualTo(n.departures());
        return held;
    }

    private static int inTowns(LongStream seeds) {
        return seeds.mapToInt(
                        seed -> {
                            Closure closure = closure(seed);
                            try {
                                return check(closure);
                            } catch (AssertionError | RuntimeException e) {
                                return fail(
                                        "Seed %d:%n%s%n%s"
                                                .formatted(
                                                        seed,
                                                        e.getMessage(),
                                                        closure.town().printAsTest()),
                                        e);
                            }
                        })
                .sum();
    }

    @Test
    void nobodyIsLostWhateverIsClosed() {
        assertThat(inTowns(LongStream.rangeClosed(1, QUICK))).isGreaterThan(100);
    }

    @Test
    @Tag("slow")
    void nobodyIsLostInHundredsOfTowns() {
        assertThat(inTowns(LongStream.rangeClosed(QUICK + 1, 300))).isGreaterThan(1000);
    }
}
