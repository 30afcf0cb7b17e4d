package org.chalaco.tuning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.tuning.codec.GeneKind;
import org.chalaco.tuning.codec.LegalPlanCodec;
import org.chalaco.tuning.problem.TuningProblem;
import org.chalaco.tuning.testkit.AnalyticScoring;
import org.chalaco.tuning.testkit.Arterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** FEATURE UNDER TEST: every search finds an optimum that is known beforehand. */
class K06_KnownOptimumTest {

    private final TuningProblem problem = new Arterial(6, 300).problem(60).build();
    private final LegalPlanCodec codec = new LegalPlanCodec(problem);

    /** Distance to 0.3, where offsets lie in a circle; 0 is the optimum. */
    private double distance(double[] genes) {
        double sum = 0;
        for (int g = 0; g < genes.length; g++) {
            double d = genes[g] - 0.3;
            d -= codec.kind(g) == GeneKind.OFFSET ? Math.rint(d) : 0;
            sum += d * d;
        }
        return sum;
    }

    private SearchSetting setting(AnalyticScoring scoring) {
        return new SearchSetting(problem, codec, scoring, List.of(), 30, 42);
    }

    static Stream<SearchMethod> methods() {
        return Stream.of(GeneticSearch.STANDARD, GeneticSearch.PLAIN, new HillClimb(), new CmaEs());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodComesClose(SearchMethod method) {
        AnalyticScoring scoring = new AnalyticScoring(this::distance);
        SearchSetting setting = setting(scoring);
        Generation generation = method.begin(setting);
        double first = generation.best().score();
        while (scoring.scored() < 6000 && !generation.finished()) {
            Generation next = method.next(generation, setting);
            assertThat(next.number()).isEqualTo(generation.number() + 1);
            generation = next;
        }
        // 31 genes: at random they are 5.5 away on average.
        assertThat(generation.best().score())
                .as("%s after %d, from %s", method.name(), scoring.scored(), first)
                .isLessThan(0.1);
    }

    @Test
    void chanceAloneDoesNot() {
        AnalyticScoring scoring = new AnalyticScoring(this::distance);
        SearchSetting setting = setting(scoring);
        Generation generation = new RandomSearch().begin(setting);
        while (scoring.scored() < 6000) {
            generation = new RandomSearch().next(generation, setting);
        }
        assertThat(generation.best().score()).isGreaterThan(0.5);
    }

    @Test
    void theSameSeedFindsTheSame() {
        for (SearchMethod method : methods().toList()) {
            double[] once = search(method, 9);
            assertThat(search(method, 9)).as(method.name()).isEqualTo(once);
        }
    }

    private double[] search(SearchMethod method, int generations) {
        SearchSetting setting = setting(new AnalyticScoring(this::distance));
        Generation generation = method.begin(setting);
        for (int k = 0; k < generations; k++) {
            generation = method.next(generation, setting);
        }
        return generation.best().genes();
    }

    @Test
    void twoObjectivesMakeAFront() {
        // Near 0.2 in one, near 0.8 in the other: the front lies between.
        AnalyticScoring scoring =
                new AnalyticScoring(
                        2, genes -> new double[] {around(genes, 0.2), around(genes, 0.8)});
        SearchSetting setting = setting(scoring);
        Generation generation = GeneticSearch.STANDARD.begin(setting);
        List<Candidate> front = Finalists.with(List.of(), generation, 5);
        for (int k = 0; k < 120; k++) {
            generation = GeneticSearch.STANDARD.next(generation, setting);
            front = Finalists.with(front, generation, 5);
        }
        List<double[]> scores = front.stream().map(Candidate::scores).toList();
        assertThat(front.size()).isBetween(10, 30);
        for (int k = 0; k < scores.size(); k++) {
            assertThat(Ranks.isOnFront(scores, k)).isTrue();
        }
        double low = scores.stream().mapToDouble(s -> s[0]).min().orElseThrow();
        double high = scores.stream().mapToDouble(s -> s[0]).max().orElseThrow();
        assertThat(high / low).as("the front is wide").isGreaterThan(1.5);
    }

    private static double around(double[] genes, double centre) {
        return Arrays.stream(genes).map(g -> (g - centre) * (g - centre)).sum();
    }

    @Test
    void crossoverKeepsIntersectionsTogether() {
        SearchSetting setting = setting(new AnalyticScoring(genes -> 0));
        Crossover crossover = new NeighbourhoodCrossover(setting);
        double[] mother = new double[codec.length()];
        double[] father = new double[codec.length()];
        Arrays.fill(mother, 0.25);
        Arrays.fill(father, 0.75);
        int exchanged = 0;
        for (int seed = 0; seed < 60; seed++) {
            double[] child = child(crossover, mother, father, seed);
            boolean pure = Arrays.stream(child).allMatch(g -> g == 0.25 || g == 0.75);
            if (pure) {
                exchanged++;
                for (int i = 0; i < problem.size(); i++) {
                    assertThat(genesOf(child, i)).as("intersection %d", i).hasSize(1);
                }
            }
        }
        assertThat(exchanged).isBetween(25, 55);
    }

    private static double[] child(Crossover c, double[] mother, double[] father, int seed) {
        return c.cross(mother, father, new StreamGenerator(RandomStream.of(seed, 0, "cross")))[0];
    }

    private List<Double> genesOf(double[] genes, int owner) {
        List<Double> own = new ArrayList<>();
        for (int g = 0; g < genes.length; g++) {
            if (codec.owner(g) == owner && !own.contains(genes[g])) {
                own.add(genes[g]);
            }
        }
        return own;
    }

    @Test
    void offsetsGoTheShortWayRound() {
        assertThat(NeighbourhoodCrossover.between(0.9, 0.1, 0.5, true))
                .isCloseTo(0.0, org.assertj.core.api.Assertions.within(1e-12));
        assertThat(NeighbourhoodCrossover.between(0.9, 0.1, 0.5, false)).isEqualTo(0.5);
        assertThat(PlanMutation.round(-0.25)).isEqualTo(0.75);
        assertThat(PlanMutation.reflected(-0.25)).isEqualTo(0.25);
        assertThat(PlanMutation.reflected(1.25)).isEqualTo(0.75);
        assertThat(PlanMutation.reflected(1.0)).isLessThan(1);
    }

    @Test
    void mutationStaysInRangeAndChangesSomething() {
        SearchSetting setting = setting(new AnalyticScoring(genes -> 0));
        Mutation mutation = new PlanMutation(setting);
        StreamGenerator random = new StreamGenerator(RandomStream.of(1, 0, "mutation"));
        for (int k = 0; k < 500; k++) {
            double[] genes = setting.randomGenome(setting.random(k, "genome"));
            double[] mutated = mutation.mutate(genes, random);
            assertThat(mutated).isNotEqualTo(genes);
            assertThat(Arrays.stream(mutated).allMatch(g -> g >= 0 && g < 1)).isTrue();
        }
    }
}
