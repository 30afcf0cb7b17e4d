package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.MobsimSession;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.signal.ActuatedController;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.FixedTimeController;
import org.chalaco.mobsim.signal.IntergreenMatrix;
import org.chalaco.mobsim.signal.Intersection;
import org.chalaco.mobsim.signal.SignalController;
import org.chalaco.mobsim.signal.SignalControllerProvider;
import org.chalaco.mobsim.signal.SignalLimits;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalPlan.GroupGreen;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.SignalView;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.mobsim.signal.StageDecision;
import org.chalaco.mobsim.signal.StageTiming;
import org.chalaco.mobsim.testkit.CrossJunction;
import org.chalaco.mobsim.testkit.EventLog;
import org.chalaco.mobsim.testkit.SignalHistory;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.PoissonFlow;
import org.chalaco.mobsim.traffic.RandomStream;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: what signals show can be said from outside, switched to another plan or left
 * to a controller, and whatever these want, minimum greens, ambers and intergreens are kept and
 * conflicting groups are never green together.
 *
 * <p>The road: a cross of four arms; north and south are green together, east and west too.
 */
class B10_SignalControlTest {

    private static final int NORTH = 0;
    private static final int EAST = 1;
    private static final double END = 900;

    private static TrafficCase cross() {
        TrafficCase cross = CrossJunction.of("N", "E", "S", "W").signals(26, 4, "N S", "E W");
        SignalSystem plain = cross.signals().get(0);
        SignalSystem system =
                new SignalSystem(
                        plain.id(),
                        plain.groups(),
                        List.of(stage("N S"), stage("E W")),
                        IntergreenMatrix.NONE,
                        3,
                        0,
                        plain.plan());
        return cross.withSignals(List.of(system)).until(END);
    }

    private static Stage stage(String arms) {
        return new Stage(arms, List.of(arms.split(" ")), new StageTiming(8, 60));
    }

    private static TrafficCase busy(int northSouth, int eastWest) {
        TrafficCase cross = cross();
        List<Departure> all =
                new java.util.ArrayList<>(
                        new PoissonFlow(cross.route("N-in", "S-out"), 0, northSouth, 0, 600)
                                .departures(1, 0));
        all.addAll(
                new PoissonFlow(cross.route("E-in", "W-out"), 0, eastWest, 0, 600)
                        .departures(2, all.size()));
        return cross.withDepartures(all);
    }

    // ------------------------------------------------------------ from outside

    @Test
    void anOutsiderShowsWhatItWantsFromTheNextStepOn() {
        TrafficCase road = cross().depart(0, "E-in", "W-out");
        EventLog events = new EventLog();
        try (MobsimSession session = road.simulation().events(events).start()) {
            session.advance(5);
            int box = session.signals().findSystem("box");
            int north = session.signals().findGroup(box, "N");
            session.signals().show(box, north, Aspect.RED);
            session.signals().show(box, session.signals().findGroup(box, "S"), Aspect.RED);
            session.advance(100);
            assertThat(session.signals().aspect(box, north)).isEqualTo(Aspect.RED);
            assertThat(session.findVehicle(0)).isPresent(); // the plan would have let it go
            session.signals().show(box, session.signals().findGroup(box, "E"), Aspect.GREEN);
            session.advance(150);
            assertThat(session.findVehicle(0)).isEmpty();
        }
        assertThat(events.of(TrafficEvent.SignalChange.class))
                .extracting(TrafficEvent::time)
                .containsOnly(0.0, 5.0, 100.0);
        assertThat(events.crossed(0, road.link("E-in"))).isBetween(100.0, 106.0);
    }

    @Test
    void conflictingGreensOfAnOutsiderAreToldOnRequestAndStopNobody() {
        TrafficCase road = cross();
        assertThat(road.parameters().checkMode()).isNotEqualTo(CheckMode.OFF);
        try (MobsimSession session = road.simulation().start()) {
            session.advance(1);
            assertThat(session.signals().conflictingGreens()).isEmpty();
            session.signals().show(0, EAST, Aspect.GREEN);
            session.advance(2);
            assertThat(session.signals().conflictingGreens())
                    .containsExactly(
                            "(N) of system (box) and (E) of system (box)",
                            "(E) of system (box) and (S) of system (box)");
        }
    }

    // ------------------------------------------------------------ another plan

    private static SignalPlan plan(int cycle, int offset, int firstGreen) {
        return new SignalPlan(
                "other",
                cycle,
                offset,
                List.of(
                        new GroupGreen("N", 0, firstGreen),
                        new GroupGreen("S", 0, firstGreen),
                        new GroupGreen("E", firstGreen + 5, cycle - 5),
                        new GroupGreen("W", firstGreen + 5, cycle - 5)));
    }

    @Test
    void anotherPlanIsReachedWithoutCuttingAMinimumGreen() {
        for (int k = 60; k < 120; k++) {
            int moment = k;
            int offset = 7 * moment;
            SignalPlan other = plan(50 + moment % 20, offset, 12 + moment % 9);
            TrafficCase road = cross().until(500);
            EventLog events = new EventLog();
            try (MobsimSession session = road.simulation().events(events).start()) {
                session.advance(moment);
                session.signals().play(0, other);
                session.advance(500);
            }
            SignalHistory history = SignalHistory.of(events, 0, 4, 500);
            assertThat(history.ended(Aspect.GREEN, 500))
                    .allSatisfy(
                            s ->
                                    assertThat(s.seconds())
                                            .as("switch at %d s, %s", moment, s)
                                            .isGreaterThanOrEqualTo(8));
            assertThat(history.ended(Aspect.AMBER, 500))
                    .allSatisfy(s -> assertThat(s.seconds()).isEqualTo(3));
            assertThat(history.leastIntergreen(NORTH, EAST)).isGreaterThanOrEqualTo(4);
            assertThat(history.leastIntergreen(EAST, NORTH)).isGreaterThanOrEqualTo(4);
            playsFrom(road, other, history, moment + 2.0 * other.cycle());
        }
    }

    private static void playsFrom(
            TrafficCase road, SignalPlan other, SignalHistory history, double from) {
        FixedTimeController alone = new FixedTimeController(road.signals().get(0).withPlan(other));
        for (SignalHistory.Shown shown : history.all(Aspect.GREEN)) {
            for (double t = Math.max(from, shown.from()); t < shown.until(); t += 0.5) {
                assertThat(alone.aspect(shown.group(), t)).as("%s s", t).isEqualTo(Aspect.GREEN);
            }
        }
        assertThat(history.all(Aspect.GREEN)).anyMatch(s -> s.from() > from);
    }

    @Test
    void aPlanWithRedAmberIsReachedToo() {
        TrafficCase plain = cross();
        SignalSystem s = plain.signals().get(0);
        SignalSystem german =
                new SignalSystem(s.id(), s.groups(), s.stages(), s.intergreens(), 3, 1, s.plan());
        TrafficCase road = plain.withSignals(List.of(german)).until(400);
        EventLog events = new EventLog();
        try (MobsimSession session = road.simulation().events(events).start()) {
            session.advance(77);
            session.signals().play(0, plan(60, 21, 20));
            session.advance(400);
        }
        SignalHistory history = SignalHistory.of(events, 0, 4, 400);
        playsFrom(road, plan(60, 21, 20), history, 77 + 2 * 60);
        assertThat(history.ended(Aspect.RED_AMBER, 400))
                .isNotEmpty()
                .allSatisfy(shown -> assertThat(shown.seconds()).isEqualTo(1));
    }

    // ------------------------------------------------------------ a controller

    private static TrafficCase.Outcome run(TrafficCase road, SignalController controller) {
        EventLog events = new EventLog();
        RunResult result = road.simulation().control(0, controller).events(events).run();
        return new TrafficCase.Outcome(result, events, null);
    }

    @Test
    void theGuardKeepsAWildControllerLawful() {
        for (long seed = 1; seed <= 10; seed++) {
            RandomStream random = RandomStream.of(seed, 0, "wild");
            TrafficCase road = busy(500, 300);
            EventLog events = run(road, view -> StageDecision.switchTo(random.nextInt(3))).events();
            SignalHistory history = SignalHistory.of(events, 0, 4, END);
            double last = events.all().get(events.all().size() - 1).time();
            assertThat(history.ended(Aspect.GREEN, last))
                    .hasSizeGreaterThan(20)
                    .allSatisfy(s -> assertThat(s.seconds()).isGreaterThanOrEqualTo(8));
            assertThat(history.leastIntergreen(NORTH, EAST)).isGreaterThanOrEqualTo(5);
            assertThat(history.leastIntergreen(EAST, NORTH)).isGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void theIntergreenMatrixIsKept() {
        TrafficCase plain = busy(500, 300);
        SignalSystem s = plain.signals().get(0);
        IntergreenMatrix slow = new IntergreenMatrix(Map.of("N", Map.of("E", 9)));
        SignalSystem system =
                new SignalSystem(s.id(), s.groups(), s.stages(), slow, 3, 0, s.plan());
        TrafficCase road = plain.withSignals(List.of(system));
        EventLog events = run(road, view -> StageDecision.switchTo(1 - view.stage())).events();
        SignalHistory history = SignalHistory.of(events, 0, 4, END);

        assertThat(history.leastIntergreen(NORTH, EAST)).isEqualTo(9);
        assertThat(history.leastIntergreen(EAST, NORTH)).isEqualTo(5);
    }

    /** Longest green of north and south while the controller never wants to leave it, s. */
    private static double longestHold(int maxGreen, int maximumRed) {
        TrafficCase plain = busy(500, 100);
        SignalSystem s = plain.signals().get(0);
        List<Stage> stages =
                List.of(
                        new Stage("N S", List.of("N", "S"), new StageTiming(8, maxGreen)),
                        new Stage("E W", List.of("E", "W"), new StageTiming(8, maxGreen)));
        SignalSystem system =
                new SignalSystem(s.id(), s.groups(), stages, s.intergreens(), 3, 0, s.plan());
        SignalController stubborn =
                view -> view.stage() == 0 ? StageDecision.HOLD : StageDecision.switchTo(0);
        EventLog events = new EventLog();
        TrafficCase road = plain.withSignals(List.of(system));
        try (MobsimSession session = road.simulation().events(events).start()) {
            session.signals().control(0, stubborn, new SignalLimits(5, 2, maximumRed));
            session.advance(END);
            assertThat(session.signals().decisionsCorrected(0)).isPositive();
        }
        // the first begins before anybody has come, the last when nobody comes any more
        return SignalHistory.of(events, 0, 4, END).ended(Aspect.GREEN, END).stream()
                .filter(shown -> shown.group() == NORTH && shown.from() > 0)
                .mapToDouble(SignalHistory.Shown::seconds)
                .max()
                .orElseThrow();
    }

    @Test
    void whoWaitsTooLongIsServedWhateverTheControllerWants() {
        // somebody comes within a minute, waits that long, and the minimum green is over then
        assertThat(longestHold(900, 40)).isBetween(40.0, 40 + 150.0);
        assertThat(longestHold(900, 300)).isGreaterThan(250);
    }

    @Test
    void aStageEndsAfterItsLongestGreenWhenSomebodyWaitsElsewhere() {
        assertThat(longestHold(30, 800)).isBetween(30.0, 30 + 150.0);
    }

    @Test
    void aControllerIsAskedOncePerSecondWithAFrozenView() {
        TrafficCase road = busy(400, 200).until(60);
        road = road.withParameters(road.parameters().withStepMillis(400));
        List<SignalView> views = new java.util.ArrayList<>();
        run(
                road,
                view -> {
                    views.add(view);
                    return StageDecision.HOLD;
                });

        assertThat(views).hasSize(60);
        assertThat(views.get(0).groups()).hasSize(4);
        assertThat(views.get(0).approaches()).hasSize(4);
        SignalView late = views.get(59);
        assertThat(late.time()).isBetween(59.0, 59.9);
        SignalView.Group east = late.groups().get(EAST);
        assertThat(east.aspect()).isEqualTo(Aspect.RED);
        assertThat(east.vehicles()).isPositive().isGreaterThanOrEqualTo(east.queue());
        SignalView.Approach north =
                late.approaches().stream()
                        .filter(a -> a.linkId().equals("N-in"))
                        .findFirst()
                        .orElseThrow();
        assertThat(north.passed()).isPositive();
        assertThat(north.movements())
                .filteredOn(m -> m.toLinkId().equals("S-out"))
                .singleElement()
                .satisfies(m -> assertThat(m.group()).isEqualTo("N"))
                .satisfies(m -> assertThat(m.downstreamLength()).isBetween(180.0, 200.0))
                .satisfies(m -> assertThat(m.vehicles()).isEqualTo(north.vehicles()));
    }

    @Test
    void theActuatedControllerIsFoundAndSavesDelayWhereDemandIsUneven() {
        SignalControllerProvider provider =
                SignalControllerProvider.listAll().stream()
                        .filter(p -> p.name().equals("actuated"))
                        .findFirst()
                        .orElseThrow();
        TrafficCase road = busy(700, 60);
        SignalController actuated =
                provider.create(
                        new Intersection(road.network(), road.signals().get(0)), Map.of(), 1);
        TrafficCase.Outcome fixed = road.run();
        TrafficCase.Outcome adaptive = run(road, actuated);

        assertThat(adaptive.result().arrived()).isEqualTo(road.departures().size());
        assertThat(meanTrip(road, adaptive)).isLessThan(0.8 * meanTrip(road, fixed));
    }

    private static double meanTrip(TrafficCase road, TrafficCase.Outcome run) {
        return road.departures().stream()
                .mapToDouble(d -> run.events().arrived(d.vehicleIndex()) - d.time())
                .average()
                .orElseThrow();
    }

    @Test
    void wrongParametersAreNamedAllAtOnce() {
        SignalControllerProvider provider = new ActuatedController.Provider();
        Intersection intersection = new Intersection(cross().network(), cross().signals().get(0));

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> provider.create(intersection, Map.of("gap", 99.0, "gop", 3.0), 1))
                .withMessageContaining("(99.0), not between (1.0) and (8.0)")
                .withMessageContaining("no parameter (gop)");
    }

    @Test
    void aStageWithConflictingGroupsIsRefused() {
        SignalSystem s = cross().signals().get(0);
        SignalSystem bad =
                new SignalSystem(
                        s.id(),
                        s.groups(),
                        List.of(stage("N S"), stage("N E")),
                        s.intergreens(),
                        3,
                        0,
                        s.plan());

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(
                        () ->
                                cross().withSignals(List.of(bad))
                                        .simulation()
                                        .control(0, view -> StageDecision.HOLD)
                                        .start())
                .withMessageContaining("which conflict");
    }

    @Test
    void aControlledRunGivesTheSameBitsOnTwoThreads() {
        TrafficCase road = busy(600, 400);
        SignalSystem system = road.signals().get(0);
        String one = run(road, new ActuatedController(system, 3, 40)).events().hash();
        TrafficCase two = road.withParameters(road.parameters().withThreads(2));

        assertThat(run(two, new ActuatedController(system, 3, 40)).events().hash()).isEqualTo(one);
    }
}
