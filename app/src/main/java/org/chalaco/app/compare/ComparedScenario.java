package org.chalaco.app.compare;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.chalaco.tuning.problem.TuningProblem;

/**
 * A scenario with the strategies that control it.
 *
 * @param name in tables and files
 * @param problem roads, signals, traffic by seed and the time that counts: the same as in tuning
 * @param strategies in the order asked for
 */
record ComparedScenario(String name, TuningProblem problem, List<Strategy> strategies) {

    ComparedScenario {
        requireNonNull(problem, "problem");
        strategies = List.copyOf(strategies);
    }
}
