package org.chalaco.mobsim;

import java.util.List;
import org.chalaco.mobsim.engine.SignalControls;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.SignalControl;
import org.chalaco.mobsim.signal.SignalController;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalLimits;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * Who decides what the signals of a session show, and from outside: what. Systems and groups are
 * counted as in the list given to the simulation.
 *
 * <p>At first every system plays its plan. Then it may play another plan, follow a controller, or
 * show what an outsider says. Everything takes effect in the next step, and every change is told by
 * a {@code SignalChange} event.
 */
public final class SessionSignals {

    private final SignalControls controls;
    private final Runnable betweenSteps;

    SessionSignals(SignalControls controls, Runnable betweenSteps) {
        this.controls = controls;
        this.betweenSteps = betweenSteps;
    }

    /**
     * Shows an aspect from the next step on. The first call takes the system over: all its groups
     * keep what they show until told otherwise. No minimum green, amber or intergreen is added: the
     * outsider answers for that.
     */
    public void show(int systemIndex, int groupIndex, Aspect aspect) {
        betweenSteps.run();
        controls.show(systemIndex, groupIndex, aspect);
    }

    /**
     * Plays another plan from now on. Minimum greens and intergreens are kept on the way: a group
     * that is green stays so for its minimum, one that becomes green does so when all that conflict
     * with it are cleared and its minimum is left; within about a cycle everything goes by the new
     * plan.
     *
     * @throws IllegalArgumentException if the plan names groups that the system does not have
     */
    public void play(int systemIndex, SignalPlan plan) {
        betweenSteps.run();
        controls.play(systemIndex, plan);
    }

    /**
     * Lets a controller decide from now on, through a guard with these limits.
     *
     * @throws IllegalArgumentException if the system has no stages
     */
    public void control(int systemIndex, SignalController controller, SignalLimits limits) {
        betweenSteps.run();
        controls.control(systemIndex, controller, limits);
    }

    /**
     * Lets controllers that may talk to each other decide from now on, through guards with these
     * limits; systems without a controller stay as they are. The caller closes the control.
     *
     * @throws IllegalArgumentException if a controlled system has no stages
     */
    public void control(SignalControl control, SignalLimits limits) {
        betweenSteps.run();
        controls.control(control, limits);
    }

    /** What a group shows now. */
    public Aspect aspect(int systemIndex, int groupIndex) {
        return controls.aspect(systemIndex, groupIndex);
    }

    /** Index of the system with this id, or -1. */
    public int findSystem(String systemId) {
        List<SignalSystem> systems = controls.systems();
        for (int s = 0; s < systems.size(); s++) {
            if (systems.get(s).id().equals(systemId)) {
                return s;
            }
        }
        return -1;
    }

    /** Index of the group with this id in its system, or -1. */
    public int findGroup(int systemIndex, String groupId) {
        List<SignalGroup> groups = controls.systems().get(systemIndex).groups();
        for (int g = 0; g < groups.size(); g++) {
            if (groups.get(g).id().equals(groupId)) {
                return g;
            }
        }
        return -1;
    }

    /** Decisions of a system's controller that its guard refused or put off so far. */
    public long decisionsCorrected(int systemIndex) {
        return controls.corrected(systemIndex);
    }

    /**
     * Pairs of groups whose movements cross or merge unprotected and that are green together now,
     * said in words; empty where all is well.
     */
    public List<String> conflictingGreens() {
        return controls.conflictingGreens();
    }
}
