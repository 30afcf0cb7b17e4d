package org.chalaco.tuning.timing;

import java.util.List;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.tuning.problem.PlanTiming;
import org.chalaco.tuning.problem.TuningProblem;

/**
 * Greens along one direction of a corridor, and the band they leave to a platoon. The greens are
 * those of offset 0; offsets are given anew for every question. All signals have one cycle.
 */
final class Band {

    /** Platoons are a little slower than who drives alone. */
    private static final double PLATOON_SPEED = 0.9;

    private final List<Segment> segments;
    private final boolean[][] fromGreen;
    private final boolean[][] toGreen;
    private final int cycle;

    Band(TuningProblem problem, List<Segment> segments, List<PlanTiming> timings) {
        this.segments = segments;
        fromGreen = new boolean[segments.size()][];
        toGreen = new boolean[segments.size()][];
        for (int k = 0; k < segments.size(); k++) {
            Segment s = segments.get(k);
            fromGreen[k] = green(problem, s.from(), s.fromGroup(), timings);
            toGreen[k] = green(problem, s.to(), s.toGroup(), timings);
        }
        cycle = segments.isEmpty() ? 1 : fromGreen[0].length;
    }

    /** Which seconds after the start of the first stage are green. */
    private static boolean[] green(
            TuningProblem problem, int i, String group, List<PlanTiming> timings) {
        SignalPlan plan = timings.get(i).withOffset(0).plan(problem.intersections().get(i));
        boolean[] green = new boolean[plan.cycle()];
        for (SignalPlan.GroupGreen g : plan.greens()) {
            if (g.groupId().equals(group)) {
                int length = Math.floorMod(g.dropping() - g.onset() - 1, plan.cycle()) + 1;
                for (int t = 0; t < length; t++) {
                    green[Math.floorMod(g.onset() + t, plan.cycle())] = true;
                }
            }
        }
        return green;
    }

    /** Time a platoon takes over a segment, s. */
    static double travel(Segment segment) {
        return segment.seconds() / PLATOON_SPEED;
    }

    /**
     * Longest time of each cycle in which a vehicle may start and find green all the way, s.
     *
     * @param offsets by intersection
     */
    int width(int[] offsets) {
        int longest = 0;
        int run = 0;
        for (int t = 0; t < 2 * cycle; t++) {
            run = passes(t % cycle, offsets) ? run + 1 : 0;
            longest = Math.max(longest, Math.min(run, cycle));
        }
        return longest;
    }

    private boolean passes(int second, int[] offsets) {
        if (!isGreen(fromGreen[0], second, offsets[segments.get(0).from()])) {
            return false;
        }
        double travel = 0;
        for (int k = 0; k < segments.size(); k++) {
            travel += travel(segments.get(k));
            int there = (int) Math.round(second + travel);
            if (!isGreen(toGreen[k], there, offsets[segments.get(k).to()])) {
                return false;
            }
        }
        return true;
    }

    private boolean isGreen(boolean[] green, int second, int offset) {
        return green[Math.floorMod(second - offset, cycle)];
    }

    /** Mean over the segments of the green seconds whose traffic meets green at the next signal. */
    double meeting(int[] offsets) {
        int seconds = 0;
        for (int k = 0; k < segments.size(); k++) {
            Segment s = segments.get(k);
            int travel = (int) Math.round(travel(s));
            for (int t = 0; t < cycle; t++) {
                boolean both =
                        isGreen(fromGreen[k], t, offsets[s.from()])
                                && isGreen(toGreen[k], t + travel, offsets[s.to()]);
                seconds += both ? 1 : 0;
            }
        }
        return seconds / (double) segments.size();
    }

    /** The band counts most; greens that meet greens lead to it. As a share of the cycle. */
    double value(int[] offsets) {
        return segments.isEmpty() ? 0 : (width(offsets) + 0.5 * meeting(offsets)) / cycle;
    }
}
