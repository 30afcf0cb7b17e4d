package org.chalaco.tuning.evaluation;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.chalaco.tuning.problem.PlanSet;

/**
 * One simulation to be made: these plans, this seed. Its result depends on nothing else.
 *
 * @param plans what the signals show
 * @param seed of the traffic and of everything random in the run
 * @param withReserve whether the traffic is that of a search, with the problem's reserve
 */
public record EvaluationTask(PlanSet plans, long seed, boolean withReserve)
        implements Serializable {

    private static final long serialVersionUID = 2;

    public EvaluationTask {
        requireNonNull(plans, "plans");
    }

    /** The same plans in usual traffic. */
    public EvaluationTask(PlanSet plans, long seed) {
        this(plans, seed, false);
    }
}
