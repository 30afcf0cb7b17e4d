package org.chalaco.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chalaco.mobsim.MobsimSession;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.signal.Intersection;
import org.chalaco.mobsim.signal.SignalControllerProvider;
import org.chalaco.mobsim.signal.SignalLimits;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.mobsim.signal.StageTiming;
import org.chalaco.mobsim.testkit.EventLog;
import org.chalaco.mobsim.testkit.RandomRoads;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.PoissonFlow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * FEATURE UNDER TEST: every strategy drives whole towns: every invariant of the engine holds, the
 * guard hardly ever steps in, nobody waits for ever, the same seed gives the same bits.
 */
class R02_StrategiesInTownTest {

    private static final int SEEDS = 6;

    static Stream<SignalControllerProvider> strategies() {
        return Views.strategies().stream();
    }

    private record Drive(RunResult result, EventLog events, long corrected, long decisions) {}

    private static Drive drive(TrafficCase town, SignalControllerProvider provider, int threads) {
        EventLog events = new EventLog();
        TrafficCase run = town.withParameters(town.parameters().withThreads(threads));
        try (MobsimSession session = run.simulation().events(events).start()) {
            List<SignalSystem> systems = run.signals();
            int controlled = 0;
            for (int k = 0; k < systems.size(); k++) {
                if (systems.get(k).stages().size() > 1) {
                    controlled++;
                    session.signals()
                            .control(
                                    k,
                                    provider.create(
                                            new Intersection(run.network(), systems.get(k)),
                                            Map.of(),
                                            k),
                                    SignalLimits.STANDARD);
                }
            }
            while (!session.isEmpty() && session.time() < run.parameters().endTime()) {
                session.step();
                assertThat(session.signals().conflictingGreens()).isEmpty();
            }
            long corrected = 0;
            for (int k = 0; k < systems.size(); k++) {
                corrected += session.signals().decisionsCorrected(k);
            }
            long decisions = (long) (session.time() * controlled);
            return new Drive(session.finish(), events, corrected, decisions);
        }
    }

    private static TrafficCase town(long seed) {
        TrafficCase town = RandomRoads.seed(seed).size(3, 2).vehicles(120).within(240).build();
        assertThat(town.parameters().checkMode()).isEqualTo(CheckMode.FULL);
        List<SignalSystem> staged =
                town.signals().stream().map(R02_StrategiesInTownTest::withStages).toList();
        return town.withSignals(staged).until(1800);
    }

    /** Groups whose greens begin together are a stage. */
    private static SignalSystem withStages(SignalSystem plain) {
        Map<Integer, List<String>> byOnset = new TreeMap<>();
        for (SignalPlan.GroupGreen green : plain.plan().greens()) {
            byOnset.computeIfAbsent(green.onset(), o -> new ArrayList<>()).add(green.groupId());
        }
        List<Stage> stages = new ArrayList<>();
        byOnset.values()
                .forEach(g -> stages.add(new Stage(g.toString(), g, new StageTiming(6, 60))));
        return new SignalSystem(
                plain.id(), plain.groups(), stages, plain.intergreens(), 3, 0, plain.plan());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strategies")
    void townsStaySoundAndTheGuardHardlyStepsIn(SignalControllerProvider provider) {
        long corrected = 0;
        long decisions = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            Drive drive = drive(town(seed), provider, 1);
            corrected += drive.corrected();
            decisions += drive.decisions();
        }
        assertThat(decisions).as("decisions").isGreaterThan(1000);
        assertThat(corrected).as(provider.name()).isLessThanOrEqualTo(decisions / 500);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strategies")
    void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads(SignalControllerProvider provider) {
        TrafficCase town = town(3);
        Drive one = drive(town, provider, 1);
        Drive two = drive(town, provider, 2);
        assertThat(two.events().all()).isEqualTo(one.events().all());
        assertThat(two.result()).isEqualTo(one.result());
    }

    /** A lonely side road beside a road that is always full. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("strategies")
    void nobodyIsForgotten(SignalControllerProvider provider) {
        TrafficCase cross = Views.cross();
        cross = cross.withSignals(List.of(Views.system())).until(1500);
        List<Departure> all =
                new ArrayList<>(
                        new PoissonFlow(cross.route("N-in", "S-out"), 0, 1500, 0, 900)
                                .departures(1, 0));
        int lonely = all.size();
        all.add(Departure.of(lonely, 0, 100, cross.route("E-in", "W-out")));
        Drive drive = drive(cross.withDepartures(all), provider, 1);
        double crossed = drive.events().crossed(lonely, cross.link("E-in"));
        assertThat(crossed).as(provider.name()).isLessThan(100 + 15 + 150 + 30);
    }
}
