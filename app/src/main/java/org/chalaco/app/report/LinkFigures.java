package org.chalaco.app.report;

/**
 * What was measured on every link in every interval. The arrays hold interval after interval, in
 * each one value per link; NaN where nobody drove.
 *
 * @param start of the first interval, s since midnight
 * @param interval length of an interval, s
 * @param intervals number of intervals
 * @param meanSpeed space mean speed, m/s
 * @param delay travel time above free travel time, s per vehicle
 * @param flow vehicles that left the link, veh/h
 */
public record LinkFigures(
        double start,
        double interval,
        int intervals,
        float[] meanSpeed,
        float[] delay,
        float[] flow) {

    public LinkFigures {
        if (meanSpeed.length != delay.length
                || delay.length != flow.length
                || intervals > 0 && flow.length % intervals != 0) {
            throw new IllegalArgumentException(
                    "The link figures have (%d), (%d) and (%d) values for (%d) intervals."
                            .formatted(meanSpeed.length, delay.length, flow.length, intervals));
        }
        meanSpeed = meanSpeed.clone();
        delay = delay.clone();
        flow = flow.clone();
    }
}
