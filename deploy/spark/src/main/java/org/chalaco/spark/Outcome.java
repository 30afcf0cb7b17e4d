package org.chalaco.spark;

import java.io.Serializable;
import org.chalaco.tuning.evaluation.Evaluation;
import org.chalaco.tuning.evaluation.EvaluationTask;
import org.chalaco.tuning.evaluation.TrafficSums;

/**
 * What a simulation came to, or why it broke. What breaks by itself would break again, so it is
 * told and not thrown: Spark would try it on every worker.
 *
 * @param sums the result, or null
 * @param failure what went wrong, or null
 */
record Outcome(TrafficSums sums, String failure) implements Serializable {

    private static final long serialVersionUID = 1;

    static Outcome of(WorkerProblem problem, EvaluationTask task) {
        try {
            return new Outcome(Evaluation.of(problem.get(), task), null);
        } catch (RuntimeException e) {
            return new Outcome(null, "Seed (%d): %s".formatted(task.seed(), e));
        }
    }

    TrafficSums getSums() {
        if (failure != null) {
            throw new IllegalStateException("A simulation broke. " + failure);
        }
        return sums;
    }
}
