package org.chalaco.scenario.od;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.traffic.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE UNDER TEST: demand is fitted to counts by three methods, each against its own formula,
 * and bounds, zero cells and contradictory counts are held.
 */
class V03_OdEstimatorTest {

    private static OdEstimator estimator(String name) {
        return switch (name) {
            case "entropy" -> OdEstimator.entropy();
            case "least squares" -> OdEstimator.leastSquares();
            default -> OdEstimator.gradient();
        };
    }

    private static OdProblem problem(
            double[] prior, double[][] shares, double[] counted, double error) {
        double[] errors = new double[counted.length];
        Arrays.fill(errors, error);
        return OdProblem.within(100, prior, AssignmentProportions.of(shares), counted, errors);
    }

    @ParameterizedTest
    @ValueSource(strings = {"entropy", "least squares", "gradient"})
    void exactCountsAreMet(String method) {
        double[][] shares = {{1, 1, 0, 0}, {0, 1, 1, 0}, {0, 0, 0.5, 1}};
        double[] counted = {150, 90, 130};
        OdFit fit =
                estimator(method).fit(problem(new double[] {50, 50, 50, 50}, shares, counted, 0.5));

        double[] flows = AssignmentProportions.of(shares).flows(fit.trips());
        assertThat(flows).containsExactly(counted, within(3.0));
        assertThat(java.util.Arrays.stream(fit.trips()).min().orElse(0)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"entropy", "least squares", "gradient"})
    void zeroCellsStayZeroAndBoundsHold(String method) {
        OdProblem problem =
                OdProblem.within(
                        2,
                        new double[] {100, 0, 100},
                        AssignmentProportions.of(new double[][] {{1, 1, 0}, {0, 1, 1}}),
                        new double[] {1000, 10},
                        new double[] {1, 1});
        double[] trips = estimator(method).fit(problem).trips();

        assertThat(trips[1]).isZero();
        assertThat(trips[0]).isCloseTo(200, within(1e-6));
        assertThat(trips[2]).isCloseTo(50, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"entropy", "least squares", "gradient"})
    void contradictionsAreAveragedByTheirErrors(String method) {
        OdProblem problem =
                OdProblem.within(
                        100,
                        new double[] {1e4},
                        AssignmentProportions.of(new double[][] {{1}, {1}}),
                        new double[] {9000, 12000},
                        new double[] {10, 20});
        double mean = (9000 / 100.0 + 12000 / 400.0) / (1 / 100.0 + 1 / 400.0);
        assertThat(estimator(method).fit(problem).trips()[0]).isCloseTo(mean, within(15.0));
    }

    /**
     * One count: the factor X of {@code g = g0 X^p} solves {@code Σ p g0 X^p - c + σ² ln X = 0}.
     */
    @Test
    void entropyIsAProductOfFactors() {
        double[] prior = {40, 60, 80};
        double[][] shares = {{1, 0.5, 0}};
        double[] trips =
                new EntropyMaximisation(200, 1e-6, 1)
                        .fit(problem(prior, shares, new double[] {120}, 5))
                        .trips();

        double x = trips[0] / 40;
        assertThat(trips[1] / 60).isCloseTo(Math.sqrt(x), within(1e-6));
        assertThat(trips[2]).isCloseTo(80, within(1e-9));
        assertThat(trips[0] + trips[1] / 2 - 120 + 25 * Math.log(x)).isCloseTo(0, within(1e-4));
    }

    /** One cell, one count: the textbook mean of prior and count, weighted by their variances. */
    @Test
    void leastSquaresWeighsPriorAndCount() {
        OdFit fit =
                new GeneralisedLeastSquares(0)
                        .fit(
                                problem(
                                        new double[] {100},
                                        new double[][] {{1}},
                                        new double[] {140},
                                        20));

        // Variance of the prior 100 (chance alone), of the count 400.
        assertThat(fit.trips()[0])
                .isCloseTo((100 / 100.0 + 140 / 400.0) / (1 / 100.0 + 1 / 400.0), within(1e-9));
        assertThat(fit.standardErrors()[0])
                .isCloseTo(Math.sqrt(1 / (1 / 100.0 + 1 / 400.0)), within(1e-9));
    }

    /**
     * Beyond its bounds the sum of squares cannot fall: the conditions of Karush, Kuhn and Tucker.
     */
    @Test
    void leastSquaresIsOptimalWithinBounds() {
        RandomStream random = RandomStream.of(5, 0, "test");
        int n = 40;
        int m = 15;
        double[][] shares = new double[m][n];
        for (double[] row : shares) {
            for (int j = 0; j < n; j++) {
                row[j] = random.nextDouble() < 0.2 ? random.nextDouble() : 0;
            }
        }
        double[] prior = new double[n];
        Arrays.setAll(prior, j -> 5 + 50 * random.nextDouble());
        double[] counted = new double[m];
        Arrays.setAll(counted, a -> 300 * random.nextDouble());
        double[] errors = new double[m];
        Arrays.fill(errors, 5);
        AssignmentProportions p = AssignmentProportions.of(shares);
        OdProblem problem = OdProblem.within(3, prior, p, counted, errors);
        double[] g = new GeneralisedLeastSquares(0.5).fit(problem).trips();

        double[] weighted = p.flows(g);
        Arrays.setAll(weighted, a -> (weighted[a] - counted[a]) / 25);
        double[] slope = p.back(weighted);
        int bound = 0;
        for (int j = 0; j < n; j++) {
            double s = slope[j] + (g[j] - prior[j]) / (prior[j] + 0.25 * prior[j] * prior[j]);
            if (g[j] <= problem.lower()[j] + 1e-9) {
                assertThat(s).isGreaterThan(-1e-6);
                bound++;
            } else if (g[j] >= problem.upper()[j] - 1e-9) {
                assertThat(s).isLessThan(1e-6);
                bound++;
            } else {
                assertThat(s).isCloseTo(0, within(1e-6));
            }
        }
        assertThat(bound).isPositive();
    }

    @Test
    void theGradientNeverClimbs() {
        double[][] shares = {{1, 0.3, 0}, {0.2, 1, 0.7}};
        OdProblem problem = problem(new double[] {10, 200, 30}, shares, new double[] {120, 90}, 8);
        double before = problem.misfit(problem.prior());
        for (int rounds = 1; rounds < 30; rounds += 4) {
            double now = problem.misfit(new SpiessGradient(rounds, 0).fit(problem).trips());
            assertThat(now).isLessThanOrEqualTo(before + 1e-9);
            before = now;
        }
    }

    @Test
    void proportionsAreKeptRowByRow() {
        AssignmentProportions p =
                AssignmentProportions.of(new double[][] {{0, 1}, {0, 0}, {0.5, 0.25}});
        assertThat(p.flows(new double[] {10, 20})).containsExactly(20, 0, 10);
        assertThat(p.back(new double[] {1, 1, 2})).containsExactly(1, 1.5);
        assertThat(p.rows(new int[] {2}).flows(new double[] {10, 20})).containsExactly(10);
    }

    @Test
    void rebuiltDemandHasTheRightTotals() {
        OdMatrix matrix =
                new OdMatrix(
                        1800,
                        List.of(new OdCell("a", "b", "car", 14), new OdCell("b", "a", "car", 14)),
                        new double[] {3, 5});
        assertThat(matrix.total()).isEqualTo(8);
        assertThat(matrix.withTrips(new double[] {1, 2}).total()).isEqualTo(3);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> matrix.withTrips(new double[] {-1, 2}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
