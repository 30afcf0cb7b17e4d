package org.chalaco.mobsim.engine;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.PlanTransition;
import org.chalaco.mobsim.signal.SignalControl;
import org.chalaco.mobsim.signal.SignalController;
import org.chalaco.mobsim.signal.SignalGuard;
import org.chalaco.mobsim.signal.SignalLimits;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;

/** Who decides what the signals show; see {@code SessionSignals}. */
public final class SignalControls {

    private final Scene scene;
    private final SignalAspects signals;
    private final ApproachLoops loops;
    private SignalControl control;
    private double lastSecond = Double.NEGATIVE_INFINITY;

    SignalControls(Scene scene) {
        this.scene = scene;
        signals = scene.signals;
        loops = scene.loops;
    }

    /** Shows an aspect from the next step on. */
    public void show(int system, int group, Aspect aspect) {
        check(system, group);
        if (!(signals.display(system) instanceof ShownAspects)) {
            signals.display(system, new ShownAspects(present(system)));
        }
        ((ShownAspects) signals.display(system)).show(group, aspect);
        signals.display(system, signals.display(system)); // to be asked again
    }

    private Aspect[] present(int system) {
        Aspect[] present = new Aspect[signals.systems().get(system).groups().size()];
        for (int group = 0; group < present.length; group++) {
            Aspect shown = signals.aspect(system, group);
            // before the first step nothing is shown yet: then what the plan says
            present[group] =
                    shown == null
                            ? signals.display(system).aspect(group, scene.clock.time())
                            : shown;
        }
        return present;
    }

    /** Plays another plan. */
    public void play(int system, SignalPlan plan) {
        check(system, 0);
        SignalSystem to = signals.systems().get(system).withPlan(plan);
        PlanTransition transition =
                new PlanTransition(to, conflicts(system), SignalLimits.STANDARD);
        Aspect[] present = present(system);
        for (int group = 0; group < present.length; group++) {
            transition.takeOver(group, present[group], since(system, group));
        }
        signals.display(system, new PlayedPlan(transition, signals, system));
    }

    /** Lets a controller decide. */
    public void control(int system, SignalController controller, SignalLimits limits) {
        check(system, 0);
        SignalSystem controlled = signals.systems().get(system);
        SignalGuard guard = new SignalGuard(controlled, conflicts(system), limits);
        Aspect[] present = present(system);
        for (int group = 0; group < present.length; group++) {
            if (signals.aspect(system, group) != null) {
                guard.takeOver(group, present[group], since(system, group));
            }
        }
        guard.begin();
        IntersectionViews views = new IntersectionViews(scene, system, guard);
        loops.watch(views.lanes());
        signals.display(system, new ControlledAspects(controller, guard, views));
    }

    /**
     * Lets controllers that may talk to each other decide.
     *
     * @throws IllegalArgumentException if there are more controllers than systems, or a system
     *     cannot be controlled
     */
    public void control(SignalControl newControl, SignalLimits limits) {
        control = newControl;
        lastSecond = Double.NEGATIVE_INFINITY;
        List<SignalController> controllers = newControl.controllers();
        for (int system = 0; system < controllers.size(); system++) {
            if (controllers.get(system) != null) {
                control(system, controllers.get(system), limits);
            }
        }
    }

    /** Tells the control when a second begins; before the displays are asked. */
    void beginStep() {
        double second = Math.floor(scene.clock.time());
        if (control != null && second > lastSecond) {
            lastSecond = second;
            control.secondBegins(scene.clock.time());
        }
    }

    private double since(int system, int group) {
        return signals.shownSince(signals.firstGroup(system) + group);
    }

    private void check(int system, int group) {
        List<SignalSystem> systems = signals.systems();
        if (system < 0 || system >= systems.size()) {
            throw new IllegalArgumentException(
                    "There is no signal system (%d), only (%d) of them."
                            .formatted(system, systems.size()));
        }
        if (group < 0 || group >= systems.get(system).groups().size()) {
            throw new IllegalArgumentException(
                    "Signal system (%s) has no group (%d), only (%d) of them."
                            .formatted(
                                    systems.get(system).id(),
                                    group,
                                    systems.get(system).groups().size()));
        }
    }

    /** Which groups of a system have movements that cross or merge unprotected. */
    private boolean[][] conflicts(int system) {
        int first = signals.firstGroup(system);
        int n = signals.systems().get(system).groups().size();
        boolean[][] conflicts = new boolean[n][n];
        RoadNetwork network = scene.network;
        for (int c = 0; c < network.connectorCount(); c++) {
            int group = signals.group(c) - first;
            if (group < 0 || group >= n) {
                continue;
            }
            for (int k = network.firstConflict(c); k < network.endConflict(c); k++) {
                int other = signals.group(network.conflictOther(k)) - first;
                boolean permissive = (network.conflictFlags(k) & RoadNetwork.PERMISSIVE) != 0;
                if (other >= 0 && other < n && other != group && !permissive) {
                    conflicts[group][other] = true;
                    conflicts[other][group] = true;
                }
            }
        }
        return conflicts;
    }

    /** What a group shows. */
    public Aspect aspect(int system, int group) {
        check(system, group);
        return signals.aspect(system, group);
    }

    /** All systems. */
    public List<SignalSystem> systems() {
        return signals.systems();
    }

    /** Decisions that a system's guard refused or overruled. */
    public long corrected(int system) {
        check(system, 0);
        return signals.display(system) instanceof ControlledAspects c ? c.corrected() : 0;
    }

    /** Pairs of groups that conflict and are green together, in words. */
    public List<String> conflictingGreens() {
        List<String> pairs = new ArrayList<>();
        for (int system = 0; system < signals.systems().size(); system++) {
            boolean[][] conflicts = conflicts(system);
            int first = signals.firstGroup(system);
            for (int a = 0; a < conflicts.length; a++) {
                for (int b = a + 1; b < conflicts.length; b++) {
                    if (conflicts[a][b]
                            && signals.aspectOfGroup(first + a) == Aspect.GREEN
                            && signals.aspectOfGroup(first + b) == Aspect.GREEN) {
                        pairs.add(
                                signals.nameOfGroup(first + a)
                                        + " and "
                                        + signals.nameOfGroup(first + b));
                    }
                }
            }
        }
        return pairs;
    }
}
