package org.chalaco.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.chalaco.tuning.checkpoint.CheckpointFile;
import org.chalaco.tuning.checkpoint.CheckpointStore;
import org.chalaco.tuning.codec.LegalPlanCodec;
import org.chalaco.tuning.codec.SignalPlanCodec;
import org.chalaco.tuning.codec.StudyPlanCodec;
import org.chalaco.tuning.evaluation.LocalThreads;
import org.chalaco.tuning.objective.Objective;
import org.chalaco.tuning.problem.EvaluationWindow;
import org.chalaco.tuning.problem.InvalidTuningException;
import org.chalaco.tuning.problem.TuningProblem;
import org.chalaco.tuning.search.Candidate;
import org.chalaco.tuning.search.Racing;
import org.chalaco.tuning.search.SearchMethod;
import org.chalaco.tuning.testkit.Arterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE UNDER TEST: a whole search: the same on any number of threads, the same after an
 * interruption, better than the plans it began with, and stopped when nothing improves.
 */
class K07_SearchTest {

    private static final TuningSettings SHORT =
            TuningSettings.STANDARD
                    .withSize(6, 4)
                    .withReplications(Racing.halving(3), 3)
                    .withSteadyStop(0, 0)
                    .withFinalists(2);

    private final TuningProblem problem =
            new Arterial(2, 300).problem(60).window(new EvaluationWindow(0, 60, 210)).build();

    @TempDir private Path folder;

    private SignalTuning tuning(LocalThreads backend, String method, CheckpointStore checkpoints) {
        SearchMethod search = SearchMethods.getMethod(method);
        SignalPlanCodec codec =
                method.startsWith("study")
                        ? new StudyPlanCodec(problem, 3, 90)
                        : new LegalPlanCodec(problem);
        return SignalTuning.of(problem, backend)
                .method(search)
                .codec(codec)
                .settings(SHORT)
                .checkpoints(checkpoints);
    }

    private TuningResult run(String method, int threads, CheckpointStore checkpoints) {
        try (LocalThreads backend = LocalThreads.of(problem, threads)) {
            return tuning(backend, method, checkpoints).run();
        }
    }

    private static void assertSame(TuningResult a, TuningResult b) {
        assertThat(a.best()).isEqualTo(b.best());
        assertThat(a.history()).isEqualTo(b.history());
        assertThat(a.finalists()).isEqualTo(b.finalists());
        assertThat(a.ranking()).isEqualTo(b.ranking());
        assertThat(a.simulations()).isEqualTo(b.simulations());
    }

    @Test
    void threadsChangeNothing() {
        assertSame(
                run("genetic", 1, CheckpointStore.NONE), run("genetic", 3, CheckpointStore.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"genetic", "hill-climb", "cma-es", "study", "random"})
    void anInterruptedSearchEndsAsIfItHadNotBeen(String method) throws IOException {
        TuningResult straight = run(method, 2, CheckpointStore.NONE);
        Path file = folder.resolve("checkpoint.txt");
        // Stopped in the middle of a generation, again and again, until it is through.
        TuningResult resumed = null;
        int stops = 0;
        for (int limit = 30; resumed == null || resumed.stopped(); limit = 50) {
            AtomicInteger left = new AtomicInteger(limit);
            try (LocalThreads backend =
                    new LocalThreads(problem, 2, () -> left.get() <= 0, left::decrementAndGet)) {
                resumed =
                        tuning(backend, method, new CheckpointFile(file, Files.exists(file))).run();
            }
            stops += resumed.stopped() ? 1 : 0;
            assertThat(stops).as("every stop leaves something").isLessThan(12);
        }
        assertThat(stops).isPositive();
        assertSame(resumed, straight);
    }

    @Test
    void aStoppedSearchKeepsTheBestSoFar() {
        AtomicInteger left = new AtomicInteger(45);
        try (LocalThreads backend =
                new LocalThreads(problem, 1, () -> left.get() <= 0, left::decrementAndGet)) {
            TuningResult stopped = tuning(backend, "genetic", CheckpointStore.NONE).run();
            assertThat(stopped.stopped()).isTrue();
            assertThat(stopped.history()).isNotEmpty();
            assertThat(stopped.ranking()).isEmpty();
            Candidate best = stopped.finalists().get(0);
            assertThat(stopped.best()).isEqualTo(new LegalPlanCodec(problem).decode(best.genes()));
        }
    }

    @Test
    void aSearchOfOtherThingsIsNotTakenUp() {
        Path file = folder.resolve("other.txt");
        run("random", 1, new CheckpointFile(file, false));
        assertThatThrownBy(() -> run("genetic", 1, new CheckpointFile(file, true)))
                .isInstanceOf(InvalidTuningException.class)
                .hasMessageContaining("CH-TUN-009");
        assertThatThrownBy(() -> run("random", 1, new CheckpointFile(folder.resolve("none"), true)))
                .hasMessageContaining("CH-TUN-010");
    }

    @Test
    void aDamagedCheckpointIsRefused() throws IOException {
        Path file = folder.resolve("damaged.txt");
        run("random", 1, new CheckpointFile(file, false));
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() - 3));
        assertThatThrownBy(() -> run("random", 1, new CheckpointFile(file, true)))
                .hasMessageContaining("CH-TUN-010")
                .hasMessageContaining("cannot be read");
        assertThat(folder.resolve("damaged.txt.tmp")).doesNotExist();
    }

    @Test
    void tunedPlansBeatTodaysOnFreshTraffic() {
        TuningResult result;
        try (LocalThreads backend = LocalThreads.of(problem, 2)) {
            result =
                    SignalTuning.of(problem, backend)
                            .settings(SHORT.withReplications(Racing.halving(3), 8))
                            .objectives(List.of(Objective.delayAndStops(10)))
                            .run();
        }
        RankedPlan tuned = find(result, SignalTuning.TUNED);
        RankedPlan present = find(result, Comparison.PRESENT);
        RankedPlan webster = find(result, "webster");
        assertThat(tuned.score().high()).isLessThan(0.9 * present.score().low());
        assertThat(tuned.score().high()).isLessThan(0.9 * webster.score().low());
        assertThat(tuned.change().high()).isLessThan(-0.1);
        assertThat(present.change().mean()).isZero();
        assertThat(result.ranking().get(0).plans()).isEqualTo(result.best());
    }

    private static RankedPlan find(TuningResult result, String name) {
        return result.ranking().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSearchThatImprovesNothingStops() {
        try (LocalThreads backend = LocalThreads.of(problem, 2)) {
            TuningResult result =
                    SignalTuning.of(problem, backend)
                            .method(SearchMethods.getMethod("random"))
                            .settings(SHORT.withSize(4, 40).withSteadyStop(2, 10))
                            .run();
            // No improvement is ten times the score, so it stops as soon as it may.
            assertThat(result.history()).hasSize(3);
        }
    }

    @Test
    void formulasAreMethodsToo() {
        for (String name : List.of("webster", "uniform", "hcm", "green-wave")) {
            TuningResult result = run(name, 2, CheckpointStore.NONE);
            assertThat(result.history()).as(name).hasSize(1);
        }
        assertThatThrownBy(() -> SearchMethods.getMethod("genetics"))
                .hasMessageContaining("CH-TUN-008")
                .hasMessageContaining("green-wave");
    }
}
