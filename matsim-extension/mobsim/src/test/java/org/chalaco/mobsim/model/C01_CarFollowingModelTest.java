package org.chalaco.mobsim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE UNDER TEST: how hard one driver accelerates: free road, equilibrium behind a leader,
 * approach, and what the three models promise each.
 */
class C01_CarFollowingModelTest {

    private static final double V0 = 15;
    private static final double T = 1.2;
    private static final double S0 = 2;
    private static final double A = 1.1;
    private static final double B = 1.6;

    private final Idm idm = new Idm();
    private final Iidm iidm = new Iidm();
    private final IdmPlus idmPlus = new IdmPlus();

    static Stream<CarFollowingModel> models() {
        return Stream.of(new Idm(), new Iidm(), new IdmPlus());
    }

    private static double acceleration(
            CarFollowingModel model, double v, double gap, double closing) {
        return model.acceleration(v, V0, gap, closing, new FollowingParameters(T, S0, A, B, 4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 5, 10, 14, 14.9})
    void idmEquilibriumGapIsTheClosedForm(double v) {
        double gap = (S0 + v * T) / Math.sqrt(1 - Math.pow(v / V0, 4));

        assertThat(acceleration(idm, v, gap, 0)).isCloseTo(0, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 5, 10, 14, 14.9})
    void iidmAndIdmPlusKeepTheTimeGapExactly(double v) {
        double gap = S0 + v * T;

        assertThat(acceleration(iidm, v, gap, 0)).isCloseTo(0, within(1e-12));
        assertThat(acceleration(idmPlus, v, gap, 0)).isCloseTo(0, within(1e-12));
        assertThat(acceleration(iidm, v, gap * 1.05, 0)).isPositive();
        assertThat(acceleration(idmPlus, v, gap * 1.05, 0)).isPositive();
        assertThat(acceleration(iidm, v, gap * 0.95, 0)).isNegative();
        assertThat(acceleration(idmPlus, v, gap * 0.95, 0)).isNegative();
    }

    @ParameterizedTest
    @MethodSource("models")
    void standsStillAtTheStandstillGap(CarFollowingModel model) {
        assertThat(acceleration(model, 0, S0, 0)).isCloseTo(0, within(1e-12));
        assertThat(acceleration(model, 0, S0 * 1.1, 0)).isPositive();
        assertThat(acceleration(model, 0, S0 * 0.9, 0)).isNegative();
    }

    @ParameterizedTest
    @MethodSource("models")
    void acceleratesFullyFromRestAndNotAtTheDesiredSpeed(CarFollowingModel model) {
        double alone = CarFollowingModel.NO_LEADER;

        assertThat(acceleration(model, 0, alone, 0)).isEqualTo(A);
        assertThat(acceleration(model, V0, alone, 0)).isCloseTo(0, within(1e-12));
        assertThat(acceleration(model, V0 / 2, alone, 0)).isCloseTo(A * 15 / 16, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aFarLeaderIsNoLeader(CarFollowingModel model) {
        for (double v = 0; v <= 14.5; v += 0.5) {
            assertThat(acceleration(model, v, 1e7, 0))
                    .as("at %s m/s", v)
                    .isCloseTo(
                            acceleration(model, v, CarFollowingModel.NO_LEADER, 0), within(1e-9));
        }
    }

    @Test
    void aboveTheDesiredSpeedOnlyIidmBrakesComfortably() {
        double alone = CarFollowingModel.NO_LEADER;

        for (double v = V0 + 0.1; v < 4 * V0; v += 0.5) {
            assertThat(acceleration(iidm, v, alone, 0)).as("at %s m/s", v).isBetween(-B, 0.0);
        }
        assertThat(acceleration(idm, 2 * V0, alone, 0)).isCloseTo(-15 * A, within(1e-9));
        assertThat(acceleration(idmPlus, 2 * V0, alone, 0)).isCloseTo(-15 * A, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aLargerGapNeverMeansLessAcceleration(CarFollowingModel model) {
        for (double v = 0; v <= 20; v += 1.25) {
            for (double closing = -5; closing <= 10; closing += 2.5) {
                double speed = v;
                double difference = closing;
                assertNeverFalls(
                        "gap", gap -> acceleration(model, speed, gap, difference), 0.1, 400);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void moreSpeedNeverMeansMoreAcceleration(CarFollowingModel model) {
        for (double gap : new double[] {0.5, 2, 5, 10, 20, 40, 80, 1000}) {
            for (double closing = -5; closing <= 10; closing += 2.5) {
                double difference = closing;
                // a leader who drives away faster lets a faster follower be bolder: only s0 and T
                // count there
                if (closing >= 0) {
                    assertNeverFalls("speed", v -> -acceleration(model, v, gap, difference), 0, 20);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void fasterApproachNeverMeansMoreAcceleration(CarFollowingModel model) {
        for (double gap : new double[] {0.5, 2, 5, 10, 20, 40, 80, 1000}) {
            for (double v = 0; v <= 20; v += 2) {
                double speed = v;
                assertNeverFalls(
                        "closing speed",
                        closing -> -acceleration(model, speed, gap, closing),
                        -10,
                        20);
            }
        }
    }

    private static void assertNeverFalls(
            String what, DoubleUnaryOperator f, double from, double to) {
        double before = f.applyAsDouble(from);
        for (int i = 1; i <= 400; i++) {
            double x = from + (to - from) * i / 400;
            double now = f.applyAsDouble(x);
            assertThat(now).as("at %s %s", what, x).isGreaterThanOrEqualTo(before - 1e-9);
            before = now;
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aMuchFasterLeaderIsNoReasonToBrake(CarFollowingModel model) {
        assertThat(new FollowingParameters(T, S0, A, B, 4).desiredGap(10, -50)).isEqualTo(S0);
        assertThat(acceleration(model, 10, 3, -50)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("models")
    void staysFiniteBumperToBumperAndBeyond(CarFollowingModel model) {
        for (double gap : new double[] {1, 0.1, 0, -0.5, -10}) {
            assertThat(acceleration(model, 10, gap, 5)).isFinite().isNegative();
        }
        assertThat(acceleration(model, 10, -10, 5)).isEqualTo(acceleration(model, 10, 0.1, 5));
    }

    @Test
    void iidmIsContinuousWhereItsCasesMeet() {
        for (double v : new double[] {0.5, 5, 10, 14.999}) {
            double gap = S0 + v * T;
            assertThat(acceleration(iidm, v, gap * (1 + 1e-9), 0))
                    .as("z = 1 at %s m/s", v)
                    .isCloseTo(acceleration(iidm, v, gap * (1 - 1e-9), 0), within(1e-6));
        }
        for (double gap : new double[] {5, 15, 20.1, 40, 200}) {
            assertThat(acceleration(iidm, V0 - 1e-9, gap, 0))
                    .as("v = v0 at %s m", gap)
                    .isCloseTo(acceleration(iidm, V0 + 1e-9, gap, 0), within(1e-6));
        }
    }

    @Test
    void theOrderOfTheModelsIsTheOrderOfTheirFormulas() {
        // in the interior IDM subtracts both terms, IDM+ takes the stricter one, IIDM smooths that
        for (double v = 0.5; v < V0; v += 0.5) {
            for (double gap = 3; gap < 200; gap *= 1.3) {
                double strict = acceleration(idm, v, gap, 0);
                double smooth = acceleration(iidm, v, gap, 0);
                double bold = acceleration(idmPlus, v, gap, 0);
                assertThat(strict).isLessThanOrEqualTo(smooth + 1e-9);
                assertThat(smooth).isLessThanOrEqualTo(bold + 1e-9);
            }
        }
    }

    @Test
    void exponentsOtherThanFourWork() {
        double a =
                idm.acceleration(
                        9,
                        V0,
                        CarFollowingModel.NO_LEADER,
                        0,
                        new FollowingParameters(T, S0, A, B, 2.5));

        assertThat(a).isCloseTo(A * (1 - Math.pow(9 / V0, 2.5)), within(1e-9));
    }
}
