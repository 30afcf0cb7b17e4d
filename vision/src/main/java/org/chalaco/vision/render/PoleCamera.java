package org.chalaco.vision.render;

/**
 * A camera on a pole: a pinhole without distortion, level at its horizon.
 *
 * @param x easting of the pole, m
 * @param y northing, m
 * @param height of the lens above the road, m
 * @param targetX easting of the point of the road in the middle of the picture, m
 * @param targetY northing of it, m
 * @param fieldOfView from the left to the right edge of the picture, degrees
 * @param width of the picture, pixels
 * @param heightPixels of the picture, pixels
 */
public record PoleCamera(
        double x,
        double y,
        double height,
        double targetX,
        double targetY,
        double fieldOfView,
        int width,
        int heightPixels) {

    /** Nearer than this a point cannot be shown, m. */
    static final double NEAREST = 1.0;

    public PoleCamera {
        if (!(height > 0)) {
            throw new IllegalArgumentException(
                    "A camera at (%s m) above the road sees nothing of it.%nMaybe 9 m?"
                            .formatted(height));
        }
        if (!(fieldOfView > 1 && fieldOfView < 150)) {
            throw new IllegalArgumentException(
                    "A field of view of (%s) degrees is not between 1 and 150.%nMaybe 70?"
                            .formatted(fieldOfView));
        }
        if (width < 32 || heightPixels < 32 || width > 8192 || heightPixels > 8192) {
            throw new IllegalArgumentException(
                    "A picture of (%d x %d) pixels is not between 32 and 8192 each way."
                            .formatted(width, heightPixels));
        }
        if (Math.hypot(targetX - x, targetY - y) < 0.1) {
            throw new IllegalArgumentException(
                    "The camera looks straight down at its own pole.%nMaybe aim it at the junction?");
        }
    }

    private double focalPixels() {
        return width / 2.0 / Math.tan(Math.toRadians(fieldOfView) / 2);
    }

    private double[] axes() {
        double horizontal = Math.hypot(targetX - x, targetY - y);
        double distance = Math.hypot(horizontal, height);
        double east = (targetX - x) / horizontal;
        double north = (targetY - y) / horizontal;
        return new double[] {east, north, horizontal / distance, height / distance};
    }

    /** How far before the lens a point lies, m; negative behind it. */
    public double depth(double px, double py, double pz) {
        double[] a = axes();
        double ahead = (px - x) * a[0] + (py - y) * a[1];
        return ahead * a[2] + (height - pz) * a[3];
    }

    /**
     * Where a point appears.
     *
     * @return column and row in pixels, from the top left corner; null if it is not before the lens
     */
    public double[] project(double px, double py, double pz) {
        double[] a = axes();
        double ahead = (px - x) * a[0] + (py - y) * a[1];
        double right = (px - x) * a[1] - (py - y) * a[0];
        double below = height - pz;
        double depth = ahead * a[2] + below * a[3];
        if (depth < NEAREST) {
            return null;
        }
        double down = below * a[2] - ahead * a[3];
        double f = focalPixels() / depth;
        return new double[] {width / 2.0 + f * right, heightPixels / 2.0 + f * down};
    }

    /**
     * The point of the road that a pixel shows.
     *
     * @return easting and northing, m; null above the horizon
     */
    public double[] groundPoint(double column, double row) {
        double[] a = axes();
        double right = (column - width / 2.0) / focalPixels();
        double down = (row - heightPixels / 2.0) / focalPixels();
        double falls = a[3] + down * a[2];
        if (falls <= 1e-6) {
            return null;
        }
        double t = height / falls;
        double ahead = t * (a[2] - down * a[3]);
        double aside = t * right;
        return new double[] {x + ahead * a[0] + aside * a[1], y + ahead * a[1] - aside * a[0]};
    }
}
