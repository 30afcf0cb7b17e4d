package org.chalaco.scenario.od;

/**
 * Doubly constrained gravity model: {@code T_ij = A_i B_j O_i D_j f_ij}.
 *
 * <p>O_i are the trips that start in zone i, D_j those that end in zone j, f_ij the deterrence (for
 * example {@code exp(-β t_ij)}); A and B are the balancing factors that make rows sum to O and
 * columns to D, found by Furness' iteration (Ortúzar and Willumsen, <i>Modelling Transport</i>,
 * 2011, section 5.3). Where the sums of O and D differ, D is scaled to the sum of O. Pure.
 *
 * @param tolerance largest relative error of a row or column sum
 * @param maxIterations balancing rounds at most
 */
public record GravityModel(double tolerance, int maxIterations) {

    /** Errors below 1e-9, reached within 1000 rounds. */
    public static final GravityModel STANDARD = new GravityModel(1e-9, 1000);

    /**
     * Distributes the trips.
     *
     * @param origins O, trips
     * @param destinations D, trips or any weight
     * @param deterrence f, rows are origins
     * @return T, trips; a row whose f is all zero stays empty
     */
    public double[][] distribute(double[] origins, double[] destinations, double[][] deterrence) {
        double[] wanted = scaled(destinations, sum(origins));
        double[] a = new double[origins.length];
        double[] b = new double[destinations.length];
        java.util.Arrays.fill(b, 1);
        for (int k = 0; k < maxIterations; k++) {
            balanceRows(a, b, origins, deterrence);
            if (balanceColumns(a, b, wanted, deterrence) < tolerance) {
                break;
            }
        }
        balanceRows(a, b, origins, deterrence);
        double[][] trips = new double[origins.length][destinations.length];
        for (int i = 0; i < origins.length; i++) {
            for (int j = 0; j < destinations.length; j++) {
                trips[i][j] = a[i] * b[j] * deterrence[i][j];
            }
        }
        return trips;
    }

    private static void balanceRows(double[] a, double[] b, double[] origins, double[][] f) {
        for (int i = 0; i < a.length; i++) {
            double sum = 0;
            for (int j = 0; j < b.length; j++) {
                sum += b[j] * f[i][j];
            }
            a[i] = sum > 0 ? origins[i] / sum : 0;
        }
    }

    /** Returns the largest relative change of a column factor. */
    private static double balanceColumns(double[] a, double[] b, double[] wanted, double[][] f) {
        double worst = 0;
        for (int j = 0; j < b.length; j++) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * f[i][j];
            }
            double next = sum > 0 ? wanted[j] / sum : 0;
            worst = Math.max(worst, next > 0 ? Math.abs(next - b[j]) / next : 0);
            b[j] = next;
        }
        return worst;
    }

    private static double[] scaled(double[] values, double total) {
        double sum = sum(values);
        double[] result = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            result[k] = sum > 0 ? values[k] * total / sum : 0;
        }
        return result;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum;
    }
}
