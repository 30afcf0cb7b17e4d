package org.chalaco.app.sumo;

import java.util.List;
import org.chalaco.tuning.evaluation.Interval;

/**
 * What one set of plans comes to in both simulators, over the same traffic and several seeds.
 *
 * @param plan name of the set
 * @param oursTripSeconds mean trip in our mobsim, s; NaN where not everybody arrived
 * @param sumoTripSeconds mean trip in SUMO, s
 * @param sumoDelaySeconds mean delay in SUMO, waiting outside included, s
 * @param sumoArrived vehicles that arrived in SUMO, mean over seeds
 * @param sumoTeleported vehicles that SUMO put down further on, mean over seeds
 */
public record PlanJudgement(
        String plan,
        Interval oursTripSeconds,
        Interval sumoTripSeconds,
        Interval sumoDelaySeconds,
        double sumoArrived,
        double sumoTeleported) {

    static PlanJudgement of(String plan, double[] ours, List<SumoRun> runs) {
        return new PlanJudgement(
                plan,
                Interval.of(ours),
                Interval.of(runs.stream().mapToDouble(SumoRun::meanTripSeconds).toArray()),
                Interval.of(runs.stream().mapToDouble(SumoRun::meanDelaySeconds).toArray()),
                runs.stream().mapToLong(SumoRun::arrived).average().orElse(Double.NaN),
                runs.stream().mapToLong(SumoRun::teleported).average().orElse(Double.NaN));
    }
}
