package org.chalaco.tuning.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.IntergreenMatrix;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.tuning.problem.TunedIntersection.Placement;

/**
 * Makes a system that only has a plan fit for a controller, which chooses among stages: the stages
 * are those that the plan shows, their minimum greens leave pedestrians their time, and between two
 * groups at least as long passes as between their stages in the plan.
 */
public final class ControlledSystems {

    private ControlledSystems() {}

    /**
     * The system with stages and intergreens. As it is if its plan shows less than two stages, or
     * one for pedestrians alone, whom no controller sees: such a system keeps its plan. What it
     * says itself stays.
     *
     * @param rules minimum and maximum greens, and pedestrians
     */
    public static SignalSystem of(SignalSystem system, RoadNetwork network, TimingRules rules) {
        TunedIntersection found = TunedIntersection.of(system, network, rules, Placement.FIXED);
        List<Stage> stages = found.stages().stages();
        if (!found.isTunable() || stages.stream().anyMatch(s -> s.groupIds().isEmpty())) {
            return system;
        }
        return new SignalSystem(
                system.id(),
                system.groups(),
                stages,
                intergreens(system, found.stages()),
                system.amber(),
                system.redAmber(),
                system.plan());
    }

    private static IntergreenMatrix intergreens(SignalSystem system, StageSequence sequence) {
        Map<String, Map<String, Integer>> seconds = new TreeMap<>();
        system.intergreens()
                .seconds()
                .forEach((from, row) -> seconds.put(from, new LinkedHashMap<>(row)));
        int[] order = sequence.presentOrder();
        int[] clearances = sequence.clearances(order);
        for (int k = 0; k < order.length; k++) {
            List<String> before = sequence.stages().get(order[k]).groupIds();
            List<String> after = sequence.stages().get(order[(k + 1) % order.length]).groupIds();
            for (String ending : before) {
                for (String starting : after) {
                    if (!after.contains(ending)
                            && !before.contains(starting)
                            && !areTogether(sequence, ending, starting)) {
                        seconds.computeIfAbsent(ending, e -> new LinkedHashMap<>())
                                .putIfAbsent(starting, clearances[k]);
                    }
                }
            }
        }
        return new IntergreenMatrix(seconds);
    }

    /** Who is green together in some stage needs no time between, whatever the plan leaves. */
    private static boolean areTogether(StageSequence sequence, String a, String b) {
        return sequence.stages().stream()
                .anyMatch(s -> s.groupIds().contains(a) && s.groupIds().contains(b));
    }
}
