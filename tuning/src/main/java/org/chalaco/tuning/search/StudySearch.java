package org.chalaco.tuning.search;

import io.jenetics.DoubleGene;
import io.jenetics.EliteSelector;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.Selector;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.chalaco.mobsim.traffic.RandomStream;

/**
 * The genetic algorithm of the Havana study (2023): random genomes of whole seconds, children of
 * couples chosen by rank or fitness, mutation of one gene in n, two elites that stay as they are.
 *
 * @param selection how parents are chosen
 * @param crossing how children are made
 */
public record StudySearch(Selection selection, Crossing crossing) implements SearchMethod {

    /** How parents are chosen. */
    public enum Selection {
        /** Linear ranking with pressure 1.8; the study's experiments used it. */
        RANK,
        /** In proportion to the distance to the worst. */
        PROPORTIONAL
    }

    /** How children are made. */
    public enum Crossing {
        /** Two cuts; the study's experiments used it. */
        MULTI_POINT,
        /** Geometric mean. */
        GEOMETRIC,
        /** Arithmetic mean. */
        INTERMEDIATE
    }

    /** As in the study's 53 experiments. */
    public static final StudySearch AS_PUBLISHED =
            new StudySearch(Selection.RANK, Crossing.MULTI_POINT);

    private static final int ELITES = 2;
    private static final double PRESSURE = 1.8;

    @Override
    public String name() {
        if (equals(AS_PUBLISHED)) {
            return "study";
        }
        return "study-%s-%s"
                .formatted(
                        selection.name().toLowerCase(Locale.ROOT),
                        crossing.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Random genomes; the starting plans of other methods are not used. */
    @Override
    public Generation begin(SearchSetting setting) {
        RandomStream random = setting.random(0, "first generation");
        List<double[]> genomes = new ArrayList<>();
        for (int k = 0; k < setting.populationSize(); k++) {
            genomes.add(setting.randomGenome(random));
        }
        return Generations.of(0, genomes, List.of(), false, setting);
    }

    @Override
    public Generation next(Generation generation, SearchSetting setting) {
        Evolution<Double> evolution =
                new Evolution<>(
                        setting,
                        scores -> scores[0],
                        Optimize.MINIMUM,
                        crossover(),
                        StudyOperators.uniform(setting));
        return new Generation(
                generation.number() + 1,
                evolution.next(generation, ELITES, new EliteSelector<>(ELITES), parents()),
                List.of(),
                false);
    }

    private Crossover crossover() {
        return switch (crossing) {
            case MULTI_POINT -> StudyOperators.multiPoint(2);
            case GEOMETRIC -> StudyOperators.geometric();
            case INTERMEDIATE -> StudyOperators.intermediate();
        };
    }

    /** Jenetics' own roulette would turn the chances round once more to minimise. */
    private Selector<DoubleGene, Double> parents() {
        return (population, count, direction) -> {
            double[] chances =
                    chances(population.stream().mapToDouble(Phenotype::fitness).toArray());
            return IntStream.range(0, count)
                    .map(k -> draw(chances, RandomRegistry.random().nextDouble()))
                    .mapToObj(population::get)
                    .collect(ISeq.toISeq());
        };
    }

    /** The individual at this place of the roulette wheel. */
    static int draw(double[] chances, double place) {
        double sum = 0;
        for (int k = 0; k < chances.length; k++) {
            sum += chances[k];
            if (place < sum) {
                return k;
            }
        }
        return chances.length - 1;
    }

    /** Chance of each to be chosen as a parent. */
    double[] chances(double[] scores) {
        if (selection == Selection.PROPORTIONAL) {
            return StudyOperators.proportionalChances(scores);
        }
        double[] byPlace = StudyOperators.rankChances(scores.length, PRESSURE);
        List<Integer> fromWorst =
                IntStream.range(0, scores.length)
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingDouble(k -> -scores[k])
                                        .thenComparing(Comparator.reverseOrder()))
                        .toList();
        double[] chances = new double[scores.length];
        for (int place = 0; place < scores.length; place++) {
            chances[fromWorst.get(place)] = byPlace[place];
        }
        return chances;
    }
}
