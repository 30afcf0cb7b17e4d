package org.chalaco.scenario.od;

/**
 * What an estimator found.
 *
 * @param trips per cell
 * @param standardErrors of these trips, or NaN where the method gives none
 * @param rounds it took
 */
public record OdFit(double[] trips, double[] standardErrors, int rounds) {

    static OdFit of(double[] trips, int rounds) {
        double[] unknown = new double[trips.length];
        java.util.Arrays.fill(unknown, Double.NaN);
        return new OdFit(trips, unknown, rounds);
    }
}
