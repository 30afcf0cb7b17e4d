package org.chalaco.tuning.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.IntergreenMatrix;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalPlan.GroupGreen;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.mobsim.signal.StageTiming;
import org.chalaco.tuning.problem.TunedIntersection.Placement;
import org.chalaco.tuning.testkit.Arterial;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: stages, clearances and minima are found in plans that only say greens. */
class K03_StagesInPlansTest {

    private static final RoadNetwork CROSS =
            RoadNetwork.builder()
                    .junction(Junction.priority("c", 0, 0))
                    .junction(Junction.priority("n", 0, 200))
                    .junction(Junction.priority("e", 200, 0))
                    .junction(Junction.priority("s", 0, -200))
                    .junction(Junction.priority("w", -200, 0))
                    .link(Link.of("ni", "n", "c", 200, 1, 14))
                    .link(Link.of("ei", "e", "c", 200, 1, 14))
                    .link(Link.of("si", "s", "c", 200, 1, 14))
                    .link(Link.of("wi", "w", "c", 200, 1, 14))
                    .link(Link.of("no", "c", "n", 200, 1, 14))
                    .link(Link.of("eo", "c", "e", 200, 1, 14))
                    .link(Link.of("so", "c", "s", 200, 1, 14))
                    .link(Link.of("wo", "c", "w", 200, 1, 14))
                    .build();

    private static SignalSystem system(int cycle, int offset, GroupGreen... greens) {
        List<SignalGroup> groups =
                List.of("ni", "ei", "si", "wi").stream()
                        .map(id -> new SignalGroup(id, List.of(SignalHead.ofLink(id))))
                        .toList();
        return SignalSystem.of("c", groups, new SignalPlan("1", cycle, offset, List.of(greens)));
    }

    private static GroupGreen green(String group, int onset, int dropping) {
        return new GroupGreen(group, onset, dropping);
    }

    private static TunedIntersection found(SignalSystem system) {
        return TunedIntersection.of(system, CROSS, TimingRules.STANDARD, Placement.FIXED);
    }

    @Test
    void twoStages() {
        TunedIntersection found =
                found(
                        system(
                                90,
                                20,
                                green("ni", 10, 40),
                                green("si", 10, 40),
                                green("ei", 46, 4),
                                green("wi", 46, 4)));
        assertThat(found.stages().stages())
                .extracting(Stage::groupIds)
                .containsExactlyInAnyOrder(List.of("ni", "si"), List.of("ei", "wi"));
        assertThat(found.exact()).isTrue();
        assertThat(found.presentPlan().cycle()).isEqualTo(90);
        assertThat(found.presentGreens()).containsExactlyInAnyOrder(30, 48);
        int first = found.stages().stages().get(0).groupIds().contains("ni") ? 10 : 46;
        assertThat(found.presentOffset()).isEqualTo(20 + first);
        assertThat(found.stages().clearances(new int[] {0, 1})).containsExactlyInAnyOrder(6, 6);
    }

    @Test
    void aGroupThatStaysGreenMakesTheChangeNoStage() {
        // N leads with its left turn, then N and S, then E and W: N holds from 0 to 50.
        TunedIntersection found =
                found(
                        system(
                                100,
                                0,
                                green("ni", 0, 50),
                                green("ei", 0, 20),
                                green("si", 25, 50),
                                green("wi", 56, 94)));
        assertThat(found.stages().stages())
                .extracting(Stage::groupIds)
                .containsExactly(List.of("ni", "ei"), List.of("ni", "si"), List.of("wi"));
        assertThat(found.presentGreens()).containsExactly(20, 25, 38);
        assertThat(found.stages().clearances(new int[] {0, 1, 2})).containsExactly(5, 6, 6);
        assertThat(found.exact()).isTrue();
        assertThat(found.stages().orderCount()).isEqualTo(2);
        assertThat(found.stages().order(1)).containsExactly(0, 2, 1);
    }

    @Test
    void aLongAllRedIsKeptForThoseWhomNobodySees() {
        TunedIntersection found = found(system(90, 0, green("ni", 0, 53), green("si", 0, 53)));
        StageSequence stages = found.stages();
        assertThat(stages.size()).isEqualTo(2);
        assertThat(stages.isReserved(1)).isTrue();
        assertThat(found.exact()).isTrue();
        // 34 of 90 s after 3 s of amber; at 45 s half of it, not less than its share
        assertThat(stages.leastGreens(90)[1]).isEqualTo(34);
        assertThat(stages.leastGreens(120)[1]).isEqualTo(46);
        assertThat(stages.mostGreens(120)[1]).isEqualTo(46);
    }

    @Test
    void pedestriansNeedTheirTime() {
        TunedIntersection found =
                found(
                        system(
                                60,
                                0,
                                green("ni", 0, 25),
                                green("si", 0, 25),
                                green("ei", 30, 55),
                                green("wi", 30, 55)));
        // One lane in, one out, 3.2 m each at 1.2 m/s after 7 s: 12.3 s
        assertThat(found.stages().leastGreens(60)).containsExactly(13, 13);
        assertThat(found.crossings())
                .hasSize(4)
                .allSatisfy(c -> assertThat(c.seconds()).isEqualTo(13));
        PedestrianCrossing north = found.crossings().get(1);
        assertThat(north.linkId()).isEqualTo("ni");
        // N and S are red for 35 s, 32 of them after amber; to start, 32 - 13 + 1 = 20 s
        assertThat(found.longestRed(north, found.system().plan())).isEqualTo(32);
        assertThat(north.meanDelay(60, 32)).isEqualTo(40.0 * 40 / 120);
    }

    @Test
    void intergreensAreKeptOverAShortStageToo() {
        StageTiming short5 = new StageTiming(5, 60);
        StageSequence stages =
                new StageSequence(
                        List.of(
                                new Stage("a", List.of("a"), short5),
                                new Stage("b", List.of("b"), short5),
                                new Stage("c", List.of("c"), short5)),
                        new int[][] {{0, 4, 4}, {4, 0, 4}, {4, 4, 0}},
                        new int[][] {{0, 4, 20}, {4, 0, 4}, {4, 4, 0}},
                        new double[3]);
        // a ends, b takes at least 4 + 5 + 4 = 13 s, but c may start only 20 s after a
        assertThat(stages.clearances(new int[] {0, 1, 2})).containsExactly(4, 11, 4);
        assertThat(stages.clearances(new int[] {0, 2, 1})).containsExactly(4, 4, 4);
        assertThat(stages.shortestCycle(new int[] {0, 1, 2})).isEqualTo(34);
    }

    @Test
    void neighboursWithOneCycleAreAZone() {
        assertThat(new Arterial(4, 300).problem(300).build().zones()).containsExactly(0, 0, 0, 0);
        assertThat(new Arterial(3, 900).problem(300).build().zones()).containsExactly(0, 1, 2);
    }

    @Test
    void whatIsWrongIsNamedAtOnce() {
        SignalSystem unknown = system(90, 0, green("ni", 0, 40), green("xx", 45, 85));
        Stage strict = new Stage("1", List.of("ni", "si"), new StageTiming(50, 90));
        SignalSystem base =
                system(90, 0, green("ni", 0, 40), green("si", 0, 40), green("ei", 45, 85));
        SignalSystem below =
                new SignalSystem(
                        "d",
                        base.groups(),
                        List.of(strict),
                        new IntergreenMatrix(Map.of()),
                        3,
                        0,
                        base.plan());
        TuningProblem.Builder builder =
                TuningProblem.on(CROSS)
                        .signals(List.of(unknown, below))
                        .demand(new Arterial(1, 300).demand(1, 1, 1, 0, 1))
                        .window(new EvaluationWindow(0, 0, 60));
        assertThatThrownBy(builder::build)
                .isInstanceOfSatisfying(
                        InvalidTuningException.class,
                        e ->
                                assertThat(e.problems())
                                        .hasSize(2)
                                        .anySatisfy(
                                                p ->
                                                        assertThat(p)
                                                                .startsWith("CH-TUN-002")
                                                                .contains("(c)", "[xx]", "Maybe"))
                                        .anySatisfy(
                                                p ->
                                                        assertThat(p)
                                                                .startsWith("CH-TUN-001")
                                                                .contains(
                                                                        "(40 s)", "(50 s)",
                                                                        "(d)")));
    }

    @Test
    void impossibleCyclesAreNamed() {
        TuningProblem.Builder builder =
                new Arterial(2, 300).problem(300).rules(TimingRules.STANDARD.withCycles(20, 25));
        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidTuningException.class)
                .hasMessageContaining("CH-TUN-003")
                .hasMessageContaining("(20 to 25 s)")
                .hasMessageContaining("(J1)")
                .hasMessageContaining("(26 s)");
        assertThatThrownBy(
                        () ->
                                TuningProblem.on(CROSS)
                                        .demand(new Arterial(1, 300).demand(1, 1, 1, 0, 1))
                                        .window(new EvaluationWindow(0, 0, 60))
                                        .build())
                .hasMessageContaining("CH-TUN-004");
    }
}
