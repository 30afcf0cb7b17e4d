package org.chalaco.mobsim.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: arrivals come at random with the wanted mean, independently of each other.
 */
class F01_PoissonFlowTest {

    private static final Route ROUTE = Route.of(0);

    private static List<Departure> hour(long seed, double flow) {
        return new PoissonFlow(ROUTE, 0, flow, 1800, 5400).departures(seed, 0);
    }

    @Test
    void countsHaveMeanAndVarianceOfPoisson() {
        int hours = 2000;
        double sum = 0;
        double squares = 0;
        for (int seed = 0; seed < hours; seed++) {
            double n = hour(seed, 90).size();
            sum += n;
            squares += n * n;
        }
        double mean = sum / hours;
        double variance = squares / hours - mean * mean;
        // four standard errors: √(90 / 2000) and 90 √(2 / 2000)
        assertThat(mean).isCloseTo(90, within(4 * 0.212));
        assertThat(variance).isCloseTo(90, within(4 * 2.85));
    }

    @Test
    void headwaysAreExponential() {
        double mean = 3600 / 1200.0;
        int bins = 20;
        int[] counts = new int[bins];
        int n = 0;
        for (int seed = 0; seed < 20; seed++) {
            double before = 1800;
            for (Departure d : hour(seed, 1200)) {
                double share = 1 - Math.exp(-(d.time() - before) / mean);
                counts[Math.min(bins - 1, (int) (share * bins))]++;
                before = d.time();
                n++;
            }
        }
        double chiSquare = 0;
        for (int count : counts) {
            double expected = n / (double) bins;
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        // 19 degrees of freedom: 99.9 % quantile 43.8; a fit that is too good (0.1 %) is below 5.4
        assertThat(chiSquare).isBetween(5.4, 43.8);
    }

    @Test
    void headwaysDoNotRememberEachOther() {
        double covariance = 0;
        double variance = 0;
        double before = Double.NaN;
        double last = 1800;
        for (Departure d : new PoissonFlow(ROUTE, 0, 1000, 1800, 180_000).departures(5, 0)) {
            double headway = d.time() - last - 3.6;
            if (!Double.isNaN(before)) {
                covariance += headway * before;
                variance += headway * headway;
            }
            before = headway;
            last = d.time();
        }
        // about 50 000 headways: one standard error is 0.0045
        assertThat(covariance / variance).isCloseTo(0, within(0.018));
    }

    @Test
    void departuresAreInOrderInTimeAndNumberedOn() {
        List<Departure> departures = new PoissonFlow(ROUTE, 3, 600, 100, 700).departures(1, 40);

        assertThat(departures).isNotEmpty();
        for (int k = 0; k < departures.size(); k++) {
            Departure d = departures.get(k);
            assertThat(d.vehicleIndex()).isEqualTo(40 + k);
            assertThat(d.typeIndex()).isEqualTo(3);
            assertThat(d.time()).isBetween(k == 0 ? 100 : departures.get(k - 1).time(), 700.0);
        }
    }

    @Test
    void theSeedAndTheFirstIndexDecideEverything() {
        PoissonFlow flow = new PoissonFlow(ROUTE, 0, 600, 0, 3600);

        assertThat(flow.departures(1, 0)).isEqualTo(flow.departures(1, 0));
        assertThat(flow.departures(1, 0)).isNotEqualTo(flow.departures(2, 0));
        assertThat(flow.departures(1, 0).get(0).time())
                .isNotEqualTo(flow.departures(1, 1000).get(0).time());
    }

    @Test
    void impossibleFlowsAreRefused() {
        assertThatThrownBy(() -> new PoissonFlow(ROUTE, 0, 0, 0, 1)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> new PoissonFlow(ROUTE, 0, Double.NaN, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PoissonFlow(ROUTE, 0, 100, 5, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
