package org.chalaco.scenario.od;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Generalised least squares: minimises {@code (g - g0)' W⁻¹ (g - g0) + (P g - c)' R⁻¹ (P g - c)}
 * within the bounds of each cell (Cascetta, Transportation Research 18B, 1984), where W holds the
 * variances of the prior g0 and R those of the counts c. It says how sure it is: the variance of
 * the result is {@code W - W P' (P W P' + R)⁻¹ P W}.
 *
 * <p>Without bounds {@code g = g0 + W P' (P W P' + R)⁻¹ (c - P g0)}: a system as large as there are
 * counts. Cells that leave their bounds are held there and released again while that lowers the sum
 * (active set).
 *
 * @param priorError standard error of a cell of the prior as a share of it, -; chance is added to
 *     it
 */
public record GeneralisedLeastSquares(double priorError) implements OdEstimator {

    private static final int MOST_ROUNDS = 60;

    @Override
    public OdFit fit(OdProblem problem) {
        return new Fit(problem, priorError).run();
    }

    /** One solution on its way. */
    private static final class Fit {

        private final OdProblem problem;
        private final AssignmentProportions p;
        private final double[] variance;
        private final boolean[] held;
        private final double[] trips;
        private final WeightedNormal normal;

        Fit(OdProblem problem, double priorError) {
            this.problem = problem;
            p = problem.proportions();
            trips = problem.prior().clone();
            held = new boolean[trips.length];
            variance = new double[trips.length];
            for (int j = 0; j < trips.length; j++) {
                double prior = problem.prior()[j];
                variance[j] = prior + priorError * priorError * prior * prior;
                held[j] = prior == 0;
            }
            normal = new WeightedNormal(p);
        }

        OdFit run() {
            int round = 0;
            LinearSolverDense<DMatrixRMaj> solver = null;
            boolean changed = p.rows() > 0;
            while (changed && round < MOST_ROUNDS) {
                solver = factorised();
                solve(solver);
                changed = hold() || release();
                round++;
            }
            for (int j = 0; j < trips.length; j++) {
                trips[j] = problem.clamp(j, trips[j]);
            }
            return new OdFit(trips, errors(solver), round);
        }

        /** {@code P W P' + R} over the free cells. */
        private LinearSolverDense<DMatrixRMaj> factorised() {
            double[] free = new double[trips.length];
            Arrays.setAll(free, j -> held[j] ? 0 : variance[j]);
            double[] errors = problem.standardErrors().clone();
            Arrays.setAll(errors, a -> errors[a] * errors[a]);
            return normal.factorised(free, errors);
        }

        private void solve(LinearSolverDense<DMatrixRMaj> solver) {
            double[] start = problem.prior().clone();
            for (int j = 0; j < start.length; j++) {
                start[j] = held[j] ? trips[j] : start[j];
            }
            double[] right = p.flows(start);
            Arrays.setAll(right, a -> problem.counted()[a] - right[a]);
            double[] pull = p.back(WeightedNormal.solve(solver, right));
            for (int j = 0; j < trips.length; j++) {
                trips[j] = held[j] ? trips[j] : start[j] + variance[j] * pull[j];
            }
        }

        private boolean hold() {
            boolean any = false;
            for (int j = 0; j < trips.length; j++) {
                double inside = problem.clamp(j, trips[j]);
                if (!held[j] && Math.abs(inside - trips[j]) > 1e-9) {
                    trips[j] = inside;
                    held[j] = true;
                    any = true;
                }
            }
            return any;
        }

        /** Frees cells at a bound that the sum pulls back inside. */
        private boolean release() {
            double[] weighted = new double[p.rows()];
            for (int a = 0; a < weighted.length; a++) {
                double error = problem.standardErrors()[a];
                weighted[a] = (p.flow(a, trips) - problem.counted()[a]) / (error * error);
            }
            double[] slope = p.back(weighted);
            boolean any = false;
            for (int j = 0; j < trips.length; j++) {
                if (!held[j] || variance[j] == 0) {
                    continue;
                }
                slope[j] += (trips[j] - problem.prior()[j]) / variance[j];
                boolean low = trips[j] <= problem.lower()[j] && slope[j] < -1e-9;
                boolean high = trips[j] >= problem.upper()[j] && slope[j] > 1e-9;
                if (low || high) {
                    held[j] = false;
                    any = true;
                }
            }
            return any;
        }

        private double[] errors(LinearSolverDense<DMatrixRMaj> solver) {
            double[] errors = new double[trips.length];
            for (int j = 0; j < errors.length; j++) {
                errors[j] = Math.sqrt(variance[j]);
            }
            if (solver == null) {
                return errors;
            }
            DMatrixRMaj inverse = new DMatrixRMaj(p.rows(), p.rows());
            solver.invert(inverse);
            for (int j = 0; j < errors.length; j++) {
                double known = normal.form(j, inverse);
                double left = held[j] ? 0 : variance[j] - variance[j] * variance[j] * known;
                errors[j] = Math.sqrt(Math.max(0, left));
            }
            return errors;
        }
    }
}
