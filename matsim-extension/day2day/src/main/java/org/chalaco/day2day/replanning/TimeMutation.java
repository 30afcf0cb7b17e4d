package org.chalaco.day2day.replanning;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.mobsim.traffic.RandomStream;

/**
 * Shifts the ends of activities by up to a range, in whole seconds, each on its own; no activity
 * ends before the one before it, or after midnight. An activity given by its maximum duration has
 * that shifted instead; those that only join the legs of a trip stay. The last one has no end and
 * stays (MATSim: {@code TimeAllocationMutator}).
 *
 * @param range most by which a time is shifted either way, s
 * @param affectsDuration whether maximum durations are shifted
 */
record TimeMutation(double range, boolean affectsDuration) {

    private static final double LATEST_END = 24 * 3600;

    /** A plan with shifted times; its legs keep their routes. */
    Plan mutate(Plan plan, RandomStream random) {
        List<Activity> activities = new ArrayList<>(plan.activities().size());
        List<Leg> legs = new ArrayList<>(plan.legs().size());
        double now = 0;
        for (int k = 0; k < plan.legs().size(); k++) {
            Activity shifted = shift(plan.activities().get(k), now, random);
            activities.add(shifted);
            now = shifted.endIfStartedAt(now);
            Leg leg = plan.legs().get(k);
            legs.add(leg.withTimes(now, leg.travelTime()));
            now += Double.isNaN(leg.travelTime()) ? 0 : leg.travelTime();
        }
        activities.add(plan.activities().get(plan.legs().size()));
        return Plan.of(activities, legs);
    }

    private Activity shift(Activity activity, double now, RandomStream random) {
        if (activity.isStage()) {
            return activity;
        }
        if (!Double.isNaN(activity.endTime())) {
            double end = shifted(activity.endTime(), random);
            return activity.withEndTime(Math.max(now, Math.min(end, LATEST_END)));
        }
        return affectsDuration
                ? activity.withMaximumDuration(shifted(activity.maximumDuration(), random))
                : activity;
    }

    private double shifted(double time, RandomStream random) {
        long by = (long) ((2 * random.nextDouble() - 1) * range);
        return Math.max(0, time + by);
    }
}
