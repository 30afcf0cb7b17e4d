package org.chalaco.mobsim.run;

/** Looks at the road every few seconds, without touching it. */
@FunctionalInterface
public interface StepObserver {

    /** Sees the road at the end of a step; keep nothing of the view. */
    void observe(TrafficView view);
}
