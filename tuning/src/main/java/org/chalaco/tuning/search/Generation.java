package org.chalaco.tuning.search;

import java.util.List;

/**
 * The state of a search: all that the next generation is made from. Two equal generations have
 * equal futures, which is what makes a search resumable.
 *
 * @param number counted from 0
 * @param candidates all of this generation, best first
 * @param memory further numbers that the method keeps: step sizes, means, positions
 * @param finished whether the method has nothing more to try
 */
public record Generation(
        int number, List<Candidate> candidates, List<Double> memory, boolean finished) {

    public Generation {
        candidates = List.copyOf(candidates);
        memory = List.copyOf(memory);
    }

    /** The best candidate of this generation. */
    public Candidate best() {
        return candidates.get(0);
    }
}
