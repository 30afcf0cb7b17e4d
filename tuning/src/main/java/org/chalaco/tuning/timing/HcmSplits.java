package org.chalaco.tuning.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.analysis.kpi.SignalDelay;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.tuning.problem.PlanTiming;
import org.chalaco.tuning.problem.StageSequence;
import org.chalaco.tuning.problem.TunedIntersection;
import org.chalaco.tuning.problem.TuningProblem;

/**
 * Greens of least delay after the Highway Capacity Manual: single seconds move from stage to stage
 * as long as the sum of uniform and incremental delay (HCM 6th edition, chapter 19) falls.
 */
public final class HcmSplits {

    private final TuningProblem problem;
    private final CriticalFlows flows;

    /** Splits for this demand. */
    public HcmSplits(TuningProblem problem, CriticalFlows flows) {
        this.problem = problem;
        this.flows = flows;
    }

    /** The same timings with other greens. */
    public List<PlanTiming> split(List<PlanTiming> timings) {
        List<PlanTiming> split = new ArrayList<>();
        for (int i = 0; i < timings.size(); i++) {
            split.add(split(problem.intersections().get(i), timings.get(i)));
        }
        return split;
    }

    private PlanTiming split(TunedIntersection intersection, PlanTiming timing) {
        Map<String, Double> ratios = flows.ofGroups(intersection);
        StageSequence stages = intersection.stages();
        int[] greens = timing.greens().stream().mapToInt(Integer::intValue).toArray();
        int[] least = stages.leastGreens(timing.cycle());
        int[] most = stages.mostGreens(timing.cycle());
        double best = delay(intersection, timing, greens, ratios);
        boolean better = true;
        while (better) {
            better = false;
            for (int from = 0; from < greens.length; from++) {
                for (int to = 0; to < greens.length; to++) {
                    if (from == to || greens[from] <= least[from] || greens[to] >= most[to]) {
                        continue;
                    }
                    int[] moved = greens.clone();
                    moved[from]--;
                    moved[to]++;
                    double delay = delay(intersection, timing, moved, ratios);
                    if (delay < best - 1e-9) {
                        best = delay;
                        greens = moved;
                        better = true;
                    }
                }
            }
        }
        return timing.withGreens(greens);
    }

    /** Vehicle-seconds of delay per hour and lane of saturation flow. */
    private double delay(
            TunedIntersection intersection,
            PlanTiming timing,
            int[] greens,
            Map<String, Double> ratios) {
        SignalPlan plan =
                intersection
                        .stages()
                        .plan("hcm", 0, intersection.stages().order(timing.order()), greens);
        double hours = problem.window().counted() / 3600;
        double sum = 0;
        for (Map.Entry<String, Double> group : ratios.entrySet()) {
            double share = Math.min(1, plan.green(group.getKey()) / (double) plan.cycle());
            double flow = group.getValue() * problem.rules().saturationFlow();
            if (flow > 0 && share > 0) {
                double capacity = share * problem.rules().saturationFlow();
                double saturation = flow / capacity;
                double uniform = SignalDelay.uniform(plan.cycle(), share, saturation);
                sum += flow * (uniform + SignalDelay.incremental(saturation, capacity, hours));
            }
        }
        return sum;
    }
}
