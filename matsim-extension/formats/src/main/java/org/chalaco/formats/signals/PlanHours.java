package org.chalaco.formats.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.chalaco.day2day.road.PlanChange;
import org.chalaco.formats.signals.SystemDraft.PlanDraft;

/** Which plan of a system holds when. Hours come back every day. */
final class PlanHours {

    private static final double DAY = 24 * 3600;
    private static final int DAYS = 2;

    private final List<PlanDraft> plans;

    PlanHours(List<PlanDraft> plans) {
        this.plans = plans;
    }

    /** The plan that holds at a time, or null. */
    PlanDraft at(double time) {
        double ofDay = time % DAY;
        return plans.stream().filter(plan -> plan.holdsAt(ofDay)).findFirst().orElse(null);
    }

    /**
     * What changes after the start, and at it if the signal is off then.
     *
     * @param redAmber of the system, s
     */
    List<PlanChange> changes(int systemIndex, double start, int redAmber) {
        TreeSet<Double> times = new TreeSet<>();
        for (int day = 0; day < DAYS; day++) {
            for (PlanDraft plan : plans) {
                addIfKnown(times, plan.start() + day * DAY);
                addIfKnown(times, plan.stop() + day * DAY);
            }
            times.add((day + 1) * DAY);
        }
        List<PlanChange> changes = new ArrayList<>();
        PlanDraft now = at(start);
        if (now == null) {
            changes.add(new PlanChange(start, systemIndex, null));
        }
        for (double time : times.tailSet(start, false)) {
            PlanDraft next = at(time);
            if (next != now) {
                changes.add(
                        new PlanChange(
                                time,
                                systemIndex,
                                next == null ? null : SignalsReader.toPlan(next, redAmber)));
                now = next;
            }
        }
        return changes;
    }

    private static void addIfKnown(TreeSet<Double> times, double time) {
        if (!Double.isNaN(time)) {
            times.add(time);
        }
    }
}
