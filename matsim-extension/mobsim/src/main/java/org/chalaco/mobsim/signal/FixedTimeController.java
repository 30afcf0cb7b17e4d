package org.chalaco.mobsim.signal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays a {@link SignalPlan}: what every group of a system shows at a moment.
 *
 * <p>A group is green from its onset to its dropping, then amber, then red; with red-amber, it
 * shows that before its onset. The second of the cycle is {@code (t - offset) mod cycle}. Immutable
 * and thread-safe.
 */
public final class FixedTimeController implements SignalDisplay {

    private final SignalSystem system;
    private final int[][] onsets;
    private final int[][] droppings;

    /**
     * Prepares the plan of this system.
     *
     * @throws IllegalArgumentException if the plan names a group that the system does not have
     */
    public FixedTimeController(SignalSystem system) {
        this.system = system;
        Map<String, Integer> indexes = new HashMap<>();
        for (int g = 0; g < system.groups().size(); g++) {
            indexes.put(system.groups().get(g).id(), g);
        }
        for (SignalPlan.GroupGreen green : system.plan().greens()) {
            if (!indexes.containsKey(green.groupId())) {
                throw new IllegalArgumentException(
                        "Plan (%s) of signal system (%s) names the group (%s), which it does not have.%nMaybe one of %s?"
                                .formatted(
                                        system.plan().id(),
                                        system.id(),
                                        green.groupId(),
                                        indexes.keySet()));
            }
        }
        onsets = new int[system.groups().size()][];
        droppings = new int[system.groups().size()][];
        for (int g = 0; g < system.groups().size(); g++) {
            String id = system.groups().get(g).id();
            List<SignalPlan.GroupGreen> greens =
                    system.plan().greens().stream()
                            .filter(green -> green.groupId().equals(id))
                            .toList();
            onsets[g] = greens.stream().mapToInt(SignalPlan.GroupGreen::onset).toArray();
            droppings[g] = greens.stream().mapToInt(SignalPlan.GroupGreen::dropping).toArray();
        }
    }

    /** What the group shows at this time, s since midnight. */
    @Override
    public Aspect aspect(int groupIndex, double time) {
        int cycle = system.plan().cycle();
        double second = floorMod(time - system.plan().offset(), cycle);
        Aspect aspect = Aspect.RED;
        for (int k = 0; k < onsets[groupIndex].length; k++) {
            int onset = Math.floorMod(onsets[groupIndex][k], cycle);
            double sinceOnset = floorMod(second - onset, cycle);
            int green = Math.floorMod(droppings[groupIndex][k] - onset, cycle);
            if (green == 0 || sinceOnset < green) {
                return Aspect.GREEN;
            }
            if (sinceOnset < green + system.amber()) {
                aspect = Aspect.AMBER;
            } else if (sinceOnset >= cycle - system.redAmber() && aspect == Aspect.RED) {
                aspect = Aspect.RED_AMBER;
            }
        }
        return aspect;
    }

    /**
     * A time until which no group of the system changes what it shows, s since midnight: a second
     * before the next change, or {@code time} itself within that second.
     */
    @Override
    public double quietUntil(double time) {
        int cycle = system.plan().cycle();
        double second = floorMod(time - system.plan().offset(), cycle);
        double next = cycle;
        for (int g = 0; g < onsets.length; g++) {
            for (int k = 0; k < onsets[g].length; k++) {
                next = Math.min(next, until(onsets[g][k] - system.redAmber(), second, cycle));
                next = Math.min(next, until(onsets[g][k], second, cycle));
                next = Math.min(next, until(droppings[g][k], second, cycle));
                next = Math.min(next, until(droppings[g][k] + system.amber(), second, cycle));
            }
        }
        return time + Math.max(0, next - 1);
    }

    private static double until(double moment, double second, int cycle) {
        return floorMod(moment - second, cycle);
    }

    private static double floorMod(double x, int cycle) {
        return x - cycle * Math.floor(x / cycle);
    }
}
