package org.chalaco.agents.policy;

import java.util.Arrays;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.Intersection;
import org.chalaco.mobsim.signal.SignalController;
import org.chalaco.mobsim.signal.SignalLimits;
import org.chalaco.mobsim.signal.SignalView;
import org.chalaco.mobsim.signal.StageDecision;

/**
 * What all strategies share that choose a stage second by second: they are asked for a choice only
 * when the present stage may end, and whoever has waited almost as long as the guard allows goes
 * before any strategy, so that the guard need not step in.
 *
 * <p>Not thread-safe.
 */
abstract class StagePolicy implements SignalController {

    /** Slower strategies than the guard: their switch must be done before it steps in, s. */
    private static final double BEFORE_THE_GUARD = 10;

    final Intersection intersection;
    final StageMap stages;
    private final double[] waitingSince;

    StagePolicy(Intersection intersection) {
        this.intersection = intersection;
        stages = new StageMap(intersection.system());
        waitingSince = new double[stages.groupCount()];
        Arrays.fill(waitingSince, Double.NaN);
    }

    @Override
    public final StageDecision decide(SignalView view) {
        noteWaiting(view);
        observe(view);
        if (view.isSwitching() || view.stageSeconds() < stages.minGreen(view.stage())) {
            return StageDecision.HOLD;
        }
        int forgotten = forgotten(view);
        int next = forgotten >= 0 ? forgotten : choose(view);
        if (next == view.stage() && view.stageSeconds() >= stages.maxGreen(view.stage())) {
            next = longestWaiting(view);
        }
        return next == view.stage() ? StageDecision.HOLD : StageDecision.switchTo(next);
    }

    /** Looks every second, whether or not there is anything to decide. */
    void observe(SignalView view) {}

    /** The stage that shall be green now; asked only when the present one may end. */
    abstract int choose(SignalView view);

    private void noteWaiting(SignalView view) {
        for (int g = 0; g < waitingSince.length; g++) {
            SignalView.Group group = view.groups().get(g);
            if (group.aspect() == Aspect.GREEN || group.queue() == 0) {
                waitingSince[g] = Double.NaN;
            } else if (Double.isNaN(waitingSince[g])) {
                waitingSince[g] = view.time();
            }
        }
    }

    private int forgotten(SignalView view) {
        double limit = SignalLimits.STANDARD.maximumRed() - BEFORE_THE_GUARD;
        int group = longestWaitingGroup(view.stage());
        return group >= 0 && view.time() - waitingSince[group] >= limit ? stageOf(group) : -1;
    }

    private int longestWaiting(SignalView view) {
        int group = longestWaitingGroup(view.stage());
        return group < 0 ? view.stage() : stageOf(group);
    }

    /** The group that a stage does not serve and that has waited longest, or -1. */
    private int longestWaitingGroup(int stage) {
        int longest = -1;
        for (int g = 0; g < waitingSince.length; g++) {
            boolean waits = !Double.isNaN(waitingSince[g]) && !stages.serves(stage, g);
            if (waits
                    && stageOf(g) >= 0
                    && (longest < 0 || waitingSince[g] < waitingSince[longest])) {
                longest = g;
            }
        }
        return longest;
    }

    private int stageOf(int group) {
        for (int s = 0; s < stages.size(); s++) {
            if (stages.serves(s, group)) {
                return s;
            }
        }
        return -1;
    }
}
