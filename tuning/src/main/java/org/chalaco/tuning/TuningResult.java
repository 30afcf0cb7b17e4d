package org.chalaco.tuning;

import java.util.List;
import org.chalaco.tuning.problem.PlanSet;
import org.chalaco.tuning.search.Candidate;
import org.chalaco.tuning.search.GenerationStatistics;

/**
 * What a search came to.
 *
 * @param best the plans to use; today's if nothing is better
 * @param ranking all plans compared on fresh seeds, best first; empty after a stop
 * @param history every generation
 * @param finalists best candidates of the search; with several objectives, the Pareto front
 * @param simulations simulations in all
 * @param stopped whether someone stopped it
 */
public record TuningResult(
        PlanSet best,
        List<RankedPlan> ranking,
        List<GenerationStatistics> history,
        List<Candidate> finalists,
        long simulations,
        boolean stopped) {

    public TuningResult {
        ranking = List.copyOf(ranking);
        history = List.copyOf(history);
        finalists = List.copyOf(finalists);
    }
}
