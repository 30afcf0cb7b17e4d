package org.chalaco.scenario.od;

/**
 * Whole numbers of trips from fractions, so that the total is right to half a trip: what one cell
 * loses by rounding, the next one gets. Deterministic.
 */
public final class WholeTrips {

    private double wanted;
    private long given;

    /** How many whole trips come from this fraction, carrying the rest over to the next call. */
    public int take(double trips) {
        wanted += trips;
        long next = Math.round(wanted);
        int whole = (int) (next - given);
        given = next;
        return whole;
    }

    /** All trips asked for so far. */
    public double wanted() {
        return wanted;
    }
}
