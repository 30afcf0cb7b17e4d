package org.chalaco.analysis.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.chalaco.mobsim.traffic.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE UNDER TEST: Webster's cycle and greens. */
class L05_WebsterTimingTest {

    @Test
    void optimumCycleOfTheTextbook() {
        // L 10 s, Y 0.75: (15 + 5) / 0.25 = 80 s
        assertThat(WebsterTiming.optimumCycle(10, 0.75)).isCloseTo(80, within(1e-9));
        assertThat(WebsterTiming.optimumCycle(10, 1)).isInfinite();
    }

    @Test
    void greensShareTheCycleByFlowRatio() {
        WebsterTiming timing =
                WebsterTiming.optimum(new double[] {0.5, 0.25}, new int[] {7, 7}, 10, 30, 120);
        assertThat(timing.cycle()).isEqualTo(80);
        assertThat(timing.greens()).containsExactly(47, 23);
        assertThat(timing.flowRatio()).isEqualTo(0.75);
        assertThat(timing.saturation(0, 0.5)).isCloseTo(0.5 * 80 / 47, within(1e-9));
    }

    @Test
    void theOptimumCycleHasTheLeastWebsterDelay() {
        double[] y = {0.4, 0.3};
        double best = WebsterTiming.optimumCycle(10, 0.7);
        double atBest = delay((int) Math.round(best), y);
        for (int cycle = (int) (best * 0.75); cycle < best * 1.5; cycle++) {
            // Webster: within 0.75 to 1.5 of the optimum, at most 10 to 20 % more
            assertThat(delay(cycle, y)).isLessThan(1.2 * atBest).isGreaterThan(0.95 * atBest);
        }
        assertThat(delay((int) (best * 3), y)).isGreaterThan(1.3 * atBest);
    }

    private static double delay(int cycle, double[] y) {
        WebsterTiming timing = WebsterTiming.ofCycle(cycle, y, new int[] {1, 1}, 10);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double share = (double) timing.greens().get(i) / cycle;
            sum += y[i] * SignalDelay.webster(cycle, share, y[i] * 0.5, y[i] / share);
        }
        return sum;
    }

    @Test
    void minimumGreensAreKeptAndTheOthersShareTheRest() {
        WebsterTiming timing =
                WebsterTiming.ofCycle(90, new double[] {0.6, 0.01, 0.2}, new int[] {7, 15, 7}, 15);
        assertThat(timing.greens()).containsExactly(45, 15, 15);
        assertThat(timing.cycle()).isEqualTo(90);
    }

    @Test
    void aCycleTooShortForTheMinimaIsRaised() {
        WebsterTiming timing =
                WebsterTiming.optimum(new double[] {0.1, 0.1}, new int[] {30, 30}, 12, 40, 60);
        assertThat(timing.cycle()).isEqualTo(72);
        assertThat(timing.greens()).containsExactly(30, 30);
    }

    @Test
    void saturationTakesTheLongestCycleAndNoFlowSharesAlike() {
        assertThat(
                        WebsterTiming.optimum(
                                        new double[] {0.7, 0.5}, new int[] {7, 7}, 10, 60, 120)
                                .cycle())
                .isEqualTo(120);
        assertThat(WebsterTiming.ofCycle(60, new double[] {0, 0}, new int[] {5, 5}, 10).greens())
                .containsExactly(25, 25);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anyTimingIsLegal(long seed) {
        RandomStream random = RandomStream.of(seed, 0, "timing");
        for (int trial = 0; trial < 200; trial++) {
            int n = 1 + random.nextInt(5);
            double[] y = new double[n];
            int[] minimum = new int[n];
            for (int i = 0; i < n; i++) {
                y[i] = random.nextInt(4) == 0 ? 0 : random.nextDouble() * 0.5;
                minimum[i] = random.nextInt(20);
            }
            int lost = random.nextInt(30);
            WebsterTiming timing = WebsterTiming.optimum(y, minimum, lost, 40, 120);
            assertThat(timing.greens().stream().mapToInt(g -> g).sum() + lost)
                    .isEqualTo(timing.cycle());
            for (int i = 0; i < n; i++) {
                assertThat(timing.greens().get(i)).isGreaterThanOrEqualTo(minimum[i]);
            }
        }
    }

    @Test
    void stagesThatDoNotMatchAreRefused() {
        assertThatThrownBy(
                        () -> WebsterTiming.ofCycle(90, new double[] {0.1}, new int[] {5, 5}, 10))
                .hasMessageContaining("no stages");
        assertThatThrownBy(
                        () ->
                                WebsterTiming.ofCycle(
                                        90, new double[] {Double.NaN}, new int[] {5}, 10))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
