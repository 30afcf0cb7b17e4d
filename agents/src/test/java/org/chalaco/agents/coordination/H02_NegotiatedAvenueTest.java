package org.chalaco.agents.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chalaco.agents.coordination.NegotiationRecord.Outcome;
import org.chalaco.agents.runtime.ConversationListener;
import org.chalaco.agents.runtime.InProcessRuntime;
import org.chalaco.agents.runtime.MessageLoss;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.SignalControl;
import org.chalaco.mobsim.signal.SignalControllerProvider;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: intersections of an avenue agree on cycle, greens and offsets; what they
 * agree on is played without a green below its minimum or two conflicting ones together, costs
 * drivers less, and is the same every time.
 */
class H02_NegotiatedAvenueTest {

    private static final double END = 1800;
    private static final Map<String, Double> OFTEN = Map.of("every", 90.0, "shortest-cycle", 48.0);

    private static NegotiatedControl control(Avenue avenue, Map<String, Double> settings) {
        return Runs.control(avenue, InProcessRuntime.of(new Roles()), settings);
    }

    @Test
    void neighboursHaveOneCycleAndKeepTheirMinima() {
        Avenue avenue = new Avenue(5, 1);
        NegotiatedControl control = control(avenue, OFTEN);
        Runs.run(avenue, control, END, event -> {});

        Map<Double, TreeSet<Integer>> cycles = new TreeMap<>();
        for (Outcome outcome : control.record().outcomes()) {
            cycles.computeIfAbsent(outcome.time(), t -> new TreeSet<>())
                    .add(outcome.plan().cycle());
            assertThat(outcome.plan().greens()).allMatch(green -> green >= 8);
            int sum = outcome.plan().greens().stream().mapToInt(Integer::intValue).sum();
            assertThat(sum + 8).isEqualTo(outcome.plan().cycle());
        }
        assertThat(cycles.values()).allMatch(c -> c.size() == 1);
        assertThat(control.record().negotiations()).isEqualTo(19);
    }

    @Test
    void expectedDelayNeverRisesInANegotiation() {
        Avenue avenue = new Avenue(4, 3);
        NegotiatedControl control = control(avenue, OFTEN);
        Runs.run(avenue, control, END, event -> {});

        Map<Double, long[]> sums = new TreeMap<>();
        for (Outcome outcome : control.record().outcomes()) {
            long[] sum = sums.computeIfAbsent(outcome.time(), t -> new long[2]);
            sum[0] += outcome.plan().before();
            sum[1] += outcome.plan().delay();
        }
        assertThat(sums.values()).allMatch(sum -> sum[1] <= sum[0]);
        assertThat(sums.values()).anyMatch(sum -> sum[1] < sum[0]);
    }

    /** Watches greens as they are shown. */
    private static final class Greens {
        final Map<String, Double> since = new TreeMap<>();
        double shortest = Double.MAX_VALUE;
        int conflicting;
        int greens;

        void see(TrafficEvent event) {
            if (!(event instanceof TrafficEvent.SignalChange change)) {
                return;
            }
            String key = change.systemIndex() + " " + change.groupIndex();
            if (change.aspect() == Aspect.GREEN) {
                since.put(key, change.time());
                greens++;
                boolean main = change.groupIndex() < 2;
                for (int other = 0; other < 4; other++) {
                    boolean otherMain = other < 2;
                    if (main != otherMain
                            && since.containsKey(change.systemIndex() + " " + other)) {
                        conflicting++;
                    }
                }
            } else if (since.containsKey(key)) {
                shortest = Math.min(shortest, change.time() - since.remove(key));
            }
        }
    }

    @Test
    void goingFromPlanToPlanCutsNoMinimumGreenShort() {
        Avenue avenue = new Avenue(5, 2);
        // negotiated so often and by so noisy measurements that plans change all the time
        NegotiatedControl control =
                control(
                        avenue,
                        Map.of(
                                "every",
                                60.0,
                                "shortest-cycle",
                                40.0,
                                "smoothing",
                                100.0,
                                "threshold",
                                0.0));
        Greens greens = new Greens();
        Runs.run(avenue, control, END, greens::see);

        long plans = control.record().outcomes().stream().map(Outcome::plan).distinct().count();
        assertThat(plans).isGreaterThan(30);
        assertThat(greens.greens).isGreaterThan(500);
        assertThat(greens.shortest).isGreaterThanOrEqualTo(8);
        assertThat(greens.conflicting).isZero();
    }

    private static double delay(Avenue avenue, SignalControl control, long seed) {
        double[] seconds = {0};
        MicroSimulation run =
                MicroSimulation.on(avenue.network())
                        .signals(avenue.systems())
                        .demand(List.of(VehicleType.CAR), avenue.departures(600, 120, END, seed))
                        .parameters(
                                MobsimParameters.STANDARD
                                        .withTimes(0, END)
                                        .withSeed(seed)
                                        .withCheckMode(CheckMode.OFF))
                        .observe(
                                10,
                                view ->
                                        seconds[0] +=
                                                10.0
                                                        * (view.vehiclesOnRoad()
                                                                + view.vehiclesWaitingOutside()));
        if (control != null) {
            run.control(control);
        }
        RunResult result = run.run();
        return seconds[0] / result.departures();
    }

    @Test
    void driversArriveSoonerThanUnderPlansThatNobodyCoordinated() {
        double plans = 0;
        double negotiated = 0;
        for (long seed = 1; seed <= 3; seed++) {
            Avenue avenue = new Avenue(6, 1);
            plans += delay(avenue, null, seed);
            negotiated +=
                    delay(
                            avenue,
                            control(avenue, Map.of("every", 120.0, "shortest-cycle", 56.0)),
                            seed);
        }
        assertThat(negotiated).isLessThan(0.98 * plans);
    }

    @Test
    void theSameEveryTime() {
        List<TrafficEvent> first = new ArrayList<>();
        List<TrafficEvent> second = new ArrayList<>();
        Avenue avenue = new Avenue(4, 1);
        Runs.run(avenue, control(avenue, OFTEN), 600, first::add);
        Runs.run(avenue, control(avenue, OFTEN), 600, second::add);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void oneWhoKeepsNearATunedPlanStaysWithinItsBounds() {
        Avenue avenue = new Avenue(5, 1);
        NegotiationSettings settings =
                NegotiationSettings.of(
                        Map.of("every", 90.0, "offset-bound", 6.0, "green-bound", 3.0));
        NegotiatedControl control =
                new NegotiatedControl(
                        avenue.network(),
                        avenue.systems(),
                        settings,
                        NegotiatedControl.libraryOf(avenue.systems(), settings),
                        InProcessRuntime.of(new Roles()));
        Runs.run(avenue, control, END, event -> {});

        int moved = 0;
        for (Outcome outcome : control.record().outcomes()) {
            int column =
                    Integer.parseInt(outcome.system().substring(1, outcome.system().indexOf('x')));
            int away = Math.floorMod(outcome.plan().offset() - column * 37 % 60 + 30, 60) - 30;
            assertThat(outcome.plan().cycle()).isEqualTo(60);
            assertThat(Math.abs(away)).isLessThanOrEqualTo(6);
            assertThat(outcome.plan().greens()).allMatch(green -> green >= 23 && green <= 29);
            moved += away != 0 ? 1 : 0;
        }
        assertThat(moved).isPositive();
    }

    @Test
    void lostMessagesCostAgreementsButNeverSafety() {
        Avenue avenue = new Avenue(5, 2);
        Greens greens = new Greens();
        NegotiatedControl control =
                Runs.control(
                        avenue,
                        new InProcessRuntime(
                                new Roles(),
                                ConversationListener.NONE,
                                new MessageLoss(0.3, 0.2, 2, 11)),
                        OFTEN);
        RunResult result = Runs.run(avenue, control, END, greens::see);

        assertThat(control.record().lost()).isGreaterThan(100);
        assertThat(greens.shortest).isGreaterThanOrEqualTo(8);
        assertThat(greens.conflicting).isZero();
        assertThat(result.redLightsRun()).isZero();
    }

    @Test
    void bothKindsAreFoundByName() {
        assertThat(SignalControllerProvider.listAll().stream().map(SignalControllerProvider::name))
                .contains("negotiated", "negotiated-tuned", "actuated");
    }
}
