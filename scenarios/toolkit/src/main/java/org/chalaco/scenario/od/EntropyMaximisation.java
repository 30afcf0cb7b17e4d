package org.chalaco.scenario.od;

import java.util.Arrays;

/**
 * Entropy maximisation with counts that may err: minimises {@code κ Σ (g ln(g/g0) - g + g0) + 1/2 Σ
 * ((v - c)/σ)²} over demands g near the prior g0, with flows v = P g and counts c of standard error
 * σ; κ says how much the prior weighs: 1 if its trips were counted like the others.
 *
 * <p>The solution is {@code g_j = g0_j Π_a X_a^p_aj} (Van Zuylen and Willumsen, Transportation
 * Research 14B, 1980). With exact constraints the factors diverge on counts that contradict each
 * other; the penalty {@code ln X_a = (c - v)/(κ σ²)} keeps them finite, and cells stay within their
 * bounds. Balancing one count after the other takes for ever where stations follow each other on a
 * road, so all factors are found at once: {@code λ = ln X} minimises the convex function whose
 * slope is {@code P g(λ) - c + κ σ² λ}, by Newton's method with shorter steps where a whole one
 * climbs.
 *
 * @param rounds of Newton's method at most
 * @param tolerance largest slope at which it stops, in standard errors of the counts
 * @param priorWeight κ, positive
 */
public record EntropyMaximisation(int rounds, double tolerance, double priorWeight)
        implements OdEstimator {

    @Override
    public OdFit fit(OdProblem problem) {
        return new Dual(problem).run();
    }

    /** The factors on their way. */
    private final class Dual {

        /** Armijo's share of the promised fall. */
        private static final double SUFFICIENT = 1e-4;

        private static final int HALVINGS = 40;

        /** Beyond it a bound was reached long before. */
        private static final double LARGEST_LOG = 60;

        private final OdProblem problem;
        private final AssignmentProportions p;
        private final double[] variance;
        private final double[] lowest;
        private final double[] highest;

        Dual(OdProblem problem) {
            this.problem = problem;
            p = problem.proportions();
            variance = new double[p.rows()];
            Arrays.setAll(
                    variance,
                    a -> priorWeight * problem.standardErrors()[a] * problem.standardErrors()[a]);
            lowest = new double[p.columns()];
            highest = new double[p.columns()];
            for (int j = 0; j < lowest.length; j++) {
                lowest[j] = log(problem.lower()[j], j);
                highest[j] = log(problem.upper()[j], j);
            }
        }

        private double log(double bound, int j) {
            double logFactor = Math.log(bound / problem.prior()[j]);
            return Double.isNaN(logFactor)
                    ? 0
                    : Math.max(-LARGEST_LOG, Math.min(LARGEST_LOG, logFactor));
        }

        OdFit run() {
            double[] lambda = new double[p.rows()];
            WeightedNormal normal = new WeightedNormal(p);
            double[] slope = slope(lambda);
            int round = 0;
            while (round < rounds && worst(slope) > tolerance) {
                double[] step =
                        WeightedNormal.solve(normal.factorised(curvature(lambda), variance), slope);
                double[] next = shorten(lambda, step, slope);
                round++;
                if (next == null) {
                    break;
                }
                lambda = next;
                slope = slope(lambda);
            }
            return OdFit.of(trips(p.back(lambda)), round);
        }

        private double worst(double[] slope) {
            double worst = 0;
            for (int a = 0; a < slope.length; a++) {
                worst = Math.max(worst, Math.abs(slope[a]) / problem.standardErrors()[a]);
            }
            return worst;
        }

        private double[] trips(double[] logFactors) {
            double[] trips = new double[logFactors.length];
            for (int j = 0; j < trips.length; j++) {
                double log = Math.max(lowest[j], Math.min(highest[j], logFactors[j]));
                trips[j] = problem.clamp(j, problem.prior()[j] * Math.exp(log));
            }
            return trips;
        }

        private double[] slope(double[] lambda) {
            double[] slope = p.flows(trips(p.back(lambda)));
            Arrays.setAll(slope, a -> slope[a] - problem.counted()[a] + variance[a] * lambda[a]);
            return slope;
        }

        /**
         * How fast each cell grows with its factor: as large as it is, or not at all at a bound.
         */
        private double[] curvature(double[] lambda) {
            double[] logFactors = p.back(lambda);
            double[] trips = trips(logFactors);
            Arrays.setAll(
                    trips,
                    j -> logFactors[j] < lowest[j] || logFactors[j] > highest[j] ? 0 : trips[j]);
            return trips;
        }

        /** The next factors, or null where not even a tiny step falls. */
        private double[] shorten(double[] lambda, double[] step, double[] slope) {
            double before = value(lambda);
            double promised = 0;
            for (int a = 0; a < step.length; a++) {
                promised += step[a] * slope[a];
            }
            double length = 1;
            for (int k = 0; k < HALVINGS; k++) {
                double[] next = lambda.clone();
                for (int a = 0; a < next.length; a++) {
                    next[a] -= length * step[a];
                }
                if (value(next) <= before - SUFFICIENT * length * promised) {
                    return next;
                }
                length /= 2;
            }
            return null;
        }

        /** The convex function; beyond the bounds of a cell it goes on as a straight line. */
        private double value(double[] lambda) {
            double[] logFactors = p.back(lambda);
            double sum = 0;
            for (int j = 0; j < logFactors.length; j++) {
                double log = Math.max(lowest[j], Math.min(highest[j], logFactors[j]));
                double trips = problem.prior()[j] * Math.exp(log);
                sum += trips + trips * (logFactors[j] - log);
            }
            for (int a = 0; a < lambda.length; a++) {
                sum += variance[a] * lambda[a] * lambda[a] / 2 - problem.counted()[a] * lambda[a];
            }
            return sum;
        }
    }
}
