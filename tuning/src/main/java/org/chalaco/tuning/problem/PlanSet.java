package org.chalaco.tuning.problem;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalPlan.GroupGreen;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * One plan for every intersection of a problem, or none where no signal stands: what is evaluated.
 *
 * <p>Held as whole numbers, so that two sets are equal if they show the same, and so that a set
 * travels to another process without what it belongs to: for every intersection -1, or cycle,
 * offset, number of greens, and for each green the index of its group, onset and dropping.
 * Immutable, thread-safe.
 */
public final class PlanSet implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int NO_SIGNAL = -1;

    private final int[] numbers;

    private PlanSet(int[] numbers) {
        this.numbers = numbers;
    }

    /**
     * The set of these plans.
     *
     * @param intersections of the problem
     * @param plans one each, in the same order; null where no signal stands
     * @throws IllegalArgumentException if a plan names a group that its intersection does not have
     */
    public static PlanSet of(List<TunedIntersection> intersections, List<SignalPlan> plans) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < intersections.size(); i++) {
            SignalPlan plan = plans.get(i);
            if (plan == null) {
                numbers.add(NO_SIGNAL);
                continue;
            }
            numbers.add(plan.cycle());
            numbers.add(Math.floorMod(plan.offset(), plan.cycle()));
            numbers.add(plan.greens().size());
            for (GroupGreen green : plan.greens()) {
                numbers.add(groupIndex(intersections.get(i).system(), green.groupId()));
                numbers.add(green.onset());
                numbers.add(green.dropping());
            }
        }
        return new PlanSet(numbers.stream().mapToInt(Integer::intValue).toArray());
    }

    private static int groupIndex(SignalSystem system, String groupId) {
        for (int g = 0; g < system.groups().size(); g++) {
            if (system.groups().get(g).id().equals(groupId)) {
                return g;
            }
        }
        throw new IllegalArgumentException(
                "Signal system (%s) has no group (%s).%nMaybe one of %s?"
                        .formatted(
                                system.id(),
                                groupId,
                                system.groups().stream().map(SignalGroup::id).toList()));
    }

    /** The set that {@link #numbers()} was. */
    public static PlanSet ofNumbers(int[] numbers) {
        return new PlanSet(numbers.clone());
    }

    /** The set as whole numbers. */
    public int[] numbers() {
        return numbers.clone();
    }

    /** The plans, in the order of the intersections; null where no signal stands. */
    public List<SignalPlan> plans(List<TunedIntersection> intersections) {
        List<SignalPlan> plans = new ArrayList<>();
        int k = 0;
        for (TunedIntersection intersection : intersections) {
            if (numbers[k] == NO_SIGNAL) {
                plans.add(null);
                k++;
                continue;
            }
            int count = numbers[k + 2];
            List<GroupGreen> greens = new ArrayList<>(count);
            for (int g = 0; g < count; g++) {
                int at = k + 3 + 3 * g;
                String id = intersection.system().groups().get(numbers[at]).id();
                greens.add(new GroupGreen(id, numbers[at + 1], numbers[at + 2]));
            }
            plans.add(
                    new SignalPlan(
                            intersection.system().plan().id(), numbers[k], numbers[k + 1], greens));
            k += 3 + 3 * count;
        }
        return plans;
    }

    /** The signal systems with these plans, without those where no signal stands. */
    public List<SignalSystem> systems(List<TunedIntersection> intersections) {
        List<SignalPlan> plans = plans(intersections);
        List<SignalSystem> systems = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            if (plans.get(i) != null) {
                systems.add(intersections.get(i).system().withPlan(plans.get(i)));
            }
        }
        return systems;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlanSet set && Arrays.equals(numbers, set.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return "PlanSet" + Arrays.toString(numbers);
    }
}
