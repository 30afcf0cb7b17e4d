package org.chalaco.app.study;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.scenario.habana.SignalLayout;
import org.chalaco.tuning.search.Racing;

/**
 * How large the experiment is.
 *
 * @param searches searches by the study's algorithm; it made 53
 * @param ownSearches searches by our default
 * @param seeds fresh seeds on which all plans are judged
 * @param replications most replications of a candidate in a search of the study's algorithm
 * @param racing whether only promising candidates get all replications
 * @param population candidates of a generation
 * @param generations generations of a search
 * @param layout which intersections have signals
 * @param threads simulations at once; changes no result
 * @param seed of everything
 */
public record StudySettings(
        int searches,
        int ownSearches,
        int seeds,
        int replications,
        boolean racing,
        int population,
        int generations,
        SignalLayout layout,
        int threads,
        long seed) {

    /** What is impossible, in sentences; empty if nothing is. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        require(searches >= 0 && ownSearches >= 0, "--searches", searches, 53, problems);
        require(searches + ownSearches > 0, "--own-searches", ownSearches, 5, problems);
        require(seeds >= 2, "--seeds", seeds, 30, problems);
        require(replications >= 1, "--replications", replications, 30, problems);
        require(population >= 4, "--population", population, 30, problems);
        require(generations >= 1, "--generations", generations, 50, problems);
        require(threads >= 1, "--threads", threads, 2, problems);
        return problems;
    }

    private static void require(
            boolean fine, String option, int value, int usual, List<String> problems) {
        if (!fine) {
            problems.add(
                    "%s (%d) is too small.%nMaybe %s %d?".formatted(option, value, option, usual));
        }
    }

    Racing studyRacing() {
        return racing ? Racing.halving(replications) : Racing.equal(replications);
    }

    /** What results depend on: an experiment goes on only with the same. */
    String fingerprint() {
        return "searches %d, own %d, seeds %d, replications %d %s, %d x %d, %s, seed %d"
                .formatted(
                        searches,
                        ownSearches,
                        seeds,
                        replications,
                        racing ? "racing" : "for all",
                        population,
                        generations,
                        layout,
                        seed);
    }
}
