package org.chalaco.vision.site;

/**
 * A point of the image.
 *
 * @param x to the right, pixels of the size that the site file names
 * @param y downwards, pixels
 */
public record ImagePoint(double x, double y) {

    /** Distance, pixels. */
    public double distance(ImagePoint other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /** The point at a share of the way to another one; 0 is here, 1 is there. */
    public ImagePoint towards(ImagePoint other, double share) {
        return new ImagePoint(x + share * (other.x - x), y + share * (other.y - y));
    }
}
