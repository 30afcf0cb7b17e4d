package org.chalaco.app.study;

import java.util.Map;
import org.chalaco.tuning.evaluation.ReplicationSeeds;
import org.chalaco.tuning.problem.PlanSet;
import org.chalaco.tuning.problem.PlanTiming;
import org.chalaco.tuning.problem.TuningProblem;
import org.chalaco.tuning.timing.CriticalFlows;
import org.chalaco.tuning.timing.FormulaPlans;
import org.chalaco.tuning.timing.MovementFlows;

/** Plans by formula, for flows that were counted in a few runs. */
final class FormulaRivals {

    private static final int FLOW_RUNS = 4;

    private FormulaRivals() {}

    static Map<String, PlanSet> of(TuningProblem problem, long seed) {
        long[] seeds = ReplicationSeeds.of(seed, "flows", FLOW_RUNS);
        CriticalFlows flows = new CriticalFlows(problem, MovementFlows.of(problem, seeds));
        FormulaPlans formulas = new FormulaPlans(problem, flows);
        return Map.of("webster", PlanTiming.plans(problem, formulas.webster()));
    }
}
