package org.chalaco.scenario.od;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
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
        private int[][] rowsOf;
        private double[][] sharesOf;

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
            transpose();
        }

        private void transpose() {
            int[] size = new int[trips.length];
            for (int k = 0; k < p.rowStart(p.rows()); k++) {
                size[p.column(k)]++;
            }
            rowsOf = new int[trips.length][];
            sharesOf = new double[trips.length][];
            Arrays.setAll(rowsOf, j -> new int[size[j]]);
            Arrays.setAll(sharesOf, j -> new double[size[j]]);
            int[] at = new int[trips.length];
            for (int a = 0; a < p.rows(); a++) {
                for (int k = p.rowStart(a); k < p.rowStart(a + 1); k++) {
                    int j = p.column(k);
                    rowsOf[j][at[j]] = a;
                    sharesOf[j][at[j]++] = p.share(k);
                }
            }
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
            int m = p.rows();
            DMatrixRMaj s = new DMatrixRMaj(m, m);
            for (int a = 0; a < m; a++) {
                s.add(a, a, problem.standardErrors()[a] * problem.standardErrors()[a]);
            }
            for (int j = 0; j < trips.length; j++) {
                if (held[j]) {
                    continue;
                }
                for (int x = 0; x < rowsOf[j].length; x++) {
                    for (int y = 0; y < rowsOf[j].length; y++) {
                        s.add(
                                rowsOf[j][x],
                                rowsOf[j][y],
                                variance[j] * sharesOf[j][x] * sharesOf[j][y]);
                    }
                }
            }
            LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(m);
            if (!solver.setA(s)) {
                throw new IllegalStateException("The variances of the counts are not positive.");
            }
            return solver;
        }

        private void solve(LinearSolverDense<DMatrixRMaj> solver) {
            double[] start = problem.prior().clone();
            for (int j = 0; j < start.length; j++) {
                start[j] = held[j] ? trips[j] : start[j];
            }
            DMatrixRMaj right = new DMatrixRMaj(p.rows(), 1);
            for (int a = 0; a < p.rows(); a++) {
                right.set(a, 0, problem.counted()[a] - p.flow(a, start));
            }
            DMatrixRMaj lambda = new DMatrixRMaj(p.rows(), 1);
            solver.solve(right, lambda);
            double[] pull = p.back(lambda.getData());
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
                double known = 0;
                for (int x = 0; x < rowsOf[j].length; x++) {
                    for (int y = 0; y < rowsOf[j].length; y++) {
                        known +=
                                sharesOf[j][x]
                                        * sharesOf[j][y]
                                        * inverse.get(rowsOf[j][x], rowsOf[j][y]);
                    }
                }
                double left = held[j] ? 0 : variance[j] - variance[j] * variance[j] * known;
                errors[j] = Math.sqrt(Math.max(0, left));
            }
            return errors;
        }
    }
}
