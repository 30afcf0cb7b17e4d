package org.chalaco.analysis.emission;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * What vehicles of one class emit: a model, a factor for each pollutant, and, if known better, what
 * they emit standing. Immutable and thread-safe.
 */
public final class EmissionProfile {

    /** Slower is standing, m/s. */
    public static final double STANDING = 0.1;

    private final EmissionModel model;
    private final double[] factors;
    private final double[] idle; // g/s, NaN: as the model says
    private final double co2PerLitre;

    private EmissionProfile(
            EmissionModel model, double[] factors, double[] idle, double co2PerLitre) {
        this.model = requireNonNull(model, "emission model");
        this.factors = factors;
        this.idle = idle;
        this.co2PerLitre = co2PerLitre;
    }

    /** As the model says, with the carbon dioxide of a litre of fuel, kg. */
    public static EmissionProfile of(EmissionModel model, double co2PerLitre) {
        double[] ones = new double[Pollutant.values().length];
        Arrays.fill(ones, 1);
        double[] unknown = new double[ones.length];
        Arrays.fill(unknown, Double.NaN);
        return new EmissionProfile(model, ones, unknown, co2PerLitre);
    }

    /** The same with one pollutant scaled by this factor. */
    public EmissionProfile withFactor(Pollutant pollutant, double factor) {
        if (!(factor >= 0)) {
            throw new IllegalArgumentException(
                    "The factor (%s) of (%s) is negative.%nMaybe 1?".formatted(factor, pollutant));
        }
        double[] others = factors.clone();
        others[pollutant.ordinal()] = factor;
        return new EmissionProfile(model, others, idle, co2PerLitre);
    }

    /** The same with another rate of those who stand, g/s; factors do not change it. */
    public EmissionProfile withIdle(Pollutant pollutant, double gramsPerSecond) {
        if (!(gramsPerSecond >= 0)) {
            throw new IllegalArgumentException(
                    "The idle rate (%s g/s) of (%s) is negative."
                            .formatted(gramsPerSecond, pollutant));
        }
        double[] others = idle.clone();
        others[pollutant.ordinal()] = gramsPerSecond;
        return new EmissionProfile(model, factors, others, co2PerLitre);
    }

    /** The same with another model. */
    public EmissionProfile withModel(EmissionModel other) {
        return new EmissionProfile(other, factors, idle, co2PerLitre);
    }

    /** The model. */
    public EmissionModel model() {
        return model;
    }

    /** Factor of a pollutant. */
    public double factor(Pollutant pollutant) {
        return factors[pollutant.ordinal()];
    }

    /** Carbon dioxide of a litre of fuel, kg. */
    public double co2PerLitre() {
        return co2PerLitre;
    }

    /** Rates as {@link EmissionModel#rates}, for this class. */
    public void rates(double speed, double acceleration, double[] gramsPerSecond) {
        model.rates(speed, acceleration, gramsPerSecond);
        boolean stands = speed < STANDING;
        for (int p = 0; p < factors.length; p++) {
            gramsPerSecond[p] =
                    stands && !Double.isNaN(idle[p]) ? idle[p] : factors[p] * gramsPerSecond[p];
        }
    }

    /** Rate of one pollutant, g/s. */
    public double rate(Pollutant pollutant, double speed, double acceleration) {
        double[] rates = new double[factors.length];
        rates(speed, acceleration, rates);
        return rates[pollutant.ordinal()];
    }
}
