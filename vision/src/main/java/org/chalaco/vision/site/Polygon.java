package org.chalaco.vision.site;

import java.util.List;

/**
 * An area of the image.
 *
 * @param corners three or more, in order; the last joins the first
 */
public record Polygon(List<ImagePoint> corners) {

    public Polygon {
        corners = List.copyOf(corners);
    }

    /** Whether a point lies inside (even-odd rule). */
    public boolean contains(double x, double y) {
        boolean inside = false;
        for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
            ImagePoint a = corners.get(i);
            ImagePoint b = corners.get(j);
            if (a.y() > y != b.y() > y
                    && x < (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()) + a.x()) {
                inside = !inside;
            }
        }
        return inside;
    }
}
