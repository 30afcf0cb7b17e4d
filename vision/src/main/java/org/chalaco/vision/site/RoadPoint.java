package org.chalaco.vision.site;

/**
 * A point of the road plane, in a system of axes of the site's own.
 *
 * @param x m
 * @param y m
 */
public record RoadPoint(double x, double y) {

    /** Distance, m. */
    public double distance(RoadPoint other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
