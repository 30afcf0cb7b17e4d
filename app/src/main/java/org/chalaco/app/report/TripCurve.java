package org.chalaco.app.report;

/**
 * How many vehicles had started, entered and arrived by each moment.
 *
 * @param start of the first moment, s since midnight
 * @param interval between moments, s
 * @param wanted vehicles that wanted to drive by then
 * @param entered vehicles that had come onto the road by then
 * @param arrived vehicles that had left the road by then
 */
public record TripCurve(double start, double interval, int[] wanted, int[] entered, int[] arrived) {

    public TripCurve {
        if (wanted.length != entered.length || entered.length != arrived.length) {
            throw new IllegalArgumentException(
                    "The curves have (%d), (%d) and (%d) moments."
                            .formatted(wanted.length, entered.length, arrived.length));
        }
        wanted = wanted.clone();
        entered = entered.clone();
        arrived = arrived.clone();
    }
}
