package org.chalaco.tuning.search;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.tuning.codec.SignalPlanCodec;
import org.chalaco.tuning.problem.TuningProblem;

/**
 * What a method is given.
 *
 * @param problem what is tuned
 * @param codec how plans are numbers
 * @param scoring scores genomes
 * @param start genomes to begin with, the best known first come: present, Webster, uniform, ...
 * @param populationSize candidates of a generation
 * @param seed of everything random in the search itself
 */
public record SearchSetting(
        TuningProblem problem,
        SignalPlanCodec codec,
        CandidateScoring scoring,
        List<double[]> start,
        int populationSize,
        long seed) {

    public SearchSetting {
        requireNonNull(codec, "codec");
        requireNonNull(scoring, "scoring");
        start = List.copyOf(start);
        if (populationSize < 2) {
            throw new IllegalArgumentException(
                    "A population of (%d) cannot compete.%nMaybe 30?".formatted(populationSize));
        }
    }

    /** The random numbers of a generation: the same after a resumption. */
    public RandomStream random(int generation, String purpose) {
        return RandomStream.of(seed, generation, purpose);
    }

    /** A genome drawn uniformly from the codec's ranges. */
    public double[] randomGenome(RandomStream random) {
        double[] genes = new double[codec.length()];
        for (int g = 0; g < genes.length; g++) {
            genes[g] = randomGene(g, random);
        }
        return genes;
    }

    /** A gene drawn uniformly from its range. */
    public double randomGene(int gene, RandomStream random) {
        double low = codec.lowest(gene);
        double high = codec.highest(gene);
        return codec.isInteger()
                ? low + random.nextInt((int) (high - low) + 1)
                : low + (high - low) * random.nextDouble();
    }
}
