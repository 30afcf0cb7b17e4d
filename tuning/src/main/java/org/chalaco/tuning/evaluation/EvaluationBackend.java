package org.chalaco.tuning.evaluation;

import java.util.List;

/**
 * Where simulations run: on threads of this machine, or on a cluster. A backend belongs to one
 * problem.
 *
 * <p>Contract: the same tasks give the same results, bit for bit, whatever the backend, the number
 * of workers, their order or their failures; a lost worker costs time only. Called from one thread.
 */
public interface EvaluationBackend extends AutoCloseable {

    /**
     * Simulates.
     *
     * @return the result of each task, in the order of the tasks
     * @throws SearchStopped if someone asked to stop meanwhile; nothing of the call is kept
     */
    List<TrafficSums> evaluate(List<EvaluationTask> tasks);

    /** How many simulations run at once, for the estimate of the time left. */
    int workers();

    /** One line about it for reports: {@code 2 threads}. */
    String description();

    @Override
    void close();
}
