package org.chalaco.tuning.evaluation;

import java.util.Arrays;

/**
 * A mean and its 95 % confidence interval by Student's t.
 *
 * @param mean mean of the sample
 * @param halfWidth half the width of the interval; NaN for one value
 * @param count size of the sample
 */
public record Interval(double mean, double halfWidth, int count) {

    /** t of 0.975 for 1 to 30 degrees of freedom. */
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
        2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
        2.052, 2.048, 2.045, 2.042
    };

    /** Of a sample. */
    public static Interval of(double[] sample) {
        int n = sample.length;
        double mean = Arrays.stream(sample).sum() / n;
        double squares = Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).sum();
        double halfWidth = n < 2 ? Double.NaN : quantile(n - 1) * Math.sqrt(squares / (n - 1) / n);
        return new Interval(mean, halfWidth, n);
    }

    /** t of 0.975; beyond the table by its expansion in 1 / degrees, to the third digit. */
    static double quantile(int degrees) {
        if (degrees <= T.length) {
            return T[degrees - 1];
        }
        double z = 1.959964;
        double z3 = z * z * z;
        double z5 = z3 * z * z;
        return z
                + (z3 + z) / (4.0 * degrees)
                + (5 * z5 + 16 * z3 + 3 * z) / (96.0 * degrees * degrees);
    }

    /** Lower end. */
    public double low() {
        return mean - halfWidth;
    }

    /** Upper end. */
    public double high() {
        return mean + halfWidth;
    }

    /** Whether the two intervals have nothing in common. */
    public boolean isDisjoint(Interval other) {
        return high() < other.low() || other.high() < low();
    }
}
