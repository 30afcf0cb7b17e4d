package org.chalaco.day2day.demand;

/**
 * What a person does at a place.
 *
 * @param type as in the scoring parameters: home, work, ...
 * @param linkIndex link it is reached from, or {@code RoadNetwork.NONE} where the file names none
 * @param x easting, m, or NaN
 * @param y northing, m, or NaN
 * @param endTime when it ends, s since midnight, or NaN
 * @param maximumDuration longest duration, s, or NaN
 */
public record Activity(
        String type, int linkIndex, double x, double y, double endTime, double maximumDuration) {

    /** What MATSim's types of activities between the legs of one trip end in. */
    private static final String STAGE = " interaction";

    /**
     * Whether it only joins two legs of a trip, such as {@code pt interaction}: it is worth nothing
     * and keeps its times.
     */
    public boolean isStage() {
        return type.endsWith(STAGE);
    }

    /** The last activity of a day: no end. */
    public static Activity last(String type, int linkIndex, double x, double y) {
        return new Activity(type, linkIndex, x, y, Double.NaN, Double.NaN);
    }

    /**
     * When the activity ends if it starts now: at its end time, but not before the start, or after
     * its maximum duration where no end time is given (MATSim: {@code tryEndTimeThenDuration}).
     *
     * @param startTime s since midnight
     * @return s since midnight, NaN if it has no end
     */
    public double endIfStartedAt(double startTime) {
        return Double.isNaN(endTime) ? startTime + maximumDuration : Math.max(startTime, endTime);
    }

    /** The same activity with another maximum duration. */
    public Activity withMaximumDuration(double newMaximumDuration) {
        return new Activity(type, linkIndex, x, y, endTime, newMaximumDuration);
    }

    /** The same activity with another end. */
    public Activity withEndTime(double newEndTime) {
        return new Activity(type, linkIndex, x, y, newEndTime, maximumDuration);
    }

    /** The same activity at another link. */
    public Activity withLinkIndex(int newLinkIndex) {
        return new Activity(type, newLinkIndex, x, y, endTime, maximumDuration);
    }
}
