package org.chalaco.mobsim.signal;

import java.util.List;

/**
 * Leads a system from whatever it shows to a plan without cutting a minimum green, an amber or an
 * intergreen short: a green that the plan does not want ends after its minimum; one that it wants
 * begins when all that conflict with it are cleared and at least its minimum is left of it. A plan
 * whose own greens and gaps are shorter is taken at its word.
 *
 * <p>When everything has gone by the plan for a whole cycle, {@link #isDone} and the plan may play
 * by itself. Not thread-safe.
 */
public final class PlanTransition implements SignalDisplay {

    private final SignalSystem system;
    private final FixedTimeController plan;
    private final GroupClearance clearance;
    private final double[] minimumGreen;
    private final boolean[] wanted;
    private double byPlanSince = Double.NaN;
    private boolean done;

    /**
     * On the way to the plan of this system.
     *
     * @param conflicts which groups must never be green together, besides those with an intergreen
     */
    public PlanTransition(SignalSystem system, boolean[][] conflicts, SignalLimits limits) {
        this.system = system;
        plan = new FixedTimeController(system);
        int n = system.groups().size();
        wanted = new boolean[n];
        minimumGreen = new double[n];
        double[][] intergreen = new Intergreens(system, conflicts, limits).seconds();
        for (int group = 0; group < n; group++) {
            int least = limits.minimumGreen(system, system.groups().get(group).id());
            minimumGreen[group] = Math.min(least, shortestGreen(group));
            for (int other = 0; other < n; other++) {
                if (!Double.isNaN(intergreen[group][other])) {
                    intergreen[group][other] =
                            Math.min(intergreen[group][other], gap(group, other));
                }
            }
        }
        clearance = new GroupClearance(system, minimumGreen, intergreen);
    }

    private List<SignalPlan.GroupGreen> greens(int group) {
        String id = system.groups().get(group).id();
        return system.plan().greens().stream().filter(g -> g.groupId().equals(id)).toList();
    }

    private double shortestGreen(int group) {
        int cycle = system.plan().cycle();
        return greens(group).stream()
                .mapToInt(g -> Math.floorMod(g.dropping() - g.onset() - 1, cycle) + 1)
                .min()
                .orElse(0);
    }

    /** What the plan itself leaves between the end of one green and the start of another, s. */
    private double gap(int from, int to) {
        int cycle = system.plan().cycle();
        return greens(from).stream()
                .flatMapToInt(
                        f ->
                                greens(to).stream()
                                        .mapToInt(
                                                t ->
                                                        Math.floorMod(
                                                                t.onset() - f.dropping(), cycle)))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** Starts from what a group shows now, and since when, s since midnight. */
    public void takeOver(int group, Aspect aspect, double since) {
        clearance.takeOver(group, aspect, since);
    }

    @Override
    public void advance(double time) {
        for (int group = 0; group < wanted.length; group++) {
            boolean green = isGreenOrAboutToBe(group, time);
            boolean shown = clearance.aspect(group) == Aspect.GREEN;
            wanted[group] = green && (shown || enoughIsLeft(group, time));
        }
        clearance.advance(wanted, time);
        if (!goesByPlan(time)) {
            byPlanSince = Double.NaN;
        } else if (Double.isNaN(byPlanSince)) {
            byPlanSince = time;
        }
        done = time - byPlanSince >= system.plan().cycle();
    }

    private boolean isGreenOrAboutToBe(int group, double time) {
        Aspect aspect = plan.aspect(group, time);
        return aspect == Aspect.GREEN || aspect == Aspect.RED_AMBER;
    }

    private boolean enoughIsLeft(int group, double time) {
        for (int second = 1; second < minimumGreen[group]; second++) {
            if (!isGreenOrAboutToBe(group, time + second)) {
                return false;
            }
        }
        return true;
    }

    private boolean goesByPlan(double time) {
        for (int group = 0; group < wanted.length; group++) {
            if (clearance.aspect(group) != plan.aspect(group, time)) {
                return false;
            }
        }
        return true;
    }

    /** Whether everything has gone by the plan for a whole cycle. */
    public boolean isDone() {
        return done;
    }

    /** The plan, to play by itself. */
    public FixedTimeController plan() {
        return plan;
    }

    @Override
    public Aspect aspect(int groupIndex, double time) {
        return clearance.aspect(groupIndex);
    }
}
