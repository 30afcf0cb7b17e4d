package org.chalaco.scenario.od;

import java.util.Arrays;

/**
 * Which share of the trips of each OD cell is seen by each count: a sparse matrix P with a row per
 * count and a column per cell, so that {@code v = P g} are the flows of the demand g. A share can
 * exceed 1 where trips pass several links of a screen line. Immutable and thread-safe.
 */
public final class AssignmentProportions {

    private final int columns;
    private final int[] rowStart;
    private final int[] column;
    private final double[] share;

    private AssignmentProportions(int columns, int[] rowStart, int[] column, double[] share) {
        this.columns = columns;
        this.rowStart = rowStart;
        this.column = column;
        this.share = share;
    }

    /** From a full matrix, rows are counts; for small problems. */
    public static AssignmentProportions of(double[][] shares) {
        int columns = shares.length == 0 ? 0 : shares[0].length;
        Builder builder = new Builder(shares.length, columns);
        for (int a = 0; a < shares.length; a++) {
            for (int j = 0; j < columns; j++) {
                builder.add(a, j, shares[a][j]);
            }
        }
        return builder.build();
    }

    /** Number of counts. */
    public int rows() {
        return rowStart.length - 1;
    }

    /** Number of cells. */
    public int columns() {
        return columns;
    }

    /** Flow of one count. */
    public double flow(int row, double[] trips) {
        double sum = 0;
        for (int k = rowStart[row]; k < rowStart[row + 1]; k++) {
            sum += share[k] * trips[column[k]];
        }
        return sum;
    }

    /** All flows, {@code P g}. */
    public double[] flows(double[] trips) {
        double[] flows = new double[rows()];
        for (int a = 0; a < flows.length; a++) {
            flows[a] = flow(a, trips);
        }
        return flows;
    }

    /** {@code P' y}: what a change of each cell means to the counts, weighted by y. */
    public double[] back(double[] y) {
        double[] sum = new double[columns];
        for (int a = 0; a < y.length; a++) {
            for (int k = rowStart[a]; k < rowStart[a + 1]; k++) {
                sum[column[k]] += share[k] * y[a];
            }
        }
        return sum;
    }

    int rowStart(int row) {
        return rowStart[row];
    }

    int column(int k) {
        return column[k];
    }

    double share(int k) {
        return share[k];
    }

    /** The rows of these counts only. */
    public AssignmentProportions rows(int[] kept) {
        Builder builder = new Builder(kept.length, columns);
        for (int a = 0; a < kept.length; a++) {
            for (int k = rowStart[kept[a]]; k < rowStart[kept[a] + 1]; k++) {
                builder.add(a, column[k], share[k]);
            }
        }
        return builder.build();
    }

    /** Collects entries, row by row in any order within a row. */
    static final class Builder {

        private final int columns;
        private final int[] rowStart;
        private int[] column = new int[64];
        private double[] share = new double[64];
        private int size;
        private int row;

        Builder(int rows, int columns) {
            this.columns = columns;
            rowStart = new int[rows + 1];
        }

        /** Adds an entry; rows must come in order; zeros are left out. */
        void add(int toRow, int toColumn, double value) {
            while (row < toRow) {
                rowStart[++row] = size;
            }
            if (value == 0) {
                return;
            }
            if (size == column.length) {
                column = Arrays.copyOf(column, 2 * size);
                share = Arrays.copyOf(share, 2 * size);
            }
            column[size] = toColumn;
            share[size++] = value;
        }

        AssignmentProportions build() {
            while (row < rowStart.length - 1) {
                rowStart[++row] = size;
            }
            return new AssignmentProportions(
                    columns, rowStart, Arrays.copyOf(column, size), Arrays.copyOf(share, size));
        }
    }
}
