package org.chalaco.tuning.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.mobsim.signal.PlanStages;
import org.chalaco.mobsim.signal.PlanStages.Timed;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.mobsim.signal.StageTiming;

/** Finds the stages in a plan, and what must lie between them in any other order. */
final class StageFinder {

    /** What was found: stages in order, when they start, and how long they are and clear, s. */
    record Found(
            List<Stage> stages, int[] starts, int[] greens, int[] after, boolean[] invisible) {}

    private final SignalSystem system;
    private final TimingRules rules;
    private final int cycle;

    StageFinder(SignalSystem system, TimingRules rules) {
        this.system = system;
        this.rules = rules;
        cycle = system.plan().cycle();
    }

    Found find() {
        StageTiming limits = new StageTiming(rules.minimumGreen(), rules.maximumGreen());
        List<Timed> timed = PlanStages.of(system, limits).timed();
        boolean[] invisible = new boolean[timed.size()];
        for (int k = 0; k < invisible.length; k++) {
            invisible[k] = timed.get(k).isInvisible();
        }
        return new Found(
                timed.stream().map(Timed::stage).toList(),
                timed.stream().mapToInt(Timed::start).toArray(),
                timed.stream().mapToInt(Timed::green).toArray(),
                timed.stream().mapToInt(Timed::after).toArray(),
                invisible);
    }

    /** The sequence that these stages make; see {@link StageSequence}. */
    StageSequence sequence(Found found) {
        int n = found.stages().size();
        int[][] clearance = new int[n][n];
        int[][] intergreen = new int[n][n];
        double[] reserved = new double[n];
        for (int i = 0; i < n; i++) {
            reserved[i] = found.invisible()[i] ? found.greens()[i] / (double) cycle : 0;
            for (int j = 0; j < n; j++) {
                List<String> ending = found.stages().get(i).groupIds();
                List<String> starting = found.stages().get(j).groupIds();
                intergreen[i][j] = PlanStages.longestIntergreen(system, ending, starting);
                boolean next = j == (i + 1) % n;
                int usual = next ? found.after()[i] : usualClearance(found, i, j);
                clearance[i][j] = Math.max(intergreen[i][j], usual);
            }
        }
        return new StageSequence(found.stages(), clearance, intergreen, reserved);
    }

    /** Between stages that do not follow each other today: what they need with others. */
    private int usualClearance(Found found, int i, int j) {
        int n = found.stages().size();
        List<String> ending = found.stages().get(i).groupIds();
        List<String> starting = found.stages().get(j).groupIds();
        if (starting.containsAll(ending) || ending.containsAll(starting) && !starting.isEmpty()) {
            // Nobody ends, or nobody starts; who ends still needs amber before the next stage.
            return starting.containsAll(ending) ? 0 : system.amber();
        }
        return Math.max(system.amber(), Math.max(found.after()[i], found.after()[(j + n - 1) % n]));
    }

    /** Names the groups that the plan speaks of and the system does not have. */
    static List<String> unknownGroups(SignalSystem system) {
        Map<String, Boolean> known = new HashMap<>();
        system.groups().forEach(g -> known.put(g.id(), true));
        Set<String> unknown = new TreeSet<>();
        system.plan().greens().stream()
                .map(g -> g.groupId())
                .filter(id -> !known.containsKey(id))
                .forEach(unknown::add);
        system.stages().stream()
                .flatMap(s -> s.groupIds().stream())
                .filter(id -> !known.containsKey(id))
                .forEach(unknown::add);
        return List.copyOf(unknown);
    }
}
