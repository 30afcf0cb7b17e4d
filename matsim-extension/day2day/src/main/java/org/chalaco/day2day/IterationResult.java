package org.chalaco.day2day;

import java.util.List;
import org.chalaco.mobsim.run.RunResult;

/**
 * What one iteration did, in numbers.
 *
 * @param iteration its number
 * @param mobsim what happened on the road
 * @param scores scores after it
 * @param relativeGap how much more the driven routes cost (as a rule: how much longer they take)
 *     than the best ones, both on the travel times of this day: {@code Σ (c - c*) / Σ c}; 0: nobody
 *     could do better
 * @param modes use of the modes
 * @param stuckPersons persons who were on the way at the end, or taken off the road
 * @param replannedPersons persons whose activities, modes or routes are not those of the day before
 * @param innovating whether new plans were made for this iteration
 */
public record IterationResult(
        int iteration,
        RunResult mobsim,
        ScoreStatistics scores,
        double relativeGap,
        List<ModeStatistics> modes,
        int stuckPersons,
        int replannedPersons,
        boolean innovating) {

    public IterationResult {
        modes = List.copyOf(modes);
    }
}
