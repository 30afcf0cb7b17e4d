package org.chalaco.mobsim.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.signal.SignalPlan.GroupGreen;
import org.chalaco.mobsim.signal.SignalPlan.StageGreen;
import org.chalaco.mobsim.traffic.RandomStream;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: stages one after the other become greens of groups. */
class B02_SignalPlanTest {

    private static StageGreen stage(int green, int clearance, String... groups) {
        Stage stage = new Stage(String.join("", groups), List.of(groups), new StageTiming(1, 99));
        return new StageGreen(stage, green, clearance);
    }

    private static SignalPlan plan(StageGreen... stages) {
        return SignalPlan.ofStages("p", 0, Arrays.asList(stages));
    }

    @Test
    void twoStagesShareTheCycle() {
        SignalPlan plan = plan(stage(30, 5, "ns"), stage(20, 5, "ew"));

        assertThat(plan.cycle()).isEqualTo(60);
        assertThat(plan.greens())
                .containsExactly(new GroupGreen("ns", 0, 30), new GroupGreen("ew", 35, 55));
        assertThat(plan.green("ns")).isEqualTo(30);
        assertThat(plan.green("ew")).isEqualTo(20);
        assertThat(plan.green("nobody")).isZero();
    }

    @Test
    void aGroupInConsecutiveStagesStaysGreenThroughTheClearance() {
        SignalPlan plan =
                plan(
                        stage(20, 5, "north", "south"),
                        stage(10, 5, "north", "left"),
                        stage(15, 5, "ew"));

        assertThat(plan.greens())
                .contains(new GroupGreen("north", 0, 35), new GroupGreen("south", 0, 20))
                .contains(new GroupGreen("left", 25, 35), new GroupGreen("ew", 40, 55));
        assertThat(plan.green("north")).isEqualTo(35);
    }

    @Test
    void aGroupInTheLastAndFirstStageStaysGreenOverTheEndOfTheCycle() {
        SignalPlan plan = plan(stage(20, 5, "a", "b"), stage(10, 5, "c"), stage(15, 5, "a"));

        assertThat(plan.greens()).containsOnlyOnce(new GroupGreen("a", 40, 20));
        assertThat(plan.green("a")).isEqualTo(40);
        assertThat(plan.greens()).hasSize(3);
    }

    @Test
    void aGroupInStagesThatAreNotNeighboursIsGreenTwice() {
        SignalPlan plan =
                plan(
                        stage(10, 5, "bus", "a"),
                        stage(10, 5, "b"),
                        stage(10, 5, "bus"),
                        stage(5, 5, "c"));

        assertThat(plan.greens())
                .contains(new GroupGreen("bus", 0, 10), new GroupGreen("bus", 30, 40));
        assertThat(plan.green("bus")).isEqualTo(20);
    }

    @Test
    void aGroupInEveryStageIsAlwaysGreen() {
        SignalPlan plan = plan(stage(10, 5, "right", "a"), stage(10, 5, "right", "b"));

        assertThat(plan.green("right")).isEqualTo(30);
        SignalSystem system =
                SignalSystem.of("s", List.of(new SignalGroup("right", List.of())), plan("right"));
        FixedTimeController controller = new FixedTimeController(system);
        for (int t = 0; t < 30; t++) {
            assertThat(controller.aspect(0, t)).isEqualTo(Aspect.GREEN);
        }
    }

    private static SignalPlan plan(String group) {
        return plan(stage(10, 5, group), stage(10, 5, group));
    }

    @Test
    void aSingleStageEndsForItsClearance() {
        assertThat(plan(stage(40, 20, "a")).greens()).containsExactly(new GroupGreen("a", 0, 40));
        assertThat(plan(stage(60, 0, "a")).green("a")).isEqualTo(60);
    }

    @Test
    void theOffsetChangesNothingElse() {
        SignalPlan plan = plan(stage(30, 5, "ns"), stage(20, 5, "ew"));

        assertThat(plan.withOffset(-7).offset()).isEqualTo(-7);
        assertThat(plan.withOffset(-7).withOffset(0)).isEqualTo(plan);
    }

    @Test
    void greensOfRandomStagesAddUp() {
        RandomStream random = RandomStream.of(1, 0, "stages");
        for (int run = 0; run < 300; run++) {
            List<StageGreen> stages = new ArrayList<>();
            int count = 2 + random.nextInt(4);
            for (int k = 0; k < count; k++) {
                String[] own = {"only" + k, "g" + random.nextInt(3)};
                stages.add(stage(5 + random.nextInt(30), random.nextInt(8), own));
            }
            SignalPlan plan = SignalPlan.ofStages("p", 0, stages);
            FixedTimeController controller = controller(plan);
            for (int g = 0; g < 3; g++) {
                int seen = 0;
                for (int t = 0; t < plan.cycle(); t++) {
                    seen += controller.aspect(g, t) == Aspect.GREEN ? 1 : 0;
                }
                assertThat(plan.green("g" + g)).as("g%d in %s", g, stages).isEqualTo(seen);
                assertThat(seen).isGreaterThanOrEqualTo(sumOfStages(stages, "g" + g));
            }
        }
    }

    private static FixedTimeController controller(SignalPlan plan) {
        List<SignalGroup> groups = new ArrayList<>();
        for (String id : List.of("g0", "g1", "g2", "only0", "only1", "only2", "only3", "only4")) {
            groups.add(new SignalGroup(id, List.of()));
        }
        return new FixedTimeController(SignalSystem.of("s", groups, plan));
    }

    private static int sumOfStages(List<StageGreen> stages, String group) {
        return stages.stream()
                .filter(s -> s.stage().groupIds().contains(group))
                .mapToInt(StageGreen::green)
                .sum();
    }

    @Test
    void impossibleTimingsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage(0, 5, "a"))
                .withMessageContaining("(a)");
        assertThatIllegalArgumentException().isThrownBy(() -> stage(5, -1, "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> new StageTiming(10, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new SignalPlan("p", 0, 0, List.of()));
    }

    @Test
    void intergreensThatAreNotGivenAreNotNeeded() {
        IntergreenMatrix matrix = new IntergreenMatrix(Map.of("a", Map.of("b", 6)));

        assertThat(matrix.between("a", "b")).isEqualTo(6);
        assertThat(matrix.between("b", "a")).isZero();
        assertThat(IntergreenMatrix.NONE.between("a", "b")).isZero();
    }
}
