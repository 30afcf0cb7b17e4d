package org.chalaco.mobsim.signal;

import java.util.ArrayList;
import java.util.List;

/**
 * A fixed-time plan: when in each cycle every group is green.
 *
 * @param id file id
 * @param cycle length of the cycle, s
 * @param offset shift of the whole plan against midnight, s
 * @param greens one or more green intervals per group; a group without any stays red
 */
public record SignalPlan(String id, int cycle, int offset, List<GroupGreen> greens) {

    /**
     * One green interval of one group.
     *
     * @param groupId the group
     * @param onset second of the cycle at which green starts
     * @param dropping second of the cycle at which green ends; at or before the onset: over the end
     *     of the cycle
     */
    public record GroupGreen(String groupId, int onset, int dropping) {}

    /**
     * How long a stage is green in one plan.
     *
     * @param stage the stage
     * @param green its green, s
     * @param clearance seconds from the end of its green to the start of the next stage
     */
    public record StageGreen(Stage stage, int green, int clearance) {
        public StageGreen {
            // a green of 0 s would read as onset = dropping: green all the time
            if (green < 1 || clearance < 0) {
                throw new IllegalArgumentException(
                        "Stage (%s) cannot be green for (%d s) with a clearance of (%d s).%nMaybe leave it out?"
                                .formatted(stage.id(), green, clearance));
            }
        }
    }

    public SignalPlan {
        if (cycle < 1) {
            throw new IllegalArgumentException(
                    "The cycle (%d s) of plan (%s) is not positive.".formatted(cycle, id));
        }
        greens = List.copyOf(greens);
    }

    /**
     * A plan of stages one after the other; the cycle is the sum of greens and clearances. A group
     * that is green in consecutive stages stays green in between; one that is green in all of
     * several stages never ends.
     */
    public static SignalPlan ofStages(String id, int offset, List<StageGreen> stages) {
        int cycle = stages.stream().mapToInt(s -> s.green() + s.clearance()).sum();
        List<GroupGreen> greens = new ArrayList<>();
        int start = 0;
        for (int k = 0; k < stages.size(); k++) {
            for (String group : stages.get(k).stage().groupIds()) {
                int before = (k + stages.size() - 1) % stages.size();
                if (!holds(stages, before, group) || stages.size() == 1) {
                    greens.add(
                            new GroupGreen(
                                    group, start, dropping(stages, k, start, group) % cycle));
                } else if (k == 0 && stages.stream().allMatch(s -> holds(s, group))) {
                    greens.add(new GroupGreen(group, 0, 0));
                }
            }
            start += stages.get(k).green() + stages.get(k).clearance();
        }
        return new SignalPlan(id, cycle, offset, greens);
    }

    private static boolean holds(List<StageGreen> stages, int k, String group) {
        return holds(stages.get(k), group);
    }

    private static boolean holds(StageGreen stage, String group) {
        return stage.stage().groupIds().contains(group);
    }

    /**
     * When the green that starts with stage {@code first} ends, following it through later stages.
     */
    private static int dropping(List<StageGreen> stages, int first, int start, String group) {
        int end = start + stages.get(first).green();
        for (int n = 1; n < stages.size(); n++) {
            int k = (first + n) % stages.size();
            if (!holds(stages, k, group)) {
                break;
            }
            int before = (k + stages.size() - 1) % stages.size();
            end += stages.get(before).clearance() + stages.get(k).green();
        }
        return end;
    }

    /** The same plan with another offset. */
    public SignalPlan withOffset(int newOffset) {
        return new SignalPlan(id, cycle, newOffset, greens);
    }

    /** Seconds a group is green in each cycle. */
    public int green(String groupId) {
        return greens.stream()
                .filter(g -> g.groupId().equals(groupId))
                .mapToInt(
                        g ->
                                g.dropping() > g.onset()
                                        ? g.dropping() - g.onset()
                                        : g.dropping() + cycle - g.onset())
                .sum();
    }
}
