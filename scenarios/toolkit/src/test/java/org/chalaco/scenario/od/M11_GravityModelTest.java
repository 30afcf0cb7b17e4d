package org.chalaco.scenario.od;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: trips are shared out so that all totals hold. */
class M11_GravityModelTest {

    @Test
    void rowsAndColumnsSumToTheirTotals() {
        double[] o = {100, 50, 25};
        double[] d = {10, 80, 85};
        double[][] f = {{1, 0.5, 0.1}, {0.5, 1, 0.5}, {0.1, 0.5, 1}};
        double[][] t = GravityModel.STANDARD.distribute(o, d, f);
        for (int i = 0; i < 3; i++) {
            assertThat(t[i][0] + t[i][1] + t[i][2]).isCloseTo(o[i], within(1e-6));
            assertThat(t[0][i] + t[1][i] + t[2][i]).isCloseTo(d[i], within(1e-6));
        }
    }

    @Test
    void withoutDeterrenceTripsAreProportional() {
        double[][] t =
                GravityModel.STANDARD.distribute(
                        new double[] {60, 40},
                        new double[] {30, 70},
                        new double[][] {{1, 1}, {1, 1}});
        assertThat(t[0][0]).isCloseTo(18, within(1e-9));
        assertThat(t[1][1]).isCloseTo(28, within(1e-9));
    }

    @Test
    void forbiddenPairsStayEmptyAndDestinationsAreScaled() {
        double[][] t =
                GravityModel.STANDARD.distribute(
                        new double[] {10, 10},
                        new double[] {1, 1},
                        new double[][] {{0, 1}, {1, 0}});
        assertThat(t[0][0]).isZero();
        assertThat(t[0][1]).isCloseTo(10, within(1e-9));
        assertThat(t[1][0]).isCloseTo(10, within(1e-9));
    }

    @Test
    void wholeTripsKeepTheTotal() {
        WholeTrips whole = new WholeTrips();
        int sum = 0;
        for (int k = 0; k < 1000; k++) {
            int trips = whole.take(0.3137);
            assertThat(trips).isBetween(0, 1);
            sum += trips;
        }
        assertThat(sum).isEqualTo(314);
    }
}
