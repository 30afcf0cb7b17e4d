package org.chalaco.analysis.kpi;

/** A quotient that is undefined, not infinite, where there is nothing to divide by. */
final class Ratio {

    private Ratio() {}

    /** {@code part / whole}, or NaN if the whole is not positive. */
    static double of(double part, double whole) {
        return whole > 0 ? part / whole : Double.NaN;
    }
}
