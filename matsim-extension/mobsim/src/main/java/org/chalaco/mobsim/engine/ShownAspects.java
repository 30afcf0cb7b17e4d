package org.chalaco.mobsim.engine;

import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.SignalDisplay;

/** Shows what an outsider said last. */
final class ShownAspects implements SignalDisplay {

    private final Aspect[] aspects;

    ShownAspects(Aspect[] present) {
        aspects = present;
    }

    void show(int group, Aspect aspect) {
        aspects[group] = aspect;
    }

    @Override
    public Aspect aspect(int groupIndex, double time) {
        return aspects[groupIndex];
    }

    @Override
    public double quietUntil(double time) {
        return Double.POSITIVE_INFINITY; // until the outsider speaks again
    }
}
