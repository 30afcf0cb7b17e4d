package org.chalaco.scenario.od;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The matrix {@code P W P' + R} of a weight per cell and a variance per count, factorised by
 * Cholesky: a system as large as there are counts. Immutable but for what is inside the solver; not
 * thread-safe.
 */
final class WeightedNormal {

    private final int counts;
    private final int[][] rowsOf;
    private final double[][] sharesOf;

    /** Columns of P: which counts see each cell. */
    WeightedNormal(AssignmentProportions p) {
        counts = p.rows();
        int[] size = new int[p.columns()];
        for (int k = 0; k < p.rowStart(p.rows()); k++) {
            size[p.column(k)]++;
        }
        rowsOf = new int[size.length][];
        sharesOf = new double[size.length][];
        Arrays.setAll(rowsOf, j -> new int[size[j]]);
        Arrays.setAll(sharesOf, j -> new double[size[j]]);
        int[] at = new int[size.length];
        for (int a = 0; a < p.rows(); a++) {
            for (int k = p.rowStart(a); k < p.rowStart(a + 1); k++) {
                int j = p.column(k);
                rowsOf[j][at[j]] = a;
                sharesOf[j][at[j]++] = p.share(k);
            }
        }
    }

    /**
     * Factorises the matrix.
     *
     * @param weights per cell, not negative
     * @param variances per count, positive
     */
    LinearSolverDense<DMatrixRMaj> factorised(double[] weights, double[] variances) {
        DMatrixRMaj matrix = new DMatrixRMaj(counts, counts);
        for (int a = 0; a < counts; a++) {
            matrix.add(a, a, variances[a]);
        }
        for (int j = 0; j < weights.length; j++) {
            for (int x = 0; weights[j] > 0 && x < rowsOf[j].length; x++) {
                double left = weights[j] * sharesOf[j][x];
                for (int y = 0; y < rowsOf[j].length; y++) {
                    matrix.add(rowsOf[j][x], rowsOf[j][y], left * sharesOf[j][y]);
                }
            }
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(counts);
        if (!solver.setA(matrix)) {
            throw new IllegalStateException("The variances of the counts are not positive.");
        }
        return solver;
    }

    /** Solves for one right-hand side. */
    static double[] solve(LinearSolverDense<DMatrixRMaj> solver, double[] right) {
        DMatrixRMaj b = new DMatrixRMaj(right.length, 1, true, right);
        DMatrixRMaj x = new DMatrixRMaj(right.length, 1);
        solver.solve(b, x);
        return x.getData();
    }

    /** {@code p' M p} of the column p of a cell. */
    double form(int cell, DMatrixRMaj m) {
        double sum = 0;
        for (int x = 0; x < rowsOf[cell].length; x++) {
            for (int y = 0; y < rowsOf[cell].length; y++) {
                sum +=
                        sharesOf[cell][x]
                                * sharesOf[cell][y]
                                * m.get(rowsOf[cell][x], rowsOf[cell][y]);
            }
        }
        return sum;
    }
}
