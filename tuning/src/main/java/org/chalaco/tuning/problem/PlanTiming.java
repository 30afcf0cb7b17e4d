package org.chalaco.tuning.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.signal.SignalPlan;

/**
 * Cycle, offset, order of stages and greens of one intersection, before they become a plan.
 *
 * @param cycle s
 * @param offset when the first stage starts, s
 * @param order which of {@link StageSequence#order}; 0 is today's
 * @param greens by stage, s; with the clearances they sum to the cycle
 * @param stands whether there is a signal at all
 */
public record PlanTiming(int cycle, int offset, int order, List<Integer> greens, boolean stands) {

    public PlanTiming {
        greens = List.copyOf(greens);
    }

    /** Today's timing of an intersection as far as stages can say it. */
    public static PlanTiming present(TunedIntersection intersection) {
        return new PlanTiming(
                intersection.presentPlan().cycle(),
                intersection.presentOffset(),
                0,
                intersection.presentGreens(),
                intersection.placement() != TunedIntersection.Placement.ADDABLE);
    }

    /** Today's timings of all intersections. */
    public static List<PlanTiming> present(TuningProblem problem) {
        return problem.intersections().stream().map(PlanTiming::present).toList();
    }

    /** The same at another offset, s. */
    public PlanTiming withOffset(int newOffset) {
        return new PlanTiming(cycle, Math.floorMod(newOffset, cycle), order, greens, stands);
    }

    /** The same with other greens, s. */
    public PlanTiming withGreens(int[] newGreens) {
        return new PlanTiming(
                cycle, offset, order, Arrays.stream(newGreens).boxed().toList(), stands);
    }

    /** The plan, or null if no signal stands. */
    public SignalPlan plan(TunedIntersection intersection) {
        StageSequence stages = intersection.stages();
        return stands
                ? stages.plan(
                        intersection.system().plan().id(),
                        offset,
                        stages.order(order),
                        greens.stream().mapToInt(Integer::intValue).toArray())
                : null;
    }

    /** The plans of all intersections. */
    public static PlanSet plans(TuningProblem problem, List<PlanTiming> timings) {
        List<SignalPlan> plans = new ArrayList<>();
        for (int i = 0; i < timings.size(); i++) {
            plans.add(timings.get(i).plan(problem.intersections().get(i)));
        }
        return PlanSet.of(problem.intersections(), plans);
    }
}
