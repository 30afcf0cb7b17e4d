package org.chalaco.app.bench;

import java.util.Arrays;

/**
 * One figure over all repeats.
 *
 * @param min the smallest
 * @param median the middle one; of an even number the mean of the two in the middle
 * @param max the largest
 */
public record Spread(double min, double median, double max) {

    /** Of these values, at least one. */
    static Spread of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        double middle =
                sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Spread(sorted[0], middle, sorted[sorted.length - 1]);
    }
}
