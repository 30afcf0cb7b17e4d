package org.chalaco.analysis.count;

/**
 * The GEH statistic: how far a simulated flow is from a counted one, forgiving in small flows.
 *
 * <p>{@code GEH = √( 2 (m - c)² / (m + c) )} with the simulated flow m and the counted flow c, both
 * in veh/h. It is not dimensionless: flows of other periods must be brought to an hour first. Below
 * 5 is a good match; 85 % of stations below 5 is the usual target.
 *
 * <p>Source: UK Department for Transport, <i>TAG unit M3.1, Highway Assignment Modelling</i>, 2020,
 * table 2.
 */
public final class Geh {

    /** A match is good below this. */
    public static final double GOOD = 5;

    private Geh() {}

    /**
     * GEH of two hourly flows; symmetric; 0 if both are 0.
     *
     * @param simulated veh/h, not negative
     * @param counted veh/h, not negative
     */
    public static double of(double simulated, double counted) {
        if (simulated < 0 || counted < 0) {
            throw new IllegalArgumentException(
                    "A flow is negative: simulated (%s veh/h), counted (%s veh/h)."
                            .formatted(simulated, counted));
        }
        double sum = simulated + counted;
        double difference = simulated - counted;
        return sum == 0 ? 0 : Math.sqrt(2 * difference * difference / sum);
    }
}
