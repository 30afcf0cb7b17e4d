package org.chalaco.app.report;

import org.chalaco.analysis.emission.EmissionTotals;

/**
 * What was emitted on every link in every hour. The arrays hold interval after interval, in each
 * one value per link.
 *
 * @param start of the first interval, s since midnight
 * @param interval length of an interval, s
 * @param intervals number of intervals; 0: nothing was counted
 * @param co2 carbon dioxide per kilometre of road and hour, kg
 * @param nox nitrogen oxides per kilometre of road and hour, g
 */
public record EmissionLayer(
        double start, double interval, int intervals, float[] co2, float[] nox) {

    /** Nothing was counted. */
    public static final EmissionLayer NONE =
            new EmissionLayer(0, 3600, 0, new float[0], new float[0]);

    public EmissionLayer {
        co2 = co2.clone();
        nox = nox.clone();
    }

    /** The layer of what a day came to. */
    static EmissionLayer of(EmissionTotals totals, double interval) {
        int links = totals.links().size();
        int intervals = totals.linkIntervals().size() / links;
        if (intervals == 0) {
            return NONE;
        }
        float[] co2 = new float[totals.linkIntervals().size()];
        float[] nox = new float[co2.length];
        for (int k = 0; k < co2.length; k++) {
            co2[k] = (float) totals.linkIntervals().get(k).co2Density();
            nox[k] = (float) totals.linkIntervals().get(k).noxDensity();
        }
        double start = totals.linkIntervals().get(0).from();
        return new EmissionLayer(start, interval, intervals, co2, nox);
    }
}
