package org.chalaco.vision.site;

/**
 * A line across the road in the image; vehicles are counted when they cross it.
 *
 * <p>Forward is from the left of the line to its right, as one sees it on the picture going from
 * the first point to the second: across a line drawn from left to right, forward is downwards.
 *
 * @param id name of the line
 * @param from first point
 * @param to second point
 * @param forward what crossing it forward means, or null if such crossings are not counted
 * @param backward what crossing it backward means, or null
 * @param laneWidth how wide a lane is at the line, pixels, or NaN: then it is taken from lanes or
 *     the road plane
 */
public record CountingLine(
        String id,
        ImagePoint from,
        ImagePoint to,
        LineDirection forward,
        LineDirection backward,
        double laneWidth) {

    /** A line at which lanes are as wide as the site's lanes or road plane say. */
    public CountingLine(
            String id,
            ImagePoint from,
            ImagePoint to,
            LineDirection forward,
            LineDirection backward) {
        this(id, from, to, forward, backward, Double.NaN);
    }

    /** The direction, or null if the line does not count it. */
    public LineDirection direction(boolean isForward) {
        return isForward ? forward : backward;
    }

    /**
     * On which side a point lies, in pixels from the line; positive on the right, where forward
     * leads.
     */
    public double side(ImagePoint point) {
        double length = from.distance(to);
        return ((to.x() - from.x()) * (point.y() - from.y())
                        - (to.y() - from.y()) * (point.x() - from.x()))
                / length;
    }

    /** How far along the line a point lies; 0 at the first point, 1 at the second. */
    public double along(ImagePoint point) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        return ((point.x() - from.x()) * dx + (point.y() - from.y()) * dy) / (dx * dx + dy * dy);
    }
}
