package org.chalaco.analysis.emission;

/**
 * What one vehicle emits at a moment, by its speed and acceleration. Pure and thread-safe; never
 * negative.
 */
public interface EmissionModel {

    /** Who made it, for tables. */
    String name();

    /**
     * Rates of all pollutants.
     *
     * @param speed m/s
     * @param acceleration m/s²
     * @param gramsPerSecond filled by {@link Pollutant} ordinal; NaN where the model knows nothing
     */
    void rates(double speed, double acceleration, double[] gramsPerSecond);

    /** Rate of one pollutant, g/s. */
    default double rate(Pollutant pollutant, double speed, double acceleration) {
        double[] rates = new double[Pollutant.values().length];
        rates(speed, acceleration, rates);
        return rates[pollutant.ordinal()];
    }
}
