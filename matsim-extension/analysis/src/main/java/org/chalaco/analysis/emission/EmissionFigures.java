package org.chalaco.analysis.emission;

import static org.chalaco.analysis.emission.EmissionSums.GRAMS;
import static org.chalaco.analysis.emission.EmissionSums.LITRES;
import static org.chalaco.analysis.emission.EmissionSums.METRES;
import static org.chalaco.analysis.emission.EmissionSums.SECONDS;
import static org.chalaco.analysis.emission.EmissionSums.STANDING_SECONDS;

/** What some vehicles drove and emitted. Immutable; rates over no distance are NaN. */
public final class EmissionFigures {

    private final double[] row;

    EmissionFigures(double[] row) {
        this.row = row.clone();
    }

    /** Time on the road, s. */
    public double seconds() {
        return row[SECONDS];
    }

    /** Distance driven, m. */
    public double metres() {
        return row[METRES];
    }

    /** Time standing, s. */
    public double standingSeconds() {
        return row[STANDING_SECONDS];
    }

    /** Fuel burnt, L. */
    public double litres() {
        return row[LITRES];
    }

    /** What was emitted, g. */
    public double grams(Pollutant pollutant) {
        return row[GRAMS + pollutant.ordinal()];
    }

    /** What was emitted per vehicle-kilometre, g; NaN if nobody drove. */
    public double gramsPerKm(Pollutant pollutant) {
        return metres() > 0 ? 1000 * grams(pollutant) / metres() : Double.NaN;
    }

    /** Fuel per hundred vehicle-kilometres, L; NaN if nobody drove. */
    public double litresPer100Km() {
        return metres() > 0 ? 1e5 * litres() / metres() : Double.NaN;
    }
}
