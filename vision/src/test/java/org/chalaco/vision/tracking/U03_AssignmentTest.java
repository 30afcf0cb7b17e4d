package org.chalaco.vision.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: detections are given to tracks so that the sum of costs is least. */
class U03_AssignmentTest {

    private static final double LIMIT = 0.7;

    @Test
    void equalsTheBestOfAllAssignments() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 500; round++) {
            double[][] cost = new double[1 + random.nextInt(5)][1 + random.nextInt(5)];
            for (double[] row : cost) {
                for (int c = 0; c < row.length; c++) {
                    row[c] = random.nextDouble() * 1.2 - 0.2;
                }
            }
            int[] columns = Assignment.solve(cost, LIMIT);
            double sum = 0;
            for (int r = 0; r < cost.length; r++) {
                sum += columns[r] == Assignment.NONE ? LIMIT : cost[r][columns[r]];
            }
            assertThat(sum).as("round %d", round).isCloseTo(best(cost, 0, 0), within(1e-9));
        }
    }

    /** Tries everything. */
    private static double best(double[][] cost, int row, int used) {
        if (row == cost.length) {
            return 0;
        }
        double least = LIMIT + best(cost, row + 1, used);
        for (int c = 0; c < cost[0].length; c++) {
            if ((used & 1 << c) == 0) {
                least = Math.min(least, cost[row][c] + best(cost, row + 1, used | 1 << c));
            }
        }
        return least;
    }

    @Test
    void nothingToAssignIsNoProblem() {
        assertThat(Assignment.solve(new double[0][0], 1)).isEmpty();
        assertThat(Assignment.solve(new double[2][0], 1)).containsOnly(Assignment.NONE);
    }
}
