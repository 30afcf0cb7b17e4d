package org.chalaco.scenario.od;

/**
 * How long links take when so many vehicles use them: the BPR function {@code t = t0 (1 + 0.8 (q /
 * c)^4)} (Bureau of Public Roads 1964; the factor 0.15 of rural roads raised for city streets, own
 * assumption).
 *
 * @param freeTime t0 per link, s, signal delays inside
 * @param capacity c per link, PCU/h
 */
public record LinkPerformance(double[] freeTime, double[] capacity) {

    private static final double FACTOR = 0.8;

    /** Travel time of the link at this flow, s. */
    public double time(int link, double pcuPerHour) {
        double x = pcuPerHour / capacity[link];
        return freeTime[link] * (1 + FACTOR * x * x * x * x);
    }

    /** Travel times of all links, s. */
    public double[] times(double[] pcuPerHour) {
        double[] times = new double[freeTime.length];
        for (int l = 0; l < times.length; l++) {
            times[l] = time(l, pcuPerHour[l]);
        }
        return times;
    }
}
