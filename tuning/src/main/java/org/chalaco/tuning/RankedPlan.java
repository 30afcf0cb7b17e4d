package org.chalaco.tuning;

import java.util.List;
import org.chalaco.tuning.evaluation.Interval;
import org.chalaco.tuning.evaluation.TrafficSums;
import org.chalaco.tuning.problem.PlanSet;

/**
 * Plans as the last comparison found them, on fresh seeds that all plans share.
 *
 * @param name {@code present}, {@code uniform}, {@code webster}, ... or {@code tuned}
 * @param plans the plans
 * @param score mean of the first objective and its interval
 * @param change mean paired change against the present plans, as a share of their mean; NaN without
 *     present plans
 * @param replications sums of each replication
 */
public record RankedPlan(
        String name,
        PlanSet plans,
        Interval score,
        Interval change,
        List<TrafficSums> replications) {

    public RankedPlan {
        replications = List.copyOf(replications);
    }
}
