package org.chalaco.mobsim.engine;

import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.SignalController;
import org.chalaco.mobsim.signal.SignalDisplay;
import org.chalaco.mobsim.signal.SignalGuard;
import org.chalaco.mobsim.signal.SignalView;

/** Asks a controller once a second and shows what its guard makes of the answer. */
final class ControlledAspects implements SignalDisplay {

    private final SignalController controller;
    private final SignalGuard guard;
    private final IntersectionViews views;
    private double lastSecond = Double.NEGATIVE_INFINITY;

    ControlledAspects(SignalController controller, SignalGuard guard, IntersectionViews views) {
        this.controller = controller;
        this.guard = guard;
        this.views = views;
    }

    @Override
    public void advance(double time) {
        guard.advance(time);
        if (Math.floor(time) > lastSecond) {
            lastSecond = Math.floor(time);
            SignalView view = views.look(time);
            guard.decide(controller.decide(view), views.queues(view), time);
            guard.advance(time);
        }
    }

    @Override
    public Aspect aspect(int groupIndex, double time) {
        return guard.aspect(groupIndex);
    }

    long corrected() {
        return guard.corrected();
    }
}
