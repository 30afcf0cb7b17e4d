package org.chalaco.tuning.search;

import java.util.List;

/** Scores genomes. The scores depend on the genomes and the generation's number alone. */
public interface CandidateScoring {

    /**
     * Scores the genomes of a generation, which compete with each other.
     *
     * @param generation number of the generation
     * @return the same genomes, in the same order
     */
    List<Candidate> score(List<double[]> genomes, int generation);

    /** Number of objectives. */
    int objectives();
}
