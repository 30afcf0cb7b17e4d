package org.chalaco.tuning.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Makes generations of genomes. */
final class Generations {

    private Generations() {}

    /** Scores the genomes and puts the best first. */
    static Generation of(
            int number,
            List<double[]> genomes,
            List<Double> memory,
            boolean finished,
            SearchSetting setting) {
        List<Candidate> scored = setting.scoring().score(genomes, number);
        return new Generation(number, inOrder(scored), memory, finished);
    }

    /** Best first; equals in the order given. */
    static List<Candidate> inOrder(List<Candidate> candidates) {
        int[] place = Ranks.of(candidates.stream().map(Candidate::scores).toList());
        List<Integer> order = new ArrayList<>(IntStream.range(0, place.length).boxed().toList());
        order.sort(Comparator.comparingInt(k -> place[k]));
        return order.stream().map(candidates::get).toList();
    }
}
