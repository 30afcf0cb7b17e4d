package org.chalaco.scenario.od;

import java.util.List;
import org.chalaco.mobsim.traffic.RandomStream;

/**
 * When trips start: shares of intervals, uniform within each.
 *
 * @param intervals in order of time
 */
public record TimeProfile(List<Interval> intervals) {

    /**
     * One interval.
     *
     * @param from s since midnight
     * @param until s since midnight, exclusive
     * @param share of all trips, -
     */
    public record Interval(double from, double until, double share) {}

    public TimeProfile {
        intervals = List.copyOf(intervals);
        double sum = intervals.stream().mapToDouble(Interval::share).sum();
        if (Math.abs(sum - 1) > 1e-6) {
            throw new IllegalArgumentException(
                    "The shares of a time profile sum to (%s).%nMaybe they should sum to 1?"
                            .formatted(sum));
        }
    }

    /** A moment drawn from the profile, in whole seconds. */
    public double draw(RandomStream random) {
        double left = random.nextDouble();
        for (Interval interval : intervals) {
            if (left < interval.share()) {
                return Math.floor(
                        interval.from()
                                + left / interval.share() * (interval.until() - interval.from()));
            }
            left -= interval.share();
        }
        return intervals.get(intervals.size() - 1).until() - 1;
    }
}
