package org.chalaco.tuning.search;

import java.util.Arrays;

/**
 * One genome and what it scored. Immutable by convention: arrays are not to be changed.
 *
 * @param genes the genome
 * @param scores one per objective; smaller is better
 * @param replications simulations behind the scores
 * @param local what happened on the approaches of each intersection, on the seeds that all
 *     candidates of the generation have in common; smaller is better; empty where it is unknown
 */
public record Candidate(double[] genes, double[] scores, int replications, double[] local) {

    /** A candidate of whom nothing local is known. */
    public Candidate(double[] genes, double[] scores, int replications) {
        this(genes, scores, replications, new double[0]);
    }

    /** The first, or only, score. */
    public double score() {
        return scores[0];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Candidate c
                && Arrays.equals(genes, c.genes)
                && Arrays.equals(scores, c.scores)
                && replications == c.replications
                && Arrays.equals(local, c.local);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(genes) + Arrays.hashCode(scores);
    }
}
