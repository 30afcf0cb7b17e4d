package org.chalaco.day2day.road;

/**
 * What of a link may change with time.
 *
 * @param freeSpeed m/s
 * @param lanes open lanes, -
 * @param flowCapacity vehicles/s; only whether there is any matters here: how much flows is what
 *     lanes and drivers make of it
 */
public record LinkCondition(double freeSpeed, double lanes, double flowCapacity) {

    private static final double STANDING = 0.1;
    private static final double NOTHING = 1e-9;

    /** Whether nobody may enter: no speed, no lane, or no capacity at all. */
    public boolean isClosed() {
        return freeSpeed < STANDING || lanes < NOTHING || flowCapacity < NOTHING;
    }

    /** Lanes to drive on, at least one where the link is open. */
    int openLanes() {
        return (int) Math.max(1, Math.round(lanes));
    }
}
