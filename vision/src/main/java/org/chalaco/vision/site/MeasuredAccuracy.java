package org.chalaco.vision.site;

/**
 * How well a camera counts, measured against a count by hand.
 *
 * @param precisionDay share of counted crossings that were real, by day
 * @param recallDay share of real crossings that were counted, by day
 * @param precisionNight the same in the dark
 * @param recallNight the same in the dark
 */
public record MeasuredAccuracy(
        double precisionDay, double recallDay, double precisionNight, double recallNight) {

    /** Where nothing was measured at a camera: what a site may expect, from the manual's table. */
    public static final MeasuredAccuracy UNKNOWN = new MeasuredAccuracy(0.95, 0.95, 0.85, 0.85);

    /**
     * Standard error of a count: each vehicle is missed, and each counted one false, on its own.
     *
     * <p>With n counted, precision p and recall r the real number is about {@code n p / r}; misses
     * and false ones are binomial, so that its variance is {@code n p (1 - p) / r² + n p (1 - r) /
     * r²}.
     *
     * @param vehicles counted
     * @param dark share of the interval in the dark, 0 to 1
     */
    public double standardError(double vehicles, double dark) {
        double p = precisionDay + dark * (precisionNight - precisionDay);
        double r = recallDay + dark * (recallNight - recallDay);
        return Math.sqrt(vehicles * p * (2 - p - r)) / r;
    }
}
