package org.chalaco.day2day.scoring;

/**
 * What became of a plan: when its legs really began and ended.
 *
 * @param departureTimes per leg, s since midnight; NaN: never begun
 * @param arrivalTimes per leg, s since midnight; NaN: never ended
 * @param stuck whether the person was on the way when the day was cut off, or was taken off the
 *     road
 */
public record ExperiencedDay(double[] departureTimes, double[] arrivalTimes, boolean stuck) {

    /** How many legs, from the first on, were driven to their end. */
    public int completedLegs() {
        int legs = 0;
        while (legs < arrivalTimes.length && !Double.isNaN(arrivalTimes[legs])) {
            legs++;
        }
        return legs;
    }
}
