package org.chalaco.analysis.kpi;

/**
 * One figure in two runs.
 *
 * @param scope vehicle class, or {@code ALL}
 * @param name name of the figure, see {@link KpiTables#CLASSES}
 * @param unit its unit
 * @param base in the run compared with
 * @param value in this run
 */
public record KpiDifference(String scope, String name, String unit, double base, double value) {

    /** {@code value - base}, in the figure's unit. */
    public double absolute() {
        return value - base;
    }

    /** {@code (value - base) / base}, -; NaN if the base is 0 or undefined. */
    public double relative() {
        return base == 0 ? Double.NaN : (value - base) / Math.abs(base);
    }
}
