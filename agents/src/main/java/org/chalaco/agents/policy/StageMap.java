package org.chalaco.agents.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalLimits;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;

/**
 * The stages of one system by index: whom each serves, how long it must and may be green, and what
 * it costs to come from one to another. Immutable.
 */
final class StageMap {

    private final Map<String, Integer> groupIndexes = new HashMap<>();
    private final boolean[][] serves;
    private final double[] minGreen;
    private final double[] maxGreen;
    private final double[][] clearance;

    /**
     * The stages of this system.
     *
     * @throws IllegalArgumentException if there are less than two
     */
    StageMap(SignalSystem system) {
        List<Stage> stages = system.stages();
        if (stages.size() < 2) {
            throw new IllegalArgumentException(
                    "Signal system (%s) has no two stages to choose between."
                            .formatted(system.id()));
        }
        for (SignalGroup group : system.groups()) {
            groupIndexes.put(group.id(), groupIndexes.size());
        }
        int n = stages.size();
        serves = new boolean[n][groupIndexes.size()];
        minGreen = new double[n];
        maxGreen = new double[n];
        for (int s = 0; s < n; s++) {
            for (String group : stages.get(s).groupIds()) {
                serves[s][groupIndexes.get(group)] = true;
            }
            minGreen[s] = SignalLimits.STANDARD.minimumGreen(stages.get(s));
            int most = stages.get(s).timing().maxGreen();
            maxGreen[s] = most > 0 ? most : Double.POSITIVE_INFINITY;
        }
        clearance = new double[n][n];
        for (int from = 0; from < n; from++) {
            for (int to = 0; to < n; to++) {
                clearance[from][to] = clearance(system, stages.get(from), stages.get(to));
            }
        }
    }

    private static double clearance(SignalSystem system, Stage from, Stage to) {
        boolean ends = !to.groupIds().containsAll(from.groupIds());
        boolean starts = !from.groupIds().containsAll(to.groupIds());
        if (!ends || !starts) {
            return ends ? system.amber() : 0;
        }
        int longest = 0;
        for (String ending : from.groupIds()) {
            for (String starting : to.groupIds()) {
                if (!to.groupIds().contains(ending) && !from.groupIds().contains(starting)) {
                    longest = Math.max(longest, system.intergreens().between(ending, starting));
                }
            }
        }
        return longest > 0
                ? Math.max(longest, system.amber())
                : system.amber() + SignalLimits.STANDARD.allRed();
    }

    /** Number of stages. */
    int size() {
        return serves.length;
    }

    /** Number of groups. */
    int groupCount() {
        return groupIndexes.size();
    }

    /** Index of a group, or -1 for none. */
    int group(String groupId) {
        return groupId == null ? -1 : groupIndexes.getOrDefault(groupId, -1);
    }

    /** Whether a group is green in a stage; nobody is without a group. */
    boolean serves(int stage, int group) {
        return group >= 0 && serves[stage][group];
    }

    /** Shortest green of a stage, s. */
    double minGreen(int stage) {
        return minGreen[stage];
    }

    /** Longest green of a stage, s; infinite where nothing is said. */
    double maxGreen(int stage) {
        return maxGreen[stage];
    }

    /** From the end of one stage's green to the start of the next one's, s. */
    double clearance(int from, int to) {
        return clearance[from][to];
    }
}
