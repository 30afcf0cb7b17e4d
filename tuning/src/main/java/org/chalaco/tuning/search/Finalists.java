package org.chalaco.tuning.search;

import java.util.ArrayList;
import java.util.List;

/** The best different candidates of a whole search. */
public final class Finalists {

    /** Points kept of a Pareto front. */
    private static final int FRONT = 30;

    private Finalists() {}

    /**
     * The finalists after one more generation.
     *
     * @param before those so far
     * @param generation the new one; of its candidates, only those with most replications count
     * @param most how many are kept with one objective
     */
    public static List<Candidate> with(List<Candidate> before, Generation generation, int most) {
        int full =
                generation.candidates().stream().mapToInt(Candidate::replications).max().orElse(0);
        List<Candidate> all = new ArrayList<>(before);
        for (Candidate candidate : generation.candidates()) {
            if (candidate.replications() == full && !contains(all, candidate)) {
                all.add(candidate);
            }
        }
        boolean single = all.get(0).scores().length == 1;
        List<double[]> scores = all.stream().map(Candidate::scores).toList();
        List<Candidate> kept = new ArrayList<>();
        for (int k = 0; k < all.size(); k++) {
            if (single || Ranks.isOnFront(scores, k)) {
                kept.add(all.get(k));
            }
        }
        List<Candidate> ordered = Generations.inOrder(kept);
        return List.copyOf(ordered.subList(0, Math.min(single ? most : FRONT, ordered.size())));
    }

    /** Genomes that score the same to the last bit are taken to be the same plans. */
    private static boolean contains(List<Candidate> all, Candidate candidate) {
        return all.stream().anyMatch(c -> java.util.Arrays.equals(c.scores(), candidate.scores()));
    }
}
