package org.chalaco.tuning.checkpoint;

import java.util.List;
import org.chalaco.tuning.search.Candidate;
import org.chalaco.tuning.search.Generation;
import org.chalaco.tuning.search.GenerationStatistics;

/**
 * A search after some generation: all that is needed to go on to the identical end.
 *
 * @param fingerprint what was searched and how; a search with another one may not go on from here
 * @param generation the last complete generation
 * @param history statistics of all generations so far
 * @param finalists best candidates so far
 * @param results what is known of the generation's candidates, by candidate, seed and objective
 * @param simulations simulations made so far
 */
public record SavedSearch(
        String fingerprint,
        Generation generation,
        List<GenerationStatistics> history,
        List<Candidate> finalists,
        double[][][] results,
        long simulations) {

    public SavedSearch {
        history = List.copyOf(history);
        finalists = List.copyOf(finalists);
    }
}
