package org.chalaco.spark;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.chalaco.tuning.evaluation.EvaluationBackend;
import org.chalaco.tuning.evaluation.EvaluationTask;
import org.chalaco.tuning.evaluation.ProblemSource;
import org.chalaco.tuning.evaluation.SearchStopped;
import org.chalaco.tuning.evaluation.TrafficSums;

/**
 * Simulations on a Spark cluster: candidates times replications are cut into pieces, each goes to
 * whoever is free, and results come back in the order of the tasks.
 *
 * <p>Workers get the problem's source once and make the problem themselves. A simulation is a pure
 * function of problem and task and is computed without the machine's own transcendental functions,
 * so results are those of local threads bit for bit, and a piece that is lost with its worker is
 * simply made again. One context serves a whole search, since starting it takes seconds.
 *
 * <p>Settings are Spark's own: system properties that begin with {@code spark.} are heeded, for
 * example {@code -Dspark.authenticate.secret=...}; see {@link SparkSettings} for what is set
 * otherwise. Called from one thread.
 */
public final class SparkBackend implements EvaluationBackend {

    /** So small that a lost worker costs little and all finish together, so large that it pays. */
    private static final int PIECES_PER_CORE = 4;

    private static final long LOOK_EVERY_MILLIS = 200;

    private final JavaSparkContext context;
    private final Broadcast<WorkerProblem> problem;
    private final BooleanSupplier stop;
    private final PieceListener pieces;

    /**
     * Connects to a cluster.
     *
     * @param master its address, as Spark knows it: {@code spark://host:7077}
     * @param source how workers make the problem
     * @param stop whether someone asked to stop
     * @param onFinished called for every simulation that is over, from any thread
     */
    public SparkBackend(
            String master, ProblemSource source, BooleanSupplier stop, Runnable onFinished) {
        this.stop = requireNonNull(stop, "stop");
        context = new JavaSparkContext(SparkSettings.of(master));
        pieces = new PieceListener(requireNonNull(onFinished, "listener"));
        context.sc().addSparkListener(pieces);
        problem = context.broadcast(new WorkerProblem(requireNonNull(source, "source")));
    }

    @Override
    public List<TrafficSums> evaluate(List<EvaluationTask> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        int count = Math.min(tasks.size(), PIECES_PER_CORE * workers());
        pieces.expect(tasks.size(), count);
        Broadcast<WorkerProblem> shared = problem;
        JavaFutureAction<List<Outcome>> job =
                context.parallelize(tasks, count)
                        .map(task -> Outcome.of(shared.value(), task))
                        .collectAsync();
        List<TrafficSums> sums = new ArrayList<>(tasks.size());
        for (Outcome outcome : await(job)) {
            sums.add(outcome.getSums());
        }
        return sums;
    }

    private List<Outcome> await(JavaFutureAction<List<Outcome>> job) {
        try {
            while (true) {
                if (stop.getAsBoolean()) {
                    throw new SearchStopped();
                }
                try {
                    return job.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // not yet; look again whether someone wants to stop
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The cluster gave up.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchStopped();
        } finally {
            job.cancel(true);
        }
    }

    /** Cores that are there now; a cluster that is still gathering has at least one. */
    @Override
    public int workers() {
        return Math.max(1, context.defaultParallelism());
    }

    @Override
    public String description() {
        return "Spark " + context.version() + " at " + context.master();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Executors that were lost since the start. */
    int lostExecutors() {
        return pieces.lostExecutors();
    }
}
