package org.chalaco.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.chalaco.tuning.evaluation.EvaluationBackend;
import org.chalaco.tuning.evaluation.EvaluationBackendProvider;
import org.chalaco.tuning.evaluation.EvaluationTask;
import org.chalaco.tuning.evaluation.LocalThreads;
import org.chalaco.tuning.evaluation.ProblemSource;
import org.chalaco.tuning.evaluation.SearchStopped;
import org.chalaco.tuning.evaluation.TrafficSums;
import org.chalaco.tuning.problem.PlanSet;
import org.chalaco.tuning.problem.TuningProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: simulations on a Spark cluster give what local threads give, bit for bit, and
 * a worker that is killed in the middle costs time only.
 */
@Timeout(300)
class K40_SparkBackendTest {

    @TempDir private Path folder;

    @AfterEach
    void forgetJars() {
        System.clearProperty("spark.jars");
    }

    private static HabanaSource source() throws IOException {
        return HabanaSource.read(Path.of("../../scenarios/habana/data"));
    }

    /** Present plans of all signals, each moved by its own number of seconds. */
    private static List<EvaluationTask> tasks(TuningProblem problem, int plans, int seeds) {
        List<EvaluationTask> tasks = new ArrayList<>();
        for (int p = 0; p < plans; p++) {
            int shift = 5 * p;
            PlanSet set =
                    PlanSet.of(
                            problem.intersections(),
                            problem.presentPlans().plans(problem.intersections()).stream()
                                    .map(plan -> plan.withOffset(plan.offset() + shift))
                                    .toList());
            for (int s = 1; s <= seeds; s++) {
                tasks.add(new EvaluationTask(set, s));
            }
        }
        return tasks;
    }

    private static List<TrafficSums> locally(TuningProblem problem, List<EvaluationTask> tasks) {
        try (LocalThreads threads = LocalThreads.of(problem, 2)) {
            return threads.evaluate(tasks);
        }
    }

    @Test
    void aKilledWorkerCostsTimeOnly() throws IOException, InterruptedException {
        TuningProblem problem = source().open();
        List<EvaluationTask> tasks = tasks(problem, 30, 10);
        List<TrafficSums> expected = locally(problem, tasks);
        assertThat(expected.stream().distinct().count()).isGreaterThan(250);
        System.setProperty("spark.jars", SparkCluster.ownClasses(folder));
        AtomicInteger finished = new AtomicInteger();
        AtomicInteger finishedAtKill = new AtomicInteger(-1);
        try (SparkCluster cluster = SparkCluster.start(folder, 2);
                SparkBackend backend =
                        new SparkBackend(
                                cluster.address(),
                                source(),
                                () -> killOnce(cluster, finished, finishedAtKill),
                                finished::incrementAndGet)) {
            List<TrafficSums> found = backend.evaluate(tasks);
            assertThat(found).isEqualTo(expected);
            assertThat(finishedAtKill.get()).as("killed in the middle").isBetween(1, 299);
            assertThat(backend.lostExecutors()).isPositive();
            // the survivor goes on
            List<EvaluationTask> more = tasks(problem, 2, 3);
            assertThat(backend.evaluate(more)).isEqualTo(locally(problem, more));
        }
    }

    /** Asked a few times a second whether to stop: never, but a worker dies on the way. */
    private static boolean killOnce(
            SparkCluster cluster, AtomicInteger finished, AtomicInteger finishedAtKill) {
        int now = finished.get();
        if (now > 0 && finishedAtKill.compareAndSet(-1, now)) {
            try {
                cluster.killWorker(1);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return false;
    }

    @Test
    void resultsOnOneMachineAreThoseOfThreads() throws IOException {
        TuningProblem problem = source().open();
        List<EvaluationTask> tasks = tasks(problem, 3, 5);
        AtomicInteger finished = new AtomicInteger();
        EvaluationBackendProvider provider =
                EvaluationBackendProvider.find("local[2]").orElseThrow();
        try (EvaluationBackend backend =
                provider.open("local[2]", source(), () -> false, finished::incrementAndGet)) {
            assertThat(backend.workers()).isEqualTo(2);
            assertThat(backend.description()).contains("Spark 4").contains("local[2]");
            assertThat(backend.evaluate(tasks)).isEqualTo(locally(problem, tasks));
            assertThat(backend.evaluate(List.of())).isEmpty();
            awaitEquals(finished, tasks.size());
        }
    }

    /** Spark reports asynchronously. */
    private static void awaitEquals(AtomicInteger found, int expected) {
        for (int k = 0; k < 100 && found.get() < expected; k++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(found.get()).isEqualTo(expected);
    }

    @Test
    void whatBreaksOnWorkersIsToldAndWhoWantsToStopIsHeard() throws IOException {
        TuningProblem problem = source().open();
        List<EvaluationTask> tasks = tasks(problem, 1, 2);
        ProblemSource broken =
                () -> {
                    throw new IllegalArgumentException("No such map.");
                };
        try (SparkBackend backend = new SparkBackend("local[1]", broken, () -> false, () -> {})) {
            assertThatThrownBy(() -> backend.evaluate(tasks))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("No such map.");
        }
        try (SparkBackend backend = new SparkBackend("local[1]", source(), () -> true, () -> {})) {
            assertThatThrownBy(() -> backend.evaluate(tasks)).isInstanceOf(SearchStopped.class);
        }
    }
}
