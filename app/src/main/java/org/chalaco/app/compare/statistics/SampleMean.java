package org.chalaco.app.compare.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean and its 95 % confidence interval by Student's t.
 *
 * @param mean of the sample; NaN of an empty one
 * @param halfWidth half the width of the interval; NaN below two values
 * @param deviation standard deviation of the sample; NaN below two values
 * @param count size of the sample
 */
public record SampleMean(double mean, double halfWidth, double deviation, int count) {

    /** Share of intervals that hold the true mean. */
    public static final double CONFIDENCE = 0.95;

    /** Of a sample. */
    public static SampleMean of(double[] sample) {
        int n = sample.length;
        double mean = Arrays.stream(sample).sum() / n;
        if (n < 2) {
            return new SampleMean(mean, Double.NaN, Double.NaN, n);
        }
        double squares = Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).sum();
        double deviation = Math.sqrt(squares / (n - 1));
        double t = TDistribution.of(n - 1.0).inverseCumulativeProbability(0.5 + CONFIDENCE / 2);
        return new SampleMean(mean, t * deviation / Math.sqrt(n), deviation, n);
    }

    /** Lower end of the interval. */
    public double low() {
        return mean - halfWidth;
    }

    /** Upper end of the interval. */
    public double high() {
        return mean + halfWidth;
    }
}
