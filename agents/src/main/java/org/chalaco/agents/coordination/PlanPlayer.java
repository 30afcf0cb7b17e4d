package org.chalaco.agents.coordination;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.agents.protocol.Content.AgreedPlan;
import org.chalaco.agents.protocol.Content.GreenGrant;
import org.chalaco.mobsim.signal.PlanStages;
import org.chalaco.mobsim.signal.SignalController;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.SignalView;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.mobsim.signal.StageDecision;

/**
 * Plays an agreed plan stage by stage and goes over to another one smoothly.
 *
 * <p>A new plan holds from the start of the next cycle. Where the clock of the street does not
 * stand where the plan wants it, each cycle is made longer or shorter by a share of its greens, the
 * shorter way round, until it does; every stage comes in every cycle and none falls below its
 * minimum green. A priority holds its stage, or ends the others at their minima until its stage
 * comes; afterwards the clock is led back in the same way. Not thread-safe.
 */
final class PlanPlayer implements SignalController {

    /** By how much of its greens a cycle may be stretched, -. */
    private static final double STRETCH = 0.25;

    /** By how much it may be shortened, -. */
    private static final double SHRINK = 0.17;

    private static final double NOTHING = 1e-9;

    private final IntersectionProfile profile;
    private final int[] stageIndex;
    private final List<List<String>> groups = new ArrayList<>();
    private final FlowMeter meter;
    private AgreedPlan plan;
    private AgreedPlan next;
    private int[] greens;
    private int at = -1;
    private double stageEnd;
    private GreenGrant grant;
    private double grantUntil = Double.NEGATIVE_INFINITY;
    private SignalView lastView;

    /** A player of the plan that the system has. */
    PlanPlayer(IntersectionProfile profile, SignalSystem system, FlowMeter meter) {
        this.profile = profile;
        this.meter = meter;
        List<Stage> own = system.stages();
        PlanStages stages = ProfileBuilder.stages(system);
        stageIndex = stages.stages().stream().mapToInt(own::indexOf).toArray();
        stages.stages().forEach(stage -> groups.add(stage.groupIds()));
        for (int index : stageIndex) {
            if (index < 0) {
                throw new IllegalArgumentException(
                        "The plan of signal system (%s) has stages that the system does not name.%nMaybe take the stages of its plan?"
                                .formatted(system.id()));
            }
        }
        plan = new AgreedPlan(profile.cycle(), profile.offset(), profile.greens(), 0, 0);
        next = plan;
        greens = planned(plan);
    }

    private static int[] planned(AgreedPlan plan) {
        return plan.greens().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Plays this from the start of the next cycle on. */
    void play(AgreedPlan newPlan) {
        next = newPlan;
    }

    /** The plan that plays or comes next. */
    AgreedPlan plan() {
        return next;
    }

    /** Gives a group green, or keeps it, for so long from a time on. */
    void give(GreenGrant newGrant, double time) {
        grant = newGrant;
        grantUntil = time + newGrant.until();
    }

    FlowMeter meter() {
        return meter;
    }

    /** What was seen last; null before the first second. */
    SignalView lastView() {
        return lastView;
    }

    @Override
    public StageDecision decide(SignalView view) {
        lastView = view;
        meter.see(view);
        if (at < 0) {
            begin(view.time());
        }
        if (view.isSwitching() && view.stage() == stageIndex[at]) {
            return StageDecision.HOLD;
        }
        if (view.stage() != stageIndex[at]) {
            // at the beginning, or when the guard had to serve somebody else
            return StageDecision.switchTo(stageIndex[at]);
        }
        boolean minimum = view.stageSeconds() + NOTHING >= profile.stages().get(at).minGreen();
        if (minimum && isOver(view.time())) {
            goOn(view.time());
            return StageDecision.switchTo(stageIndex[at]);
        }
        return StageDecision.HOLD;
    }

    /** Begins where the plan is at this time. */
    private void begin(double time) {
        double second = floorMod(time - plan.offset(), plan.cycle());
        double end = 0;
        for (int k = 0; k < greens.length; k++) {
            end += greens[k];
            if (second < end || k == greens.length - 1) {
                at = k;
                stageEnd = time + Math.max(0, end - second);
                return;
            }
            end += profile.stages().get(k).after();
        }
    }

    private boolean isOver(double time) {
        if (time < grantUntil && grant != null) {
            return !groups.get(at).contains(grant.group());
        }
        return time + NOTHING >= stageEnd;
    }

    private void goOn(double time) {
        int after = profile.stages().get(at).after();
        at = (at + 1) % greens.length;
        if (at == 0) {
            beginCycle(time + after);
        }
        stageEnd = time + after + greens[at];
    }

    /** Sets the greens of the cycle that starts at this time. */
    private void beginCycle(double start) {
        plan = next;
        greens = planned(plan);
        double late = floorMod(start - plan.offset(), plan.cycle());
        int toShorten = (int) Math.round(late);
        int toStretch = plan.cycle() - toShorten;
        if (toShorten % plan.cycle() == 0) {
            return;
        }
        int spare = 0;
        int sum = 0;
        for (int k = 0; k < greens.length; k++) {
            spare += greens[k] - least(k);
            sum += greens[k];
        }
        int most = (int) Math.round(SHRINK * sum);
        // how many cycles either way would take
        double shorten = toShorten / (double) Math.max(1, Math.min(spare, most));
        double stretch = toStretch / Math.max(1, STRETCH * sum);
        if (shorten <= stretch && Math.min(spare, most) > 0) {
            shorten(Math.min(toShorten, Math.min(spare, most)));
        } else {
            stretch(Math.min(toStretch, (int) Math.max(1, STRETCH * sum)));
        }
    }

    private int least(int stage) {
        return Math.min(greens[stage], profile.stages().get(stage).minGreen());
    }

    /** One second at a time from the stage that has most above its minimum. */
    private void shorten(int seconds) {
        for (int s = 0; s < seconds; s++) {
            int longest = 0;
            for (int k = 1; k < greens.length; k++) {
                longest = greens[k] - least(k) > greens[longest] - least(longest) ? k : longest;
            }
            greens[longest]--;
        }
    }

    /** One second at a time to the stage that has grown least in proportion to its green. */
    private void stretch(int seconds) {
        int[] before = greens.clone();
        for (int s = 0; s < seconds; s++) {
            int neediest = 0;
            for (int k = 1; k < greens.length; k++) {
                boolean visible = profile.stages().get(k).invisible() == 0;
                boolean less = greens[k] * before[neediest] < greens[neediest] * before[k];
                neediest = visible && less ? k : neediest;
            }
            greens[neediest]++;
        }
    }

    private static double floorMod(double x, int cycle) {
        return x - cycle * Math.floor(x / cycle);
    }
}
