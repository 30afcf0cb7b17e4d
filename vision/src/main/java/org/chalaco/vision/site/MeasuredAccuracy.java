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
        double precisionDay, double recallDay, double precisionNight, double recallNight) {}
