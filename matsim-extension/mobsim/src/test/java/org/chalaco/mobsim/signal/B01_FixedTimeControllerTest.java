package org.chalaco.mobsim.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE UNDER TEST: what a fixed-time plan shows at every moment. A drawn line is one cycle, one
 * letter a second: G green, A amber, . red, r red with amber.
 */
class B01_FixedTimeControllerTest {

    private static final List<SignalGroup> GROUPS =
            List.of(new SignalGroup("a", List.of()), new SignalGroup("b", List.of()));

    private static FixedTimeController controller(
            int cycle, int offset, int amber, int redAmber, SignalPlan.GroupGreen... greens) {
        return new FixedTimeController(
                new SignalSystem(
                        "s",
                        GROUPS,
                        List.of(),
                        IntergreenMatrix.NONE,
                        amber,
                        redAmber,
                        new SignalPlan("p", cycle, offset, Arrays.asList(greens))));
    }

    private static SignalPlan.GroupGreen green(int onset, int dropping) {
        return new SignalPlan.GroupGreen("a", onset, dropping);
    }

    private static String drawn(FixedTimeController controller, double from, int seconds) {
        StringBuilder line = new StringBuilder();
        for (int s = 0; s < seconds; s++) {
            line.append(
                    switch (controller.aspect(0, from + s)) {
                        case GREEN -> 'G';
                        case AMBER -> 'A';
                        case RED -> '.';
                        case RED_AMBER -> 'r';
                        case FLASHING_AMBER -> 'f';
                        case OFF -> 'o';
                    });
        }
        return line.toString();
    }

    @Test
    void greenRunsFromOnsetToDroppingThenAmberThenRed() {
        assertThat(drawn(controller(20, 0, 3, 0, green(5, 12)), 0, 20))
                .isEqualTo(".....GGGGGGGAAA.....");
    }

    @Test
    void redAmberComesBeforeTheOnset() {
        assertThat(drawn(controller(20, 0, 3, 2, green(5, 12)), 0, 20))
                .isEqualTo("...rrGGGGGGGAAA.....");
        assertThat(drawn(controller(20, 0, 3, 2, green(1, 12)), 0, 20))
                .isEqualTo("rGGGGGGGGGGGAAA....r");
    }

    @Test
    void greenAndAmberRunOverTheEndOfTheCycle() {
        assertThat(drawn(controller(20, 0, 3, 0, green(15, 3)), 0, 20))
                .isEqualTo("GGGAAA.........GGGGG");
        assertThat(drawn(controller(20, 0, 3, 0, green(12, 19)), 0, 20))
                .isEqualTo("AA..........GGGGGGGA");
        assertThat(drawn(controller(20, 0, 3, 0, green(12, 20)), 0, 20))
                .isEqualTo("AAA.........GGGGGGGG");
    }

    @Test
    void severalGreensInOneCycle() {
        assertThat(drawn(controller(20, 0, 2, 1, green(2, 5), green(10, 15)), 0, 20))
                .isEqualTo(".rGGGAA..rGGGGGAA...");
    }

    @Test
    void aGreenThatFollowsAtOnceLeavesNoRoomForAmber() {
        assertThat(drawn(controller(20, 0, 3, 2, green(2, 5), green(6, 9)), 0, 20))
                .isEqualTo("rrGGGAGGGAAA........");
    }

    @Test
    void equalOnsetAndDroppingIsGreenAllTheTimeAndNoGreenIsRed() {
        assertThat(drawn(controller(10, 0, 3, 0, green(4, 4)), 0, 10)).isEqualTo("GGGGGGGGGG");
        assertThat(drawn(controller(10, 0, 3, 2), 0, 10)).isEqualTo("..........");
    }

    @ParameterizedTest
    @ValueSource(ints = {7, -13, 27, -33, 2007, -1993})
    void theOffsetShiftsThePlanToLaterForEveryCycle(int offset) {
        String line = "GGGGGAAA..................................".substring(0, 20);
        FixedTimeController shifted = controller(20, offset, 3, 0, green(0, 5));

        assertThat(drawn(shifted, 7, 20)).isEqualTo(line);
        assertThat(drawn(shifted, 7 + 20 * 1000, 20)).isEqualTo(line);
    }

    @Test
    void changesInTheVeryMomentAndBetweenWholeSeconds() {
        FixedTimeController controller = controller(60, 10, 3, 0, green(0, 30));

        assertThat(controller.aspect(0, 9.999)).isEqualTo(Aspect.RED);
        assertThat(controller.aspect(0, 10)).isEqualTo(Aspect.GREEN);
        assertThat(controller.aspect(0, 39.999)).isEqualTo(Aspect.GREEN);
        assertThat(controller.aspect(0, 40)).isEqualTo(Aspect.AMBER);
        assertThat(controller.aspect(0, 42.5)).isEqualTo(Aspect.AMBER);
        assertThat(controller.aspect(0, 43)).isEqualTo(Aspect.RED);
        assertThat(controller.aspect(0, 8 * 3600 + 10)).isEqualTo(Aspect.GREEN);
    }

    @Test
    void everyCycleIsTheSameAllDay() {
        FixedTimeController controller = controller(90, -17, 3, 1, green(80, 31));
        String first = drawn(controller, 0, 90);

        for (int cycle = 1; cycle < 960; cycle++) {
            assertThat(drawn(controller, 90 * cycle, 90)).isEqualTo(first);
        }
    }

    @Test
    void groupsThatAreNotInThePlanStayRed() {
        FixedTimeController controller = controller(10, 0, 3, 0, green(0, 5));

        for (int t = 0; t < 10; t++) {
            assertThat(controller.aspect(1, t)).isEqualTo(Aspect.RED);
        }
    }

    @Test
    void plansForOtherSystemsAreRefusedWithAWayOut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> controller(10, 0, 3, 0, new SignalPlan.GroupGreen("north", 0, 5)))
                .withMessageContaining("north")
                .withMessageContaining("Maybe");
    }
}
