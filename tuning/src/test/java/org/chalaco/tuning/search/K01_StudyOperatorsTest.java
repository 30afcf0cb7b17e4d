package org.chalaco.tuning.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.tuning.codec.StudyPlanCodec;
import org.chalaco.tuning.problem.TuningProblem;
import org.chalaco.tuning.testkit.AnalyticScoring;
import org.chalaco.tuning.testkit.Arterial;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: the operators of the Havana study do what its report says, by hand. */
class K01_StudyOperatorsTest {

    private static final double[] MOTHER = {10, 20, 30, 40, 50, 60};
    private static final double[] FATHER = {11, 45, 80, 10, 8, 15};

    private final TuningProblem problem = new Arterial(3, 300).problem(300).build();

    private SearchSetting setting(CandidateScoring scoring) {
        return new SearchSetting(
                problem, new StudyPlanCodec(problem, 3, 90), scoring, List.of(), 10, 7);
    }

    private static StreamGenerator random(int seed) {
        return new StreamGenerator(RandomStream.of(seed, 0, "test"));
    }

    @Test
    void multiPointSwapsEverySecondPiece() {
        double[][] children = StudyOperators.multiPoint(MOTHER, FATHER, new int[] {2, 4});
        assertThat(children[0]).containsExactly(10, 20, 80, 10, 50, 60);
        assertThat(children[1]).containsExactly(11, 45, 30, 40, 8, 15);
        double[][] oneCut = StudyOperators.multiPoint(MOTHER, FATHER, new int[] {5});
        assertThat(oneCut[0]).containsExactly(10, 20, 30, 40, 50, 15);
    }

    @Test
    void multiPointCutsAtDifferentPlaces() {
        for (int seed = 0; seed < 50; seed++) {
            double[][] children = StudyOperators.multiPoint(2).cross(MOTHER, FATHER, random(seed));
            int foreign = 0;
            for (int g = 0; g < 6; g++) {
                foreign += children[0][g] == FATHER[g] ? 1 : 0;
                assertThat(children[0][g] + children[1][g]).isEqualTo(MOTHER[g] + FATHER[g]);
            }
            assertThat(foreign).as("genes between two cuts").isBetween(1, 4);
            assertThat(children[0][0]).isEqualTo(10);
        }
    }

    @Test
    void intermediateIsTheMeanAndOneParent() {
        double[][] children = StudyOperators.intermediate().cross(MOTHER, FATHER, random(1));
        // (10 + 11) / 2 = 10.5 and (20 + 45) / 2 = 32.5 round to even.
        assertThat(children[0]).containsExactly(10, 32, 55, 25, 29, 38);
        assertThat(children[1])
                .satisfiesAnyOf(
                        c -> assertThat(c).isEqualTo(MOTHER), c -> assertThat(c).isEqualTo(FATHER));
    }

    @Test
    void geometricIsTheRootOfTheProductAndOneParent() {
        double[][] children = StudyOperators.geometric().cross(MOTHER, FATHER, random(2));
        // sqrt(110) = 10.49, sqrt(900) = 30, sqrt(2400) = 48.99, 20, 20, 30
        assertThat(children[0]).containsExactly(10, 30, 49, 20, 20, 30);
        assertThat(children[1])
                .satisfiesAnyOf(
                        c -> assertThat(c).isEqualTo(MOTHER), c -> assertThat(c).isEqualTo(FATHER));
    }

    @Test
    void bothParentsAreDrawnAsSecondChild() {
        long mothers = 0;
        for (int seed = 0; seed < 200; seed++) {
            double[] second = StudyOperators.geometric().cross(MOTHER, FATHER, random(seed))[1];
            mothers += Arrays.equals(second, MOTHER) ? 1 : 0;
        }
        assertThat(mothers).isBetween(70L, 130L);
    }

    @Test
    void mutationChangesOneGeneOfAGenomeOnAverage() {
        SearchSetting setting = setting(new AnalyticScoring(genes -> 0));
        Mutation mutation = StudyOperators.uniform(setting);
        double[] genes = new double[setting.codec().length()];
        Arrays.fill(genes, 30);
        StreamGenerator random = random(3);
        int changed = 0;
        int runs = 5000;
        for (int k = 0; k < runs; k++) {
            double[] mutated = mutation.mutate(genes, random);
            for (double gene : mutated) {
                changed += gene == 30 ? 0 : 1;
                assertThat(gene).isBetween(3.0, 90.0).isEqualTo(Math.rint(gene));
            }
        }
        // One in 88 redraws hits 30 again; 4 standard deviations of the mean are 0.057.
        assertThat(changed / (double) runs).isCloseTo(87 / 88.0, within(0.06));
        assertThat(genes).containsOnly(30);
    }

    @Test
    void linearRankingGivesTheWeightsOfTheStudy() {
        // n = 5, s = 1.8: 0.04 for the worst, steps of 0.08
        assertThat(StudyOperators.rankChances(5, 1.8))
                .containsExactly(new double[] {0.04, 0.12, 0.20, 0.28, 0.36}, within(1e-12));
        double[] chances = StudySearch.AS_PUBLISHED.chances(new double[] {7, 1, 9, 3, 5});
        assertThat(chances)
                .containsExactly(new double[] {0.12, 0.36, 0.04, 0.28, 0.20}, within(1e-12));
    }

    @Test
    void proportionalSelectionFavoursTheBetter() {
        // The study's own formula gave 0.1, 0.2, 0.7 for fitness -10, -20, -70.
        assertThat(StudyOperators.proportionalChances(new double[] {10, 20, 70}))
                .containsExactly(new double[] {60 / 110.0, 50 / 110.0, 0}, within(1e-12));
        assertThat(StudyOperators.proportionalChances(new double[] {4, 4}))
                .containsExactly(0.5, 0.5);
    }

    @Test
    void theWheelStopsWhereTheChancesSay() {
        double[] chances = {0.1, 0.2, 0.7};
        assertThat(StudySearch.draw(chances, 0.0999)).isZero();
        assertThat(StudySearch.draw(chances, 0.1)).isEqualTo(1);
        assertThat(StudySearch.draw(chances, 0.3001)).isEqualTo(2);
        assertThat(StudySearch.draw(chances, 0.9999999)).isEqualTo(2);
    }

    @Test
    void elitesGoOnUnchangedAndTheBestNeverGetsWorse() {
        AnalyticScoring scoring =
                new AnalyticScoring(
                        genes -> Arrays.stream(genes).map(g -> (g - 25) * (g - 25)).sum());
        SearchSetting setting = setting(scoring);
        Generation generation = StudySearch.AS_PUBLISHED.begin(setting);
        for (int k = 0; k < 40; k++) {
            Generation next = StudySearch.AS_PUBLISHED.next(generation, setting);
            List<double[]> genomes = next.candidates().stream().map(Candidate::genes).toList();
            for (Candidate elite : generation.candidates().subList(0, 2)) {
                assertThat(genomes).anySatisfy(g -> assertThat(g).isEqualTo(elite.genes()));
            }
            assertThat(next.best().score()).isLessThanOrEqualTo(generation.best().score());
            assertThat(next.candidates()).hasSize(10);
            generation = next;
        }
        double first = StudySearch.AS_PUBLISHED.begin(setting).best().score();
        assertThat(generation.best().score()).isLessThan(0.5 * first);
    }
}
