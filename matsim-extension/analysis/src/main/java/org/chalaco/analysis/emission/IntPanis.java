package org.chalaco.analysis.emission;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Instantaneous emissions after Int Panis, Broekx and Liu: {@code E = max(0, f₁ + f₂ v + f₃ v² + f₄
 * a + f₅ a² + f₆ v a)}, g/s,
 *
 * <p>where v is speed (m/s), a acceleration (m/s²), and f₁ to f₆ belong to an engine and a
 * pollutant; NOx and VOC of cars have their own below -0.5 m/s².
 *
 * <p>Three guards of ours, since the polynomials are fits. Where the part in v turns over (trucks
 * and buses at 13 m/s, LPG cars at 14 m/s for CO₂, particles at 7 to 9 m/s), its largest value is
 * held above: otherwise a truck at 80 km/h would cost less than one at 50. Accelerations are cut to
 * [{@value #LEAST_ACCELERATION}, {@value #MOST_ACCELERATION}] m/s², as no measurement lies beyond.
 * The term in a² would have a car burn more under hard braking than standing; {@link
 * #idlingWhenBraking()} takes the idle value below -0.5 m/s² instead.
 *
 * <p>The fleet is that of the year 2000 (Euro 1 to 3). No slope, no cold start, no carbon monoxide.
 * Immutable and thread-safe; allocates nothing.
 *
 * <p>Int Panis, Broekx, Liu, <i>Modelling instantaneous traffic emission and the influence of
 * traffic speed limits</i>, Science of the Total Environment 371 (2006) 270-285, table 2.
 */
public final class IntPanis implements EmissionModel {

    /** Stronger braking counts as this, m/s². */
    public static final double LEAST_ACCELERATION = -4.5;

    /** Stronger acceleration counts as this, m/s². */
    public static final double MOST_ACCELERATION = 3.0;

    /** Below this the coefficients of braking hold, m/s². */
    public static final double BRAKING = -0.5;

    private static final int TERMS = 6;

    /** Rows of the table in one place: which of them hold when driving and when braking. */
    private static final Map<EngineType, IntPanis> ALL = read();

    private final EngineType engine;
    private final double[][] driving; // by pollutant: f1 to f6
    private final double[][] braking;
    private final double[] heldFrom; // by pollutant: speed of the largest value, m/s
    private final double[] heldFromBraking;
    private final boolean idleWhenBraking;

    private IntPanis(
            EngineType engine, double[][] driving, double[][] braking, boolean idleWhenBraking) {
        this.engine = engine;
        this.driving = driving;
        this.braking = braking;
        this.idleWhenBraking = idleWhenBraking;
        heldFrom = turnovers(driving);
        heldFromBraking = turnovers(braking);
    }

    /** The model of an engine, as published but for the guards. */
    public static IntPanis of(EngineType engine) {
        return ALL.get(engine);
    }

    private static Map<EngineType, IntPanis> read() {
        List<String[]> rows = CoefficientTable.rows("int-panis-2006.csv");
        Map<EngineType, IntPanis> models = new EnumMap<>(EngineType.class);
        for (EngineType engine : EngineType.values()) {
            double[][] driving = new double[Pollutant.values().length][];
            double[][] braking = new double[Pollutant.values().length][];
            for (String[] row : rows) {
                if (row[0].equals(engine.name())) {
                    int p = Pollutant.valueOf(row[1]).ordinal();
                    double[] terms = new double[TERMS];
                    for (int k = 0; k < TERMS; k++) {
                        terms[k] = Double.parseDouble(row[3 + k]);
                    }
                    driving[p] = row[2].equals("braking") ? driving[p] : terms;
                    braking[p] = row[2].equals("driving") ? braking[p] : terms;
                }
            }
            models.put(engine, new IntPanis(engine, driving, braking, false));
        }
        return models;
    }

    /** The speed at which the part in v is largest, or infinity. */
    private static double[] turnovers(double[][] terms) {
        double[] speeds = new double[terms.length];
        for (int p = 0; p < speeds.length; p++) {
            boolean turns = terms[p][2] < 0 && terms[p][1] > 0;
            speeds[p] = turns ? terms[p][1] / (-2 * terms[p][2]) : Double.POSITIVE_INFINITY;
        }
        return speeds;
    }

    /** The same, but for the idle value wherever a driver brakes with more than 0.5 m/s². */
    public IntPanis idlingWhenBraking() {
        return new IntPanis(engine, driving, braking, true);
    }

    /** The engine. */
    public EngineType engine() {
        return engine;
    }

    /** The speed above which the largest value of a pollutant is held, m/s; infinity: none. */
    public double heldFrom(Pollutant pollutant) {
        return heldFrom[pollutant.ordinal()];
    }

    @Override
    public String name() {
        return "Int Panis et al. 2006";
    }

    @Override
    public void rates(double speed, double acceleration, double[] gramsPerSecond) {
        double a = Math.max(LEAST_ACCELERATION, Math.min(MOST_ACCELERATION, acceleration));
        boolean brakes = a < BRAKING;
        for (int p = 0; p < driving.length; p++) {
            double[] f = brakes ? braking[p] : driving[p];
            double v = Math.min(speed, brakes ? heldFromBraking[p] : heldFrom[p]);
            double grams =
                    brakes && idleWhenBraking && f == driving[p]
                            ? f[0]
                            : f[0] + v * (f[1] + f[2] * v) + a * (f[3] + f[4] * a + f[5] * speed);
            gramsPerSecond[p] = Math.max(0, grams);
        }
    }
}
