package org.chalaco.vision.counting;

import org.chalaco.mobsim.detector.TrafficCount;

/**
 * What crossed a line one way, or made a movement, in an interval.
 *
 * @param count station, interval, class (null: all together), vehicles and the observed share
 * @param place id of the line or movement
 * @param direction name of the direction, or of the movement
 * @param standardError of the number of vehicles, from the precision and recall that were measured
 * @param meanSpeed harmonic mean of the speeds (space mean), m/s, or NaN
 * @param meanHeadway mean time from vehicle to vehicle in a lane, front to front, s, or NaN
 * @param longestQueue longest queue in the interval, m, or NaN
 * @param quality how well the road could be seen
 */
public record IntervalCount(
        TrafficCount count,
        String place,
        String direction,
        double standardError,
        double meanSpeed,
        double meanHeadway,
        double longestQueue,
        IntervalQuality quality) {}
