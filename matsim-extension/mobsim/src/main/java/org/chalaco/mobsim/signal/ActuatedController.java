package org.chalaco.mobsim.signal;

import java.util.List;
import java.util.Map;

/**
 * Vehicle-actuated control: a stage stays green as long as vehicles keep coming over its loops, up
 * to a longest green; a stage that nobody wants is left out.
 *
 * <p>In every second after the minimum green: if somebody waits or comes elsewhere, the stage ends
 * when nobody of its own is queued and no loop {@value SignalView#DETECTOR} m before its stop lines
 * has seen a vehicle for the gap (gap-out), or when it has had its longest green (max-out). The
 * next stage in order that has a vehicle on its lanes follows. If nobody is elsewhere, it stays.
 *
 * <p>Not thread-safe. Source: Highway Capacity Manual 2010, chapter 31; Koonce et al., <i>Traffic
 * Signal Timing Manual</i>, FHWA 2008, chapter 5.
 */
public final class ActuatedController implements SignalController {

    /** The gap. */
    public static final TunableParameter GAP =
            new TunableParameter(
                    "gap",
                    "time without a vehicle over the loops after which a green ends, s",
                    1,
                    8,
                    3);

    /** The longest green. */
    public static final TunableParameter LONGEST_GREEN =
            new TunableParameter(
                    "longest-green",
                    "green after which a stage ends although vehicles keep coming, s; at most the stage's own",
                    5,
                    120,
                    50);

    private final SignalSystem system;
    private final double gap;
    private final double longestGreen;

    /**
     * A controller for this system.
     *
     * @param gap s
     * @param longestGreen s
     */
    public ActuatedController(SignalSystem system, double gap, double longestGreen) {
        this.system = system;
        this.gap = gap;
        this.longestGreen = longestGreen;
    }

    @Override
    public StageDecision decide(SignalView view) {
        Stage stage = system.stages().get(view.stage());
        if (view.isSwitching() || view.stageSeconds() < stage.timing().minGreen()) {
            return StageDecision.HOLD;
        }
        int next = nextWanted(view);
        return next >= 0 && (isOver(stage, view) || gapsOut(stage, view))
                ? StageDecision.switchTo(next)
                : StageDecision.HOLD;
    }

    /** The next stage in order with a vehicle for a group that is not green now, or -1. */
    private int nextWanted(SignalView view) {
        List<String> green = system.stages().get(view.stage()).groupIds();
        int n = system.stages().size();
        for (int k = 1; k < n; k++) {
            int candidate = (view.stage() + k) % n;
            List<String> groups = system.stages().get(candidate).groupIds();
            for (SignalView.Group group : view.groups()) {
                if (group.vehicles() > 0
                        && groups.contains(group.id())
                        && !green.contains(group.id())) {
                    return candidate;
                }
            }
        }
        return -1;
    }

    private boolean isOver(Stage stage, SignalView view) {
        int own = stage.timing().maxGreen();
        return view.stageSeconds() >= (own > 0 ? Math.min(own, longestGreen) : longestGreen);
    }

    private boolean gapsOut(Stage stage, SignalView view) {
        for (SignalView.Approach approach : view.approaches()) {
            if (serves(stage, approach) && approach.sinceLastVehicle() < gap) {
                return false;
            }
        }
        for (SignalView.Group group : view.groups()) {
            if (stage.groupIds().contains(group.id()) && group.queue() > 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean serves(Stage stage, SignalView.Approach approach) {
        for (SignalView.Movement movement : approach.movements()) {
            if (movement.group() != null && stage.groupIds().contains(movement.group())) {
                return true;
            }
        }
        return false;
    }

    /** Makes such controllers, under the name {@code actuated}. */
    public static final class Provider implements SignalControllerProvider {

        @Override
        public String name() {
            return "actuated";
        }

        @Override
        public List<TunableParameter> parameters() {
            return List.of(GAP, LONGEST_GREEN);
        }

        @Override
        public SignalController create(
                Intersection intersection, Map<String, Double> parameters, long seed) {
            SignalControllerProvider.check(this, parameters);
            if (intersection.system().stages().size() < 2) {
                throw new IllegalArgumentException(
                        "Signal system (%s) has no two stages to choose between."
                                .formatted(intersection.system().id()));
            }
            return new ActuatedController(
                    intersection.system(),
                    SignalControllerProvider.valueOf(GAP, parameters),
                    SignalControllerProvider.valueOf(LONGEST_GREEN, parameters));
        }
    }
}
