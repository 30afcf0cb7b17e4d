package org.chalaco.app.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: paired statistics, against the figures of textbooks. */
class R02_PairedStatisticsTest {

    /** Student 1908: hours of sleep that two drugs added, ten patients. */
    private static final double[] DRUG_1 = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

    private static final double[] DRUG_2 = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    @Test
    void studentsOwnDataGiveStudentsFigures() {
        PairedDifference sleep = PairedDifference.of(DRUG_1, DRUG_2);
        assertThat(sleep.difference().mean()).isCloseTo(-1.58, within(1e-9));
        assertThat(sleep.difference().low()).isCloseTo(-2.4598858, within(1e-6));
        assertThat(sleep.difference().high()).isCloseTo(-0.7001142, within(1e-6));
        assertThat(sleep.t()).isCloseTo(0.00283289, within(1e-7));
        // t = -4.0621 is the effect times the root of ten
        assertThat(sleep.effect()).isCloseTo(-4.0621 / Math.sqrt(10), within(1e-4));
        assertThat(sleep.share()).isCloseTo(-1.58 / 2.33, within(1e-9));
    }

    /** Hollander and Wolfe 1973, page 29: a depression scale before and after, V = 40. */
    @Test
    void hollanderAndWolfeGiveTheirSignedRanks() {
        double[] before = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
        double[] after = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
        assertThat(PairedDifference.of(before, after).wilcoxon())
                .isCloseTo(2 * 0.01953125, within(1e-9));
    }

    @Test
    void holmRaisesAndKeepsTheOrder() {
        assertThat(HolmCorrection.of(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
        assertThat(HolmCorrection.of(new double[] {0.5, Double.NaN, 0.9}))
                .containsExactly(1, Double.NaN, 1);
    }

    @Test
    void equalSamplesAreNoProofAndAConstantShiftIs() {
        double[] some = {1, 2, 3};
        PairedDifference same = PairedDifference.of(some, some);
        assertThat(same.t()).isEqualTo(1);
        assertThat(same.wilcoxon()).isEqualTo(1);
        assertThat(same.effect()).isNaN();
        PairedDifference shifted = PairedDifference.of(new double[] {3, 4, 5}, some);
        assertThat(shifted.t()).isZero();
        assertThat(shifted.difference().halfWidth()).isZero();
    }

    @Test
    void oneSeedProvesNothing() {
        PairedDifference one = PairedDifference.of(new double[] {3}, new double[] {1});
        assertThat(one.difference().mean()).isEqualTo(2);
        assertThat(one.t()).isNaN();
        assertThat(one.difference().halfWidth()).isNaN();
        StrategyComparison two = new StrategyComparison(new double[][] {{3}, {1}}, true);
        assertThat(two.rank(0)).isEqualTo(1);
        assertThat(two.rank(1)).isEqualTo(1);
    }

    @Test
    void unevenSamplesAreNoPairs() {
        assertThatThrownBy(() -> PairedDifference.of(new double[2], new double[3]))
                .hasMessageContaining("(2)")
                .hasMessageContaining("(3)");
    }

    /** The third is far behind; the first two differ by noise only. */
    @Test
    void whatNothingTellsApartSharesARank() {
        double[][] samples = {
            {10.0, 11.0, 9.5, 10.5, 10.2},
            {10.1, 10.8, 9.7, 10.4, 10.3},
            {14.0, 15.2, 13.4, 14.6, 14.1}
        };
        StrategyComparison delays = new StrategyComparison(samples, true);
        assertThat(delays.rank(0)).isEqualTo(1);
        assertThat(delays.rank(1)).isEqualTo(1);
        assertThat(delays.rank(2)).isEqualTo(3);
        assertThat(delays.isBetter(0, 2)).isTrue();
        assertThat(delays.isBetter(2, 0)).isFalse();
        assertThat(delays.correctedT(0, 2)).isLessThan(0.001);
        assertThat(delays.correctedT(2, 0)).isEqualTo(delays.correctedT(0, 2));
        assertThat(delays.difference(2, 0).difference().mean()).isCloseTo(4.02, within(1e-9));
        StrategyComparison speeds = new StrategyComparison(samples, false);
        assertThat(speeds.rank(2)).isEqualTo(1);
        assertThat(speeds.rank(0)).isEqualTo(2);
    }
}
