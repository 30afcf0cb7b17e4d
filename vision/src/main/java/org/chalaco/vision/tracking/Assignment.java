package org.chalaco.vision.tracking;

import java.util.Arrays;

/**
 * The cheapest way to give each row a column of its own (Hungarian method with potentials, O(n²m)).
 *
 * <p>Kuhn, <i>The Hungarian method for the assignment problem</i>, 1955; shortest augmenting paths
 * as in Jonker and Volgenant, 1987.
 */
final class Assignment {

    /** No column for this row. */
    static final int NONE = -1;

    private final double[][] cost;
    private final int rows;
    private final int columns;
    private final double[] rowPotential;
    private final double[] columnPotential;
    private final int[] rowOf;

    private Assignment(double[][] cost, int rows, int columns) {
        this.cost = cost;
        this.rows = rows;
        this.columns = columns;
        rowPotential = new double[rows + 1];
        columnPotential = new double[columns + 1];
        rowOf = new int[columns + 1];
    }

    /**
     * The column of each row, or {@link #NONE}.
     *
     * @param cost of each pair; may have more rows than columns or fewer
     * @param limit pairs that cost more are never made
     */
    static int[] solve(double[][] cost, double limit) {
        int rows = cost.length;
        int columns = rows == 0 ? 0 : cost[0].length;
        int[] result = new int[rows];
        Arrays.fill(result, NONE);
        if (columns == 0) {
            return result;
        }
        // A column of its own at the limit's price lets every row go without.
        double[][] padded = new double[rows][columns + rows];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns + rows; c++) {
                padded[r][c] = c < columns ? Math.min(cost[r][c], 2 * limit) : limit;
            }
        }
        Assignment assignment = new Assignment(padded, rows, columns + rows);
        for (int row = 1; row <= rows; row++) {
            assignment.add(row);
        }
        for (int c = 1; c <= columns; c++) {
            int row = assignment.rowOf[c];
            if (row > 0 && cost[row - 1][c - 1] <= limit) {
                result[row - 1] = c - 1;
            }
        }
        return result;
    }

    /** Finds the shortest augmenting path from a row and turns it over. */
    private void add(int row) {
        int[] before = new int[columns + 1];
        double[] distance = new double[columns + 1];
        boolean[] visited = new boolean[columns + 1];
        Arrays.fill(distance, Double.MAX_VALUE);
        rowOf[0] = row;
        int column = 0;
        do {
            visited[column] = true;
            int next = relax(column, before, distance, visited);
            shift(distance[next], distance, visited);
            column = next;
        } while (rowOf[column] != 0);
        while (column != 0) {
            rowOf[column] = rowOf[before[column]];
            column = before[column];
        }
    }

    private int relax(int column, int[] before, double[] distance, boolean[] visited) {
        int row = rowOf[column];
        int nearest = 0;
        for (int c = 1; c <= columns; c++) {
            if (visited[c]) {
                continue;
            }
            double reduced = cost[row - 1][c - 1] - rowPotential[row] - columnPotential[c];
            if (reduced < distance[c]) {
                distance[c] = reduced;
                before[c] = column;
            }
            if (nearest == 0 || distance[c] < distance[nearest]) {
                nearest = c;
            }
        }
        return nearest;
    }

    private void shift(double by, double[] distance, boolean[] visited) {
        for (int c = 0; c <= columns; c++) {
            if (visited[c]) {
                rowPotential[rowOf[c]] += by;
                columnPotential[c] -= by;
            } else {
                distance[c] -= by;
            }
        }
    }
}
