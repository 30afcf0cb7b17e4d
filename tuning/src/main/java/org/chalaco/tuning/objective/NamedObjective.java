package org.chalaco.tuning.objective;

import java.util.function.Function;
import org.chalaco.tuning.evaluation.TrafficSums;

/** An objective by name, unit and formula. */
record NamedObjective(String name, String unit, Function<TrafficSums, FitnessBreakdown> formula)
        implements Objective {

    @Override
    public FitnessBreakdown breakdown(TrafficSums sums) {
        return formula.apply(sums);
    }
}
