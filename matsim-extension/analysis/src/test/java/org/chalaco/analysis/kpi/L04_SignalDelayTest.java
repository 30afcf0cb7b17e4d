package org.chalaco.analysis.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE UNDER TEST: Webster's and the HCM's delay formulas. */
class L04_SignalDelayTest {

    @Test
    void uniformDelayOfNobodyIsTheMeanRestOfTheRed() {
        // A lone vehicle arrives in red with probability 1 - λ and then waits half the red.
        assertThat(SignalDelay.uniform(90, 0.5, 0)).isCloseTo(0.5 * 45 / 2, within(1e-9));
        assertThat(SignalDelay.uniform(90, 1, 0.7)).isZero();
        assertThat(SignalDelay.uniform(90, 0, 0)).isCloseTo(45, within(1e-9));
    }

    /** The formula against a queue of fluid traffic followed second by second. */
    @ParameterizedTest
    @CsvSource({"90, 0.5, 0.9", "60, 0.3, 0.4", "120, 0.6, 0.99", "75, 0.4, 0.1"})
    void uniformDelayIsTheAreaUnderAFluidQueue(double cycle, double share, double saturation) {
        double discharge = 0.5; // veh/s
        double arrival = saturation * share * discharge;
        double step = 0.001;
        double queue = 0;
        double area = 0;
        for (double t = 0; t < cycle; t += step) { // red first, so the queue starts and ends empty
            double out = t < cycle * (1 - share) ? 0 : discharge;
            queue = Math.max(0, queue + (arrival - out) * step);
            area += queue * step;
        }
        assertThat(area / (arrival * cycle))
                .isCloseTo(SignalDelay.uniform(cycle, share, saturation), within(0.02));
    }

    @Test
    void uniformDelayStaysAtSaturationBeyondIt() {
        assertThat(SignalDelay.uniform(90, 0.4, 1.5)).isEqualTo(SignalDelay.uniform(90, 0.4, 1));
        assertThat(SignalDelay.uniform(90, 0.4, 1)).isCloseTo(0.5 * 90 * 0.6, within(1e-9));
    }

    @Test
    void websterAddsTheRandomTermAndItsCorrection() {
        // C 60 s, λ 0.5, s 1800 veh/h, q 675 veh/h: x 0.75
        double d1 = 60 * 0.25 / (2 * (1 - 0.375));
        double d2 = 0.5625 / (2 * 0.1875 * 0.25);
        double d3 = 0.65 * Math.cbrt(60 / (0.1875 * 0.1875)) * Math.pow(0.75, 4.5);
        assertThat(SignalDelay.webster(60, 0.5, 0.1875, 0.75))
                .isCloseTo(d1 + d2 - d3, within(1e-9))
                .isBetween(14.0, 16.5);
        assertThat(SignalDelay.webster(60, 0.5, 0.3, 1)).isInfinite();
        assertThat(SignalDelay.webster(60, 0.5, 0, 0)).isEqualTo(SignalDelay.uniform(60, 0.5, 0));
    }

    @Test
    void incrementalDelayGrowsToHalfTheExcessDemand() {
        assertThat(SignalDelay.incremental(0, 900, 0.25)).isZero();
        assertThat(SignalDelay.incremental(1, 900, 0.25))
                .isCloseTo(225 * Math.sqrt(4 / 225.0), within(1e-9));
        // far above capacity: the mean of a queue that grows for T hours, (x - 1) T / 2
        assertThat(SignalDelay.incremental(2, 1e9, 0.25)).isCloseTo(450, within(0.01));
    }

    @Test
    void impossibleSignalsAreRefused() {
        assertThatThrownBy(() -> SignalDelay.uniform(0, 0.5, 0.5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SignalDelay.uniform(90, 1.5, 0.5)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> DegreeOfSaturation.of(-1, 1800, 0.5))
                .hasMessageContaining("-1.0 PCU/h");
    }

    @Test
    void degreeOfSaturationIsFlowOverCapacity() {
        assertThat(DegreeOfSaturation.of(450, 1800, 0.5)).isEqualTo(0.5);
        assertThat(DegreeOfSaturation.of(0, 1800, 0)).isZero();
        assertThat(DegreeOfSaturation.of(10, 1800, 0)).isInfinite();
        assertThat(DegreeOfSaturation.of(450, Double.NaN, 0.5)).isNaN();
        assertThat(DegreeOfSaturation.capacity(1800, 0.25)).isEqualTo(450);
    }
}
