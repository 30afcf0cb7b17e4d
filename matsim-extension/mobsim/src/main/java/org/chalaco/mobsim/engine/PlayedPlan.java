package org.chalaco.mobsim.engine;

import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.PlanTransition;
import org.chalaco.mobsim.signal.SignalDisplay;

/** Leads to another plan, and lets that play by itself when it is reached. */
final class PlayedPlan implements SignalDisplay {

    private final PlanTransition transition;
    private final SignalAspects signals;
    private final int system;

    PlayedPlan(PlanTransition transition, SignalAspects signals, int system) {
        this.transition = transition;
        this.signals = signals;
        this.system = system;
    }

    @Override
    public void advance(double time) {
        transition.advance(time);
        if (transition.isDone()) {
            signals.display(system, transition.plan());
        }
    }

    @Override
    public Aspect aspect(int groupIndex, double time) {
        return transition.aspect(groupIndex, time);
    }
}
