package org.chalaco.vision.detection;

import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.vision.site.ImagePoint;

/**
 * A vehicle in one frame.
 *
 * @param x left edge of its box, pixels
 * @param y upper edge, pixels
 * @param width of the box, pixels
 * @param height of the box, pixels
 * @param confidence how sure the detector is, 0 to 1
 * @param vehicleClass what it is, or null where the detector cannot tell
 */
public record Detection(
        double x,
        double y,
        double width,
        double height,
        double confidence,
        VehicleClass vehicleClass) {

    /** Where it stands on the road, roughly: the middle of the lower edge. */
    public ImagePoint foot() {
        return new ImagePoint(x + width / 2, y + height);
    }

    /** Middle of the box. */
    public ImagePoint centre() {
        return new ImagePoint(x + width / 2, y + height / 2);
    }

    /** Share of the two boxes' common area that both cover, 0 to 1. */
    public double overlap(Detection other) {
        double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        double both = Math.max(0, w) * Math.max(0, h);
        double all = width * height + other.width * other.height - both;
        return all > 0 ? both / all : 0;
    }
}
