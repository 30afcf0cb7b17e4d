package org.chalaco.scenario.od;

/**
 * How long movements take when so many vehicles want them: the time on empty roads, and the time
 * lost in a queue by the time-dependent formula of Akçelik, <i>Traffic signals: capacity and timing
 * analysis</i> (ARR 123, 1981): {@code d = 900 T ((x - 1) + sqrt((x - 1)² + 4 x / (c T)))} with the
 * degree of saturation x and the capacity c.
 *
 * <p>Movements that share lanes form a group, which is as saturated as all its lanes together.
 *
 * @param freeTime per movement, on the link entered and at the junction before it, s
 * @param laneRate what one lane discharges per hour of clock if the movement has it alone, PCU/h
 * @param lanes lanes the movement may use
 * @param group of movements that share lanes
 * @param groupLanes lanes per group
 * @param hours T, how long the demand lasts, h
 */
public record MovementPerformance(
        double[] freeTime,
        double[] laneRate,
        int[] lanes,
        int[] group,
        int[] groupLanes,
        double hours) {

    /** Degree of saturation of every movement at these flows, -. */
    public double[] saturation(double[] pcuPerHour) {
        double[] used = new double[groupLanes.length];
        for (int m = 0; m < group.length; m++) {
            used[group[m]] += pcuPerHour[m] / laneRate[m];
        }
        double[] x = new double[group.length];
        for (int m = 0; m < x.length; m++) {
            x[m] =
                    Math.max(
                            pcuPerHour[m] / (laneRate[m] * lanes[m]),
                            used[group[m]] / groupLanes[group[m]]);
        }
        return x;
    }

    /** Time per movement at these flows, s. */
    public double[] times(double[] pcuPerHour) {
        double[] x = saturation(pcuPerHour);
        double[] times = new double[freeTime.length];
        for (int m = 0; m < times.length; m++) {
            double c = laneRate[m] * lanes[m];
            double over = x[m] - 1;
            double root = Math.sqrt(over * over + 4 * x[m] / (c * hours));
            times[m] = freeTime[m] + 900 * hours * (over + root);
        }
        return times;
    }
}
