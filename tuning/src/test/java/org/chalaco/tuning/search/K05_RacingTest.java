package org.chalaco.tuning.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.tuning.codec.LegalPlanCodec;
import org.chalaco.tuning.evaluation.EvaluationBackend;
import org.chalaco.tuning.evaluation.EvaluationTask;
import org.chalaco.tuning.evaluation.TrafficSums;
import org.chalaco.tuning.objective.Objective;
import org.chalaco.tuning.problem.TuningProblem;
import org.chalaco.tuning.testkit.Arterial;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: replications go to those who stay ahead, on common seeds; nobody is simulated
 * twice, and who was left behind never scores best.
 */
class K05_RacingTest {

    private final TuningProblem problem = new Arterial(2, 300).problem(60).build();
    private final LegalPlanCodec codec = new LegalPlanCodec(problem);
    private final List<EvaluationTask> asked = new ArrayList<>();

    /** Scores by offset of the second signal, with noise that is the seed's own for all plans. */
    private final EvaluationBackend backend =
            new EvaluationBackend() {
                @Override
                public List<TrafficSums> evaluate(List<EvaluationTask> tasks) {
                    asked.addAll(tasks);
                    return tasks.stream().map(K05_RacingTest::sums).toList();
                }

                @Override
                public int workers() {
                    return 1;
                }

                @Override
                public String description() {
                    return "test";
                }

                @Override
                public void close() {}
            };

    private static TrafficSums sums(EvaluationTask task) {
        int cycle = task.plans().numbers()[0];
        double[] delay = new double[VehicleClass.values().length];
        delay[0] = 3600 * (cycle + task.seed());
        double[] none = new double[delay.length];
        return new TrafficSums(
                60, 1, 1, 0, none, delay, none, none, 0, 0, 0, 2, new double[0], new double[0], 1);
    }

    private Race race(Racing racing, long... seeds) {
        return new Race(
                codec, List.of(Objective.delay()), racing, seeds, backend, problem.presentPlans());
    }

    /** Genomes of different cycles; the present plan has 80 s. */
    private List<double[]> genomes(int... cycles) {
        List<double[]> genomes = new ArrayList<>();
        int[] all = codec.cyclesOfZone(0);
        for (int cycle : cycles) {
            double[] genes = new double[codec.length()];
            for (int k = 0; k < all.length; k++) {
                if (all[k] == cycle) {
                    genes[0] = (k + 0.5) / all.length;
                }
            }
            genomes.add(genes);
        }
        return genomes;
    }

    @Test
    void replicationsGoToThoseAhead() {
        Racing racing =
                new Racing(
                        List.of(
                                new Racing.Rung(1, 1),
                                new Racing.Rung(0.5, 2),
                                new Racing.Rung(0.25, 4)));
        Race race = race(racing, 10, 20, 30, 40);
        List<Candidate> scored = race.score(genomes(70, 50, 90, 60), 0);
        assertThat(scored).extracting(Candidate::replications).containsExactly(1, 4, 1, 2);
        // Today's plans on 4 seeds, then 4 x 1 + 2 x 1 + 1 x 2
        assertThat(race.simulations()).isEqualTo(4 + 4 + 2 + 2);
        assertThat(asked).doesNotHaveDuplicates();
    }

    @Test
    void scoresAreDifferencesToTodayOnTheSameSeeds() {
        Race race = race(Racing.halving(4), 10, 20, 30, 40);
        List<Candidate> scored = race.score(genomes(50, 60, 70, 90), 0);
        // The noise of the seeds, 25 on average, cancels: all scores are cycle + 25.
        assertThat(scored.get(0).score()).isCloseTo(75, within(1e-9));
        assertThat(scored.get(1).score()).isCloseTo(85, within(1e-9));
        assertThat(scored.get(3).score()).isCloseTo(115, within(1e-9));
    }

    @Test
    void nothingIsSimulatedAgainWhileItCompetes() {
        Race race = race(Racing.equal(3), 1, 2, 3);
        race.score(genomes(50, 60), 0);
        assertThat(race.simulations()).isEqualTo(9);
        race.score(genomes(60, 70), 1);
        assertThat(race.simulations()).as("only 70 s is new").isEqualTo(12);
        race.recorded(genomes(60, 70));
        race.score(genomes(50, 70), 2);
        assertThat(race.simulations()).as("50 s was gone").isEqualTo(15);
    }

    @Test
    void whoHasRunOnAllSeedsStaysToTheEnd() {
        Race race = race(Racing.halving(4), 10, 20, 30, 40);
        race.score(genomes(60, 70, 80, 90), 0);
        List<Candidate> scored = race.score(genomes(60, 50, 51, 52), 1);
        assertThat(scored.get(0).replications()).as("outrun, but known").isEqualTo(4);
        assertThat(scored.get(1).replications()).isEqualTo(4);
        assertThat(scored.get(3).replications()).isEqualTo(1);
    }

    @Test
    void aRaceGoesOnFromWhatWasRecorded() {
        Race race = race(Racing.halving(4), 10, 20, 30, 40);
        List<double[]> first = genomes(60, 70, 90, 100);
        race.score(first, 0);
        double[][][] record = race.recorded(first);
        List<Candidate> straight = race.score(genomes(60, 55, 70, 52), 1);
        Race resumed = race(Racing.halving(4), 10, 20, 30, 40);
        resumed.recall(first, record, 12);
        long before = resumed.simulations();
        assertThat(resumed.score(genomes(60, 55, 70, 52), 1)).isEqualTo(straight);
        assertThat(before).isEqualTo(12);
        assertThat(resumed.simulations() - before)
                .isEqualTo(race.simulations() - simulations(first));
    }

    /** Simulations of a race of its own that scores these genomes only. */
    private long simulations(List<double[]> genomes) {
        Race alone = race(Racing.halving(4), 10, 20, 30, 40);
        alone.score(genomes, 0);
        return alone.simulations();
    }

    @Test
    void seedsOfTheFirstRungMoveOn() {
        Race race = race(Racing.halving(4), 10, 20, 30, 40);
        race.score(genomes(50, 60, 70, 90), 0);
        assertThat(seedsOf(90)).containsExactly(10L);
        asked.clear();
        race.recorded(List.of());
        race.score(genomes(50, 60, 70, 100), 1);
        assertThat(seedsOf(100)).containsExactly(20L);
    }

    private List<Long> seedsOf(int cycle) {
        return asked.stream()
                .filter(t -> t.plans().numbers()[0] == cycle)
                .map(EvaluationTask::seed)
                .toList();
    }

    @Test
    void whoWasLeftBehindIsNotBest() {
        // 50 s is lucky on the first seed only: it would win a race of one replication.
        EvaluationBackend lucky =
                new EvaluationBackend() {
                    @Override
                    public List<TrafficSums> evaluate(List<EvaluationTask> tasks) {
                        return tasks.stream().map(this::lucky).toList();
                    }

                    private TrafficSums lucky(EvaluationTask task) {
                        TrafficSums sums = sums(task);
                        int cycle = task.plans().numbers()[0];
                        sums.delaySeconds()[0] +=
                                cycle == 50 ? (task.seed() == 10 ? 0 : 3600 * 500) : 0;
                        return sums;
                    }

                    @Override
                    public int workers() {
                        return 1;
                    }

                    @Override
                    public String description() {
                        return "lucky";
                    }

                    @Override
                    public void close() {}
                };
        Race race =
                new Race(
                        codec,
                        List.of(Objective.delay()),
                        Racing.halving(4),
                        new long[] {10, 20, 30, 40},
                        lucky,
                        problem.presentPlans());
        List<Candidate> ordered = Generations.inOrder(race.score(genomes(50, 60, 70, 90), 0));
        int best = codec.timings(ordered.get(0).genes()).get(0).cycle();
        assertThat(best).isEqualTo(60);
        assertThat(ordered.get(0).replications()).isEqualTo(4);
    }

    @Test
    void rungsMustNarrow() {
        assertThatThrownBy(() -> new Racing(List.of(new Racing.Rung(0.5, 1))))
                .hasMessageContaining("do not narrow");
        assertThat(Racing.halving(8).rungs())
                .containsExactly(
                        new Racing.Rung(1, 1), new Racing.Rung(0.5, 3), new Racing.Rung(0.125, 8));
    }
}
