package org.chalaco.vision.counting;

/**
 * How well the road could be seen in an interval.
 *
 * @param observed share of the interval that has frames, 0 to 1
 * @param dark share of its frames that were taken in the dark
 * @param shake share of its frames in which the camera moved more than a pixel
 * @param occluded share of its crossings with a vehicle hidden by another
 * @param dropOuts how often the source was lost
 */
public record IntervalQuality(
        double observed, double dark, double shake, double occluded, int dropOuts) {

    /** Nothing was wrong. */
    public static final IntervalQuality GOOD = new IntervalQuality(1, 0, 0, 0, 0);
}
