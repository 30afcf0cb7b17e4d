package org.chalaco.analysis.kpi;

/**
 * Time cut into intervals of one length.
 *
 * <p>An interval is open at its start and closed at its end, because event times name the end of
 * the step in which a thing happened: an event at exactly 8:15 happened before 8:15. What happens
 * at or before the start belongs to the first interval.
 *
 * @param start s since midnight
 * @param length s
 */
public record IntervalGrid(double start, double length) {

    public IntervalGrid {
        if (!(length > 0)) {
            throw new IllegalArgumentException(
                    "The interval (%s s) is not positive.%nMaybe 900?".formatted(length));
        }
    }

    /** The interval this moment belongs to. */
    public int index(double time) {
        return Math.max(0, (int) Math.ceil((time - start) / length) - 1);
    }

    /** Start of the k-th interval, s since midnight. */
    public double from(int k) {
        return start + k * length;
    }

    /** End of the k-th interval, s since midnight. */
    public double until(int k) {
        return start + (k + 1) * length;
    }

    /** Seconds of [from, until] that lie in the k-th interval. */
    public double overlap(int k, double from, double until) {
        double begin = k == 0 ? from : Math.max(from, from(k));
        return Math.max(0, Math.min(until, until(k)) - begin);
    }
}
