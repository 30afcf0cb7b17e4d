package org.chalaco.mobsim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.chalaco.mobsim.traffic.RandomStream;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: powers that have the same bits everywhere and are right to ten digits.
 *
 * <p>Remark on speed, measured once on a 2-core virtual machine with JDK 17: 32 ns a call, {@code
 * StrictMath.pow} 85 ns, {@code Math.pow} 17 ns; speed is for the benchmarks, so nothing here
 * depends on it.
 */
class C02_PowerTest {

    private static final double PROMISED = 1e-10;

    private static double relativeError(double x, double y) {
        double exact = StrictMath.pow(x, y);
        return Math.abs(Power.of(x, y) - exact) / exact;
    }

    @Test
    void isRightAllOverItsDomain() {
        RandomStream random = RandomStream.of(1, 0, "powers");
        double worst = 0;
        for (int i = 0; i < 200_000; i++) {
            double x = StrictMath.pow(10, 6 * random.nextDouble() - 3);
            worst = Math.max(worst, relativeError(x, 100 * random.nextDouble()));
        }
        assertThat(worst).isBetween(1e-16, PROMISED);
    }

    @Test
    void isRightWhereTheSeriesAreLongest() {
        double worst = 0;
        for (int k = -9; k <= 9; k++) {
            for (double nearSqrt2 = 1.40; nearSqrt2 < 1.43; nearSqrt2 += 1e-5) {
                worst = Math.max(worst, relativeError(Math.scalb(nearSqrt2, k), 100));
                worst = Math.max(worst, relativeError(Math.scalb(nearSqrt2, k), 99.6));
            }
        }
        assertThat(worst).isBetween(1e-16, PROMISED);
    }

    @Test
    void easyPowersAreExactEnoughToTheLastDigits() {
        assertThat(Power.of(1, 37.5)).isEqualTo(1);
        assertThat(Power.of(0.123, 0)).isEqualTo(1);
        assertThat(Power.of(2, 10)).isEqualTo(1024);
        assertThat(Power.of(0.5, 3)).isEqualTo(0.125);
        assertThat(Power.of(0.9, 1)).isCloseTo(0.9, within(1e-11));
    }

    @Test
    void vanishesInsteadOfUnderflowing() {
        assertThat(Power.of(1e-4, 100)).isZero();
        assertThat(Power.of(1e-2, 100)).isCloseTo(1e-200, within(1e-210));
        assertThat(Power.of(Double.MIN_NORMAL, 1)).isZero();
        assertThat(Power.of(Double.MIN_NORMAL, 0.5)).isPositive();
    }

    @Test
    void growsWithTheBaseAndFallsWithTheExponent() {
        double before = 0;
        for (double x = 0.01; x < 1; x += 0.001) {
            assertThat(Power.of(x, 7.3)).isGreaterThan(before);
            before = Power.of(x, 7.3);
        }
        before = 1;
        for (double y = 0.1; y <= 100; y += 0.1) {
            assertThat(Power.of(0.7, y)).isLessThan(before);
            before = Power.of(0.7, y);
        }
    }
}
