package org.chalaco.scenario.od;

/**
 * Entropy maximisation with counts that may err: minimises {@code κ Σ (g ln(g/g0) - g + g0) + 1/2 Σ
 * ((v - c)/σ)²} over demands g near the prior g0, with flows v = P g and counts c of standard error
 * σ; κ says how much the prior weighs: 1 if its trips were counted like the others.
 *
 * <p>The solution is {@code g_j = g0_j Π_a X_a^p_aj} (Van Zuylen and Willumsen, Transportation
 * Research 14B, 1980), whose factors are balanced one count after the other. With exact constraints
 * this diverges on counts that contradict each other; the penalty {@code ln X_a = (c - v)/(κ σ²)}
 * keeps it finite, and cells stay within their bounds.
 *
 * @param rounds over all counts at most
 * @param tolerance largest change of a factor's logarithm at which it stops
 * @param priorWeight κ, positive
 */
public record EntropyMaximisation(int rounds, double tolerance, double priorWeight)
        implements OdEstimator {

    private static final int HALVINGS = 50;
    private static final double LARGEST_LOG = 60;

    @Override
    public OdFit fit(OdProblem problem) {
        AssignmentProportions p = problem.proportions();
        double[] logFactor = new double[p.columns()];
        double[] lambda = new double[p.rows()];
        int round = 0;
        double change = Double.POSITIVE_INFINITY;
        while (round < rounds && change > tolerance) {
            change = 0;
            for (int a = 0; a < p.rows(); a++) {
                double step = balance(problem, a, lambda[a], logFactor);
                lambda[a] += step;
                for (int k = p.rowStart(a); k < p.rowStart(a + 1); k++) {
                    logFactor[p.column(k)] += p.share(k) * step;
                }
                change = Math.max(change, Math.abs(step));
            }
            round++;
        }
        double[] trips = new double[p.columns()];
        for (int j = 0; j < trips.length; j++) {
            trips[j] = trips(problem, j, logFactor[j]);
        }
        return OdFit.of(trips, round);
    }

    /** The step s with {@code v(s) - c + κ σ² (λ + s) = 0}; the left side grows with s. */
    private double balance(OdProblem problem, int a, double lambda, double[] logFactor) {
        double variance = priorWeight * problem.standardErrors()[a] * problem.standardErrors()[a];
        double low = -1;
        double high = 1;
        while (excess(problem, a, low, logFactor) + variance * (lambda + low) > 0 && low > -64) {
            low *= 2;
        }
        while (excess(problem, a, high, logFactor) + variance * (lambda + high) < 0 && high < 64) {
            high *= 2;
        }
        for (int k = 0; k < HALVINGS && high - low > 1e-9; k++) {
            double middle = (low + high) / 2;
            if (excess(problem, a, middle, logFactor) + variance * (lambda + middle) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double excess(OdProblem problem, int a, double step, double[] logFactor) {
        AssignmentProportions p = problem.proportions();
        double flow = -problem.counted()[a];
        for (int k = p.rowStart(a); k < p.rowStart(a + 1); k++) {
            int j = p.column(k);
            flow += p.share(k) * trips(problem, j, logFactor[j] + p.share(k) * step);
        }
        return flow;
    }

    /**
     * Counts out of reach drive factors beyond what a double holds; the bound is reached long
     * before.
     */
    private static double trips(OdProblem problem, int j, double logFactor) {
        double factor = Math.exp(Math.max(-LARGEST_LOG, Math.min(LARGEST_LOG, logFactor)));
        return problem.clamp(j, problem.prior()[j] * factor);
    }
}
