package org.chalaco.analysis.emission;

import java.util.List;

/**
 * VT-Micro, for one average light vehicle: {@code ln E = Σᵢ Σⱼ Lᵢⱼ sⁱ aʲ}, with the speed s (km/h)
 * and the acceleration a (km/h per s), i and j from 0 to 3, and coefficients of their own for
 * braking. A second opinion on what cars emit; particles are unknown to it.
 *
 * <p>Accelerations are cut to [{@value #LEAST_ACCELERATION}, {@value #MOST_ACCELERATION}] km/h/s
 * and speeds to {@value #MOST_SPEED} km/h, as no measurement lies beyond and an exponential of a
 * cubic knows no mercy. American cars of the 1990s: expect a fifth to a half more CO₂ than of
 * European ones. Immutable and thread-safe.
 *
 * <p>Ahn, Rakha, Trani, Van Aerde, <i>Estimating vehicle fuel consumption and emissions based on
 * instantaneous speed and acceleration levels</i>, Journal of Transportation Engineering 128 (2002)
 * 182-190.
 */
public final class VtMicro implements EmissionModel {

    /** Stronger braking counts as this, km/h/s. */
    public static final double LEAST_ACCELERATION = -5;

    /** Stronger acceleration counts as this, km/h/s. */
    public static final double MOST_ACCELERATION = 13;

    /** Faster counts as this, km/h. */
    public static final double MOST_SPEED = 120;

    /** The composite of the light vehicles measured at Oak Ridge. */
    public static final VtMicro LIGHT_VEHICLE = new VtMicro();

    private static final int POWERS = 4;

    private final double[][] driving; // by pollutant: L, i outside
    private final double[][] braking;
    private final double[] fuelDriving;
    private final double[] fuelBraking;

    private VtMicro() {
        List<String[]> rows = CoefficientTable.rows("vt-micro-2002.csv");
        driving = new double[Pollutant.values().length][];
        braking = new double[Pollutant.values().length][];
        for (Pollutant p : Pollutant.values()) {
            driving[p.ordinal()] = coefficients(rows, p.name(), "driving");
            braking[p.ordinal()] = coefficients(rows, p.name(), "braking");
        }
        fuelDriving = coefficients(rows, "FUEL", "driving");
        fuelBraking = coefficients(rows, "FUEL", "braking");
    }

    /** Null where nothing was measured. */
    private static double[] coefficients(List<String[]> rows, String measure, String regime) {
        double[] found = null;
        for (String[] row : rows) {
            if (row[0].equals(measure) && row[1].equals(regime)) {
                found = found == null ? new double[POWERS * POWERS] : found;
                int i = Integer.parseInt(row[2]);
                for (int j = 0; j < POWERS; j++) {
                    found[i * POWERS + j] = Double.parseDouble(row[3 + j]);
                }
            }
        }
        return found;
    }

    @Override
    public String name() {
        return "VT-Micro";
    }

    @Override
    public void rates(double speed, double acceleration, double[] gramsPerSecond) {
        for (int p = 0; p < driving.length; p++) {
            double[] terms = acceleration < 0 ? braking[p] : driving[p];
            gramsPerSecond[p] =
                    terms == null ? Double.NaN : exponential(terms, speed, acceleration) / 1000;
        }
    }

    /** Fuel by its own coefficients, L/s. */
    public double litresPerSecond(double speed, double acceleration) {
        return exponential(acceleration < 0 ? fuelBraking : fuelDriving, speed, acceleration);
    }

    private static double exponential(double[] terms, double speed, double acceleration) {
        double s = Math.min(MOST_SPEED, 3.6 * speed);
        double a = Math.max(LEAST_ACCELERATION, Math.min(MOST_ACCELERATION, 3.6 * acceleration));
        double exponent = 0;
        // Horner in s, and inside it in a.
        for (int i = POWERS - 1; i >= 0; i--) {
            double inner = 0;
            for (int j = POWERS - 1; j >= 0; j--) {
                inner = inner * a + terms[i * POWERS + j];
            }
            exponent = exponent * s + inner;
        }
        // StrictMath: the same bits on every machine.
        return StrictMath.exp(exponent);
    }
}
