package org.chalaco.mobsim.signal;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The signals of one intersection and the fixed-time plan they play.
 *
 * @param id file id
 * @param groups signal groups
 * @param stages which groups may be green together; may be empty where only a plan is known
 * @param intergreens clearance between groups
 * @param amber seconds of amber after every green
 * @param redAmber seconds of red with amber before every green, 0 in Peru
 * @param plan the plan
 */
public record SignalSystem(
        String id,
        List<SignalGroup> groups,
        List<Stage> stages,
        IntergreenMatrix intergreens,
        int amber,
        int redAmber,
        SignalPlan plan) {

    public SignalSystem {
        requireNonNull(id, "signal system id");
        requireNonNull(plan, "plan of signal system " + id);
        groups = List.copyOf(groups);
        stages = List.copyOf(stages);
        if (amber < 0 || redAmber < 0) {
            throw new IllegalArgumentException(
                    "The amber (%d s) or red-amber (%d s) of signal system (%s) is negative."
                            .formatted(amber, redAmber, id));
        }
    }

    /** A system with 3 s amber, no red-amber, and no stages or intergreens beyond its plan. */
    public static SignalSystem of(String id, List<SignalGroup> groups, SignalPlan plan) {
        return new SignalSystem(id, groups, List.of(), IntergreenMatrix.NONE, 3, 0, plan);
    }

    /** The same system with another plan. */
    public SignalSystem withPlan(SignalPlan newPlan) {
        return new SignalSystem(id, groups, stages, intergreens, amber, redAmber, newPlan);
    }

    /** The same system with these stages. */
    public SignalSystem withStages(List<Stage> newStages) {
        return new SignalSystem(id, groups, newStages, intergreens, amber, redAmber, plan);
    }
}
