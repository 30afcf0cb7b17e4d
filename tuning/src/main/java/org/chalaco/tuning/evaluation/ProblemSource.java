package org.chalaco.tuning.evaluation;

import java.io.Serializable;
import org.chalaco.tuning.problem.TuningProblem;

/**
 * How another process makes the same problem: what travels to the workers of a cluster, since roads
 * and traffic do not. It must give the same problem wherever it is opened, so that it carries or
 * draws everything itself and reads no file that only one machine has.
 */
@FunctionalInterface
public interface ProblemSource extends Serializable {

    /** Makes the problem. */
    TuningProblem open();
}
