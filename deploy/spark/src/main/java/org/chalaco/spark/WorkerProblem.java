package org.chalaco.spark;

import java.io.Serializable;
import org.chalaco.tuning.evaluation.ProblemSource;
import org.chalaco.tuning.problem.TuningProblem;

/** The problem on a worker: its source travels, the problem is made once in each process. */
final class WorkerProblem implements Serializable {

    private static final long serialVersionUID = 1;

    private final ProblemSource source;
    private transient TuningProblem problem;

    WorkerProblem(ProblemSource source) {
        this.source = source;
    }

    synchronized TuningProblem get() {
        if (problem == null) {
            problem = source.open();
        }
        return problem;
    }
}
