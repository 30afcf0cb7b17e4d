package org.chalaco.tuning.search;

import io.jenetics.AltererResult;
import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.Selector;
import io.jenetics.engine.Engine;
import io.jenetics.engine.EvolutionStart;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * One generation of evolution by Jenetics: selection of survivors and parents, children by
 * crossover and mutation, scores for all.
 *
 * <p>Jenetics runs on this thread with a random stream of (seed, generation), and scores come from
 * the setting, so the result does not depend on threads.
 *
 * @param <C> what individuals are compared by: a score, or a vector of them
 */
final class Evolution<C extends Comparable<? super C>> {

    private final SearchSetting setting;
    private final Function<double[], C> fitness;
    private final Optimize direction;
    private final Crossover crossover;
    private final Mutation mutation;
    private final double low;
    private final double high;
    private List<double[]> firstChildren = List.of();

    /**
     * An evolution.
     *
     * @param fitness makes of the scores what individuals are compared by
     * @param direction whether small or large fitness is good
     */
    Evolution(
            SearchSetting setting,
            Function<double[], C> fitness,
            Optimize direction,
            Crossover crossover,
            Mutation mutation) {
        this.setting = setting;
        this.fitness = fitness;
        this.direction = direction;
        this.crossover = crossover;
        this.mutation = mutation;
        low = setting.codec().lowest(0);
        // Jenetics excludes the upper bound.
        high = setting.codec().highest(0) + (setting.codec().isInteger() ? 1 : 0);
    }

    /** Children that were made elsewhere and take the first places. */
    Evolution<C> withChildren(List<double[]> children) {
        firstChildren = List.copyOf(children);
        return this;
    }

    /**
     * The candidates of the next generation.
     *
     * @param survivors how many go on unchanged, chosen by {@code surviving}
     */
    List<Candidate> next(
            Generation generation,
            int survivors,
            Selector<DoubleGene, C> surviving,
            Selector<DoubleGene, C> mating) {
        Map<Genotype<DoubleGene>, Candidate> scored = new HashMap<>();
        List<Phenotype<DoubleGene, C>> population = new ArrayList<>();
        for (Candidate candidate : generation.candidates()) {
            Genotype<DoubleGene> genotype = genotype(candidate.genes());
            scored.put(genotype, candidate);
            population.add(Phenotype.of(genotype, 1, fitness.apply(candidate.scores())));
        }
        int number = generation.number() + 1;
        Engine<DoubleGene, C> engine =
                new Engine.Builder<DoubleGene, C>(
                                all -> score(all, number, scored),
                                () -> genotype(generation.best().genes()))
                        .optimize(direction)
                        .populationSize(setting.populationSize())
                        .survivorsSize(survivors)
                        .survivorsSelector(surviving)
                        .offspringSelector(mating)
                        .alterers(this::children)
                        .maximalPhenotypeAge(Long.MAX_VALUE)
                        .executor(Runnable::run)
                        .build();
        EvolutionStart<DoubleGene, C> start = EvolutionStart.of(ISeq.of(population), 1);
        ISeq<Phenotype<DoubleGene, C>> next =
                RandomRegistry.with(
                        new StreamGenerator(setting.random(number, "evolution")),
                        random -> engine.evolve(start).population());
        List<Candidate> candidates = new ArrayList<>();
        next.forEach(p -> candidates.add(scored.get(p.genotype())));
        return Generations.inOrder(candidates);
    }

    /** Scores everyone anew, survivors too: they compete in this generation's race. */
    private ISeq<Phenotype<DoubleGene, C>> score(
            Seq<Phenotype<DoubleGene, C>> all,
            int number,
            Map<Genotype<DoubleGene>, Candidate> scored) {
        if (all.forAll(Phenotype::isEvaluated)) {
            return all.asISeq();
        }
        List<double[]> genomes = all.stream().map(p -> genes(p.genotype())).toList();
        List<Candidate> candidates = setting.scoring().score(genomes, number);
        List<Phenotype<DoubleGene, C>> result = new ArrayList<>();
        for (int k = 0; k < candidates.size(); k++) {
            scored.put(all.get(k).genotype(), candidates.get(k));
            result.add(all.get(k).withFitness(fitness.apply(candidates.get(k).scores())));
        }
        return ISeq.of(result);
    }

    /** Crosses neighbours in the list of parents and mutates their children. */
    private AltererResult<DoubleGene, C> children(
            Seq<Phenotype<DoubleGene, C>> parents, long generation) {
        RandomGenerator random = RandomRegistry.random();
        List<Phenotype<DoubleGene, C>> children = new ArrayList<>();
        for (double[] genes : firstChildren) {
            if (children.size() < parents.size()) {
                children.add(Phenotype.of(genotype(genes), generation));
            }
        }
        for (int k = 0; k < parents.size(); k += 2) {
            double[] mother = genes(parents.get(k).genotype());
            double[] father = genes(parents.get((k + 1) % parents.size()).genotype());
            for (double[] child : crossover.cross(mother, father, random)) {
                if (children.size() < parents.size()) {
                    double[] changed = mutation.mutate(child, random);
                    children.add(Phenotype.of(genotype(changed), generation));
                }
            }
        }
        return new AltererResult<>(ISeq.of(children), children.size());
    }

    private Genotype<DoubleGene> genotype(double[] genes) {
        return Genotype.of(
                DoubleChromosome.of(
                        IntStream.range(0, genes.length)
                                .mapToObj(g -> DoubleGene.of(genes[g], low, high))
                                .toArray(DoubleGene[]::new)));
    }

    private static double[] genes(Genotype<DoubleGene> genotype) {
        return genotype.chromosome().stream().mapToDouble(DoubleGene::doubleValue).toArray();
    }
}
