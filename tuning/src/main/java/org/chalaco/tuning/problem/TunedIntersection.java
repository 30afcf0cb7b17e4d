package org.chalaco.tuning.problem;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.FixedTimeController;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * One signalised intersection, or one that could be.
 *
 * @param system its signals with the plan of today; for a signal that could be added, a plan to
 *     begin with
 * @param stages its stages and limits
 * @param presentGreens greens of today's plan, by stage, s
 * @param presentOffset when the first stage of today's plan starts, s
 * @param exact whether stages, greens and clearances repeat today's plan second by second
 * @param crossings pedestrians
 * @param placement whether the signal itself may be searched
 */
public record TunedIntersection(
        SignalSystem system,
        StageSequence stages,
        List<Integer> presentGreens,
        int presentOffset,
        boolean exact,
        List<PedestrianCrossing> crossings,
        Placement placement) {

    /** Whether a signal stands here today and must in future. */
    public enum Placement {
        /** It stands and stays. */
        FIXED,
        /** It stands, and the search may remove it. */
        REMOVABLE,
        /** There is none, and the search may add it. */
        ADDABLE
    }

    public TunedIntersection {
        requireNonNull(system, "signal system");
        presentGreens = List.copyOf(presentGreens);
        crossings = List.copyOf(crossings);
    }

    /**
     * Finds stages, clearances, minima and crossings of a system from its plan, its stages if it
     * has any, and the roads. Stages that the system names keep their own limits; others get those
     * of the rules, raised for pedestrians.
     */
    public static TunedIntersection of(
            SignalSystem system, RoadNetwork network, TimingRules rules, Placement placement) {
        StageFinder finder = new StageFinder(system, rules);
        StageFinder.Found found = finder.find();
        Crossings crossings = new Crossings(network, rules);
        List<PedestrianCrossing> legs = crossings.of(system);
        List<org.chalaco.mobsim.signal.Stage> stages =
                system.stages().isEmpty()
                        ? crossings.withMinima(found.stages(), found.greens(), legs)
                        : found.stages();
        StageSequence sequence =
                finder.sequence(
                        new StageFinder.Found(
                                stages,
                                found.starts(),
                                found.greens(),
                                found.after(),
                                found.invisible()));
        List<Integer> greens = Arrays.stream(found.greens()).boxed().toList();
        int first = found.starts().length == 0 ? 0 : found.starts()[0];
        int offset = Math.floorMod(system.plan().offset() + first, system.plan().cycle());
        TunedIntersection drawn =
                new TunedIntersection(system, sequence, greens, offset, false, legs, placement);
        return new TunedIntersection(
                system, sequence, greens, offset, drawn.repeatsPlan(), legs, placement);
    }

    /** Id of the signal system. */
    public String id() {
        return system.id();
    }

    /** Whether there is anything to tune: two stages or more. */
    public boolean isTunable() {
        return stages.size() >= 2;
    }

    /** The same with other crossings, for example with pedestrians per hour. */
    public TunedIntersection withCrossings(List<PedestrianCrossing> others) {
        return new TunedIntersection(
                system, stages, presentGreens, presentOffset, exact, others, placement);
    }

    /** The plan that stages, greens and clearances of today make. */
    public SignalPlan presentPlan() {
        return stages.plan(
                system.plan().id(),
                presentOffset,
                stages.presentOrder(),
                presentGreens.stream().mapToInt(Integer::intValue).toArray());
    }

    private boolean repeatsPlan() {
        if (!isTunable()) {
            return false;
        }
        SignalPlan again = presentPlan();
        if (again.cycle() != system.plan().cycle()) {
            return false;
        }
        FixedTimeController given = new FixedTimeController(system);
        FixedTimeController made = new FixedTimeController(system.withPlan(again));
        for (int t = 0; t < again.cycle(); t++) {
            for (int g = 0; g < system.groups().size(); g++) {
                if (given.aspect(g, t) != made.aspect(g, t)) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Longest time in each cycle in which all groups of the crossing are red, amber not included,
     * s.
     */
    public int longestRed(PedestrianCrossing crossing, SignalPlan plan) {
        int cycle = plan.cycle();
        boolean[] busy = new boolean[cycle];
        for (SignalPlan.GroupGreen green : plan.greens()) {
            if (crossing.groupIds().contains(green.groupId())) {
                int length = Math.floorMod(green.dropping() - green.onset() - 1, cycle) + 1;
                for (int t = 0; t < Math.min(cycle, length + system.amber()); t++) {
                    busy[Math.floorMod(green.onset() + t, cycle)] = true;
                }
            }
        }
        int longest = 0;
        int run = 0;
        for (int t = 0; t < 2 * cycle; t++) {
            run = busy[t % cycle] ? 0 : run + 1;
            longest = Math.max(longest, Math.min(run, cycle));
        }
        return longest;
    }

    /** Minima of today's plan that the rules forbid: one sentence each. */
    List<String> brokenMinima() {
        List<String> broken = new ArrayList<>();
        int[] least = stages.leastGreens(system.plan().cycle());
        for (int k = 0; k < least.length; k++) {
            if (presentGreens.get(k) < least[k]) {
                broken.add(
                        "The green (%d s) of stage (%s) at signal system (%s) is below its minimum (%d s)."
                                .formatted(
                                        presentGreens.get(k),
                                        stages.stages().get(k).id(),
                                        id(),
                                        least[k]));
            }
        }
        return broken;
    }
}
