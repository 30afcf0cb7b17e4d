package org.chalaco.mobsim.signal;

import java.util.Arrays;
import java.util.List;

/**
 * Stands between a controller and the street: stages change only after their minimum green, through
 * amber and intergreens; groups that conflict are never green together; and nobody is forgotten.
 *
 * <p>A switch that is asked for too early, while the last one is still going on, or to a stage that
 * does not exist, is refused. When somebody has waited before a group for the {@link
 * SignalLimits#maximumRed}, or a stage has had its {@link StageTiming#maxGreen} and somebody waits
 * elsewhere, the stage that serves who has waited longest comes next, whatever the controller
 * wants. All of these are counted. Not thread-safe.
 */
public final class SignalGuard {

    private static final double NOTHING = 1e-9;

    private final SignalSystem system;
    private final SignalLimits limits;
    private final GroupClearance clearance;
    private final boolean[][] inStage;
    private final double[] waitingSince;
    private int stage;
    private double stageSince = Double.NaN;
    private long corrected;

    /**
     * A guard for this system; its first stage is wanted first.
     *
     * @param conflicts which groups must never be green together, besides those with an intergreen
     * @throws IllegalArgumentException if the system has no stages, or a stage names an unknown
     *     group or two that conflict
     */
    public SignalGuard(SignalSystem system, boolean[][] conflicts, SignalLimits limits) {
        this.system = system;
        this.limits = limits;
        inStage = inStage(system);
        Intergreens intergreens = new Intergreens(system, conflicts, limits);
        for (int s = 0; s < inStage.length; s++) {
            intergreens.checkStage(s, inStage[s]);
        }
        double[] minimumGreens =
                system.groups().stream()
                        .mapToDouble(group -> limits.minimumGreen(system, group.id()))
                        .toArray();
        clearance = new GroupClearance(system, minimumGreens, intergreens.seconds());
        waitingSince = new double[system.groups().size()];
        Arrays.fill(waitingSince, Double.NaN);
    }

    private static boolean[][] inStage(SignalSystem system) {
        if (system.stages().isEmpty()) {
            throw new IllegalArgumentException(
                    "Signal system (%s) has no stages, so no controller can choose among them.%nMaybe give it some?"
                            .formatted(system.id()));
        }
        List<String> ids = system.groups().stream().map(SignalGroup::id).toList();
        boolean[][] in = new boolean[system.stages().size()][ids.size()];
        for (int s = 0; s < in.length; s++) {
            for (String id : system.stages().get(s).groupIds()) {
                if (!ids.contains(id)) {
                    throw new IllegalArgumentException(
                            "Stage (%s) of signal system (%s) names the group (%s), which it does not have.%nMaybe one of %s?"
                                    .formatted(system.stages().get(s).id(), system.id(), id, ids));
                }
                in[s][ids.indexOf(id)] = true;
            }
        }
        return in;
    }

    private double minimumGreen(int s) {
        return limits.minimumGreen(system.stages().get(s));
    }

    /** Starts from what a group shows now, and since when, s since midnight. */
    public void takeOver(int group, Aspect aspect, double since) {
        clearance.takeOver(group, aspect, since);
    }

    /** The first stage wanted: the one that has most of what is green. */
    public void begin() {
        int most = -1;
        for (int s = 0; s < inStage.length; s++) {
            int green = 0;
            for (int group = 0; group < inStage[s].length; group++) {
                green += inStage[s][group] && aspect(group) == Aspect.GREEN ? 1 : 0;
            }
            if (green > most) {
                most = green;
                stage = s;
            }
        }
    }

    /**
     * Takes what the controller wants, once a second.
     *
     * @param queues vehicles that wait for each group
     * @param time s since midnight
     */
    public void decide(StageDecision decision, int[] queues, double time) {
        noteWaiting(queues, time);
        boolean mayEnd = mayEnd(time);
        boolean wantsAnother =
                decision instanceof StageDecision.SwitchTo to
                        && to.stage() != stage
                        && to.stage() < inStage.length;
        int forced = mayEnd ? forced(wantsAnother, time) : -1;
        if (forced >= 0) {
            if (!(decision instanceof StageDecision.SwitchTo to && to.stage() == forced)) {
                corrected++;
            }
            switchTo(forced);
        } else if (decision instanceof StageDecision.SwitchTo to && to.stage() != stage) {
            if (mayEnd && to.stage() < inStage.length) {
                switchTo(to.stage());
            } else {
                corrected++;
            }
        }
    }

    private void noteWaiting(int[] queues, double time) {
        for (int group = 0; group < waitingSince.length; group++) {
            if (aspect(group) == Aspect.GREEN || queues[group] == 0) {
                waitingSince[group] = Double.NaN;
            } else if (Double.isNaN(waitingSince[group])) {
                waitingSince[group] = time;
            }
        }
    }

    private boolean mayEnd(double time) {
        return !isSwitching() && time - stageSince + NOTHING >= minimumGreen(stage);
    }

    /** The stage that must come now, or -1. */
    private int forced(boolean wantsAnother, double time) {
        int longest = -1;
        for (int group = 0; group < waitingSince.length; group++) {
            boolean waits = !Double.isNaN(waitingSince[group]) && stageOf(group) >= 0;
            if (waits && (longest < 0 || waitingSince[group] < waitingSince[longest])) {
                longest = group;
            }
        }
        if (longest < 0 || inStage[stage][longest]) {
            return -1;
        }
        int maxGreen = system.stages().get(stage).timing().maxGreen();
        boolean overdue = time - waitingSince[longest] + NOTHING >= limits.maximumRed();
        boolean hadAll = maxGreen > 0 && time - stageSince + NOTHING >= maxGreen;
        return overdue || hadAll && !wantsAnother ? stageOf(longest) : -1;
    }

    private int stageOf(int group) {
        for (int s = 0; s < inStage.length; s++) {
            if (inStage[s][group]) {
                return s;
            }
        }
        return -1;
    }

    private void switchTo(int next) {
        stage = next;
        stageSince = Double.NaN;
    }

    /** Goes on to this time, s since midnight. */
    public void advance(double time) {
        clearance.advance(inStage[stage], time);
        if (isSwitching() && allGreen()) {
            stageSince = time;
        }
    }

    private boolean allGreen() {
        for (int group = 0; group < inStage[stage].length; group++) {
            boolean green = aspect(group) == Aspect.GREEN;
            if (green != inStage[stage][group]) {
                return false;
            }
        }
        return true;
    }

    /** What a group shows. */
    public Aspect aspect(int group) {
        return clearance.aspect(group);
    }

    /** Since when, s since midnight. */
    public double since(int group) {
        return clearance.since(group);
    }

    /** Index of the stage that is green or comes next. */
    public int stage() {
        return stage;
    }

    /** Whether the stage is not green in full yet. */
    public boolean isSwitching() {
        return Double.isNaN(stageSince);
    }

    /** For how long the stage has been green in full, s. */
    public double stageSeconds(double time) {
        return isSwitching() ? 0 : time - stageSince;
    }

    /** Decisions refused or overruled so far. */
    public long corrected() {
        return corrected;
    }
}
