package org.chalaco.tuning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Hill climbing as TRANSYT does it (Robertson 1969): intersection after intersection, some steps of
 * offset and greens to either side are tried, and the best is kept if it is better; large steps
 * first, small ones in later passes. Between passes, the cycles of the zones get their turn.
 *
 * <p>A generation is as many intersections as make up a population. The search is over when a pass
 * of the smallest steps has improved nothing. With several objectives, only the first is climbed.
 */
public final class HillClimb implements SearchMethod {

    @Override
    public String name() {
        return "hill-climb";
    }

    /** Starts from the best of the starting plans. */
    @Override
    public Generation begin(SearchSetting setting) {
        List<double[]> start = new ArrayList<>(setting.start());
        if (start.isEmpty()) {
            start.add(setting.randomGenome(setting.random(0, "first generation")));
        }
        return Generations.of(0, start, Climb.START, false, setting);
    }

    @Override
    public Generation next(Generation generation, SearchSetting setting) {
        Climb climb =
                new Climb(generation.best(), generation.number() + 1, generation.memory(), setting);
        climb.go(setting.populationSize());
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(climb.standing());
        Generations.inOrder(climb.tried()).stream()
                .filter(c -> !Arrays.equals(c.genes(), climb.standing().genes()))
                .forEach(candidates::add);
        return new Generation(
                generation.number() + 1, candidates, climb.memory(), climb.finished());
    }
}
