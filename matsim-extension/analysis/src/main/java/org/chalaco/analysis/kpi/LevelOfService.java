package org.chalaco.analysis.kpi;

/**
 * Level of service by control delay, A (hardly any) to F (breakdown).
 *
 * <p>Upper bounds of the mean control delay, s per vehicle, each inclusive:
 *
 * <table>
 * <caption>Thresholds</caption>
 * <tr><th></th><th>A</th><th>B</th><th>C</th><th>D</th><th>E</th></tr>
 * <tr><td>signalised</td><td>10</td><td>20</td><td>35</td><td>55</td><td>80</td></tr>
 * <tr><td>unsignalised, roundabout</td><td>10</td><td>15</td><td>25</td><td>35</td><td>50</td></tr>
 * </table>
 *
 * <p>A degree of saturation above 1 is F whatever the delay. For two-way stop control the HCM
 * grades movements, not the intersection as a whole; a grade of the whole is given here all the
 * same, as a flow-weighted mean.
 *
 * <p>Source: <i>Highway Capacity Manual</i>, 6th and 7th edition, chapters 19 (signals), 20
 * (two-way stop), 21 (all-way stop) and 22 (roundabouts).
 */
public enum LevelOfService {
    A,
    B,
    C,
    D,
    E,
    F;

    private static final double[] SIGNALISED_BOUNDS = {10, 20, 35, 55, 80};
    private static final double[] UNSIGNALISED_BOUNDS = {10, 15, 25, 35, 50};

    /**
     * The grade of this mean control delay.
     *
     * @param control how the intersection is controlled, or null where there is none
     * @param controlDelay mean control delay, s per vehicle
     * @return the grade, or null if the delay is undefined (nobody passed) or there is no
     *     intersection
     */
    public static LevelOfService of(IntersectionControl control, double controlDelay) {
        if (control == null || Double.isNaN(controlDelay)) {
            return null;
        }
        double[] bounds = boundsOf(control);
        int grade = 0;
        while (grade < bounds.length && controlDelay > bounds[grade]) {
            grade++;
        }
        return values()[grade];
    }

    /**
     * The grade of this delay, or F where demand exceeds capacity.
     *
     * @param control how the intersection is controlled
     * @param controlDelay mean control delay, s per vehicle
     * @param degreeOfSaturation flow over capacity, -; NaN if unknown
     */
    public static LevelOfService of(
            IntersectionControl control, double controlDelay, double degreeOfSaturation) {
        LevelOfService byDelay = of(control, controlDelay);
        return byDelay != null && degreeOfSaturation > 1 ? F : byDelay;
    }

    /** Longest mean control delay of this grade, s per vehicle; infinite for F. */
    public double upperBound(IntersectionControl control) {
        return this == F ? Double.POSITIVE_INFINITY : boundsOf(control)[ordinal()];
    }

    private static double[] boundsOf(IntersectionControl control) {
        return control == IntersectionControl.SIGNALISED ? SIGNALISED_BOUNDS : UNSIGNALISED_BOUNDS;
    }
}
