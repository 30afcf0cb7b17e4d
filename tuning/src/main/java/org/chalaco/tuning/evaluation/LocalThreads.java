package org.chalaco.tuning.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.chalaco.tuning.problem.TuningProblem;

/**
 * Simulations on threads of this process, each on one thread. The road network and everything else
 * that does not change is shared by all of them.
 */
public final class LocalThreads implements EvaluationBackend {

    private final TuningProblem problem;
    private final int threads;
    private final BooleanSupplier stop;
    private final Runnable onFinished;
    private final ExecutorService pool;

    /**
     * A backend.
     *
     * @param threads how many simulations run at once
     * @param stop whether someone asked to stop, asked before every simulation
     * @param onFinished called after every simulation, from its thread
     */
    public LocalThreads(
            TuningProblem problem, int threads, BooleanSupplier stop, Runnable onFinished) {
        this.problem = requireNonNull(problem, "problem");
        this.stop = requireNonNull(stop, "stop");
        this.onFinished = requireNonNull(onFinished, "listener");
        if (threads < 1) {
            throw new IllegalArgumentException(
                    "Evaluations on (%d) threads cannot run.%nMaybe 1?".formatted(threads));
        }
        this.threads = threads;
        pool =
                Executors.newFixedThreadPool(
                        threads,
                        task -> {
                            Thread thread = new Thread(task, "evaluation");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /** A backend that nobody stops. */
    public static LocalThreads of(TuningProblem problem, int threads) {
        return new LocalThreads(problem, threads, () -> false, () -> {});
    }

    @Override
    public List<TrafficSums> evaluate(List<EvaluationTask> tasks) {
        List<Future<TrafficSums>> running = new ArrayList<>(tasks.size());
        for (EvaluationTask task : tasks) {
            running.add(pool.submit(() -> simulate(task)));
        }
        List<TrafficSums> results = new ArrayList<>(tasks.size());
        try {
            for (Future<TrafficSums> each : running) {
                results.add(each.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("A simulation broke.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchStopped();
        } finally {
            running.forEach(each -> each.cancel(false));
        }
    }

    private TrafficSums simulate(EvaluationTask task) {
        if (stop.getAsBoolean()) {
            throw new SearchStopped();
        }
        TrafficSums sums = Evaluation.of(problem, task);
        onFinished.run();
        return sums;
    }

    @Override
    public int workers() {
        return threads;
    }

    @Override
    public String description() {
        return threads == 1 ? "1 thread" : threads + " threads";
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
