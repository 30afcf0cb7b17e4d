package org.chalaco.tuning.search;

import java.util.Arrays;

/**
 * One genome and what it scored. Immutable by convention: arrays are not to be changed.
 *
 * @param genes the genome
 * @param scores one per objective; smaller is better
 * @param replications simulations behind the scores
 */
public record Candidate(double[] genes, double[] scores, int replications) {

    /** The first, or only, score. */
    public double score() {
        return scores[0];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Candidate c
                && Arrays.equals(genes, c.genes)
                && Arrays.equals(scores, c.scores)
                && replications == c.replications;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(genes) + Arrays.hashCode(scores);
    }
}
