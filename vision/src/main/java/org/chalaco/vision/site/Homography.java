package org.chalaco.vision.site;

import java.util.List;

/**
 * Where a point of the image lies on the road, which is taken as a plane.
 *
 * <p>{@code (X, Y, 1) ~ H (x, y, 1)} with x, y in pixels, X, Y in m and H a 3 x 3 matrix up to
 * scale (h33 = 1). From four pairs H is exact, from more it is the least-squares solution of the
 * linear equations (direct linear transformation), with points centred and scaled before (Hartley).
 *
 * <p>Immutable and thread-safe. Points on or above the horizon have no place on the road: {@link
 * #toRoad} then gives NaN.
 *
 * <p>Hartley and Zisserman, <i>Multiple View Geometry</i>, 2nd edition, 2004, algorithm 4.2
 * (inhomogeneous form).
 */
public final class Homography {

    private static final double SINGULAR = 1e-9;

    private final double[] toRoad;
    private final double[] toImage;
    private final double side;

    private Homography(double[] toRoad, double[] toImage, double side) {
        this.toRoad = toRoad;
        this.toImage = toImage;
        this.side = side;
    }

    /**
     * From pairs of points.
     *
     * @throws IllegalArgumentException with what is wrong if there are fewer than four pairs, three
     *     of four lie in line, or the horizon passes between the points
     */
    public static Homography of(List<ImagePoint> image, List<RoadPoint> road) {
        if (image.size() < 4 || image.size() != road.size()) {
            throw new IllegalArgumentException(
                    "a homography needs four pairs of points or more, not %d and %d"
                            .formatted(image.size(), road.size()));
        }
        Scaling from = Scaling.of(image.stream().map(p -> new double[] {p.x(), p.y()}).toList());
        Scaling to = Scaling.of(road.stream().map(p -> new double[] {p.x(), p.y()}).toList());
        double[] scaled = solve(image, road, from, to);
        double[] h = multiply(to.inverse(), multiply(scaled, from.matrix()));
        double[] inverse = inverse(h);
        return new Homography(h, inverse, commonSide(h, image));
    }

    /** The place on the road below a point of the image, m; NaN at and above the horizon. */
    public RoadPoint toRoad(double x, double y) {
        double w = toRoad[6] * x + toRoad[7] * y + toRoad[8];
        if (w * side <= 0) {
            return new RoadPoint(Double.NaN, Double.NaN);
        }
        return new RoadPoint(
                (toRoad[0] * x + toRoad[1] * y + toRoad[2]) / w,
                (toRoad[3] * x + toRoad[4] * y + toRoad[5]) / w);
    }

    /** The place on the road below a point of the image, m. */
    public RoadPoint toRoad(ImagePoint point) {
        return toRoad(point.x(), point.y());
    }

    /** Where a point of the road is seen, pixels. */
    public ImagePoint toImage(RoadPoint point) {
        double w = toImage[6] * point.x() + toImage[7] * point.y() + toImage[8];
        return new ImagePoint(
                (toImage[0] * point.x() + toImage[1] * point.y() + toImage[2]) / w,
                (toImage[3] * point.x() + toImage[4] * point.y() + toImage[5]) / w);
    }

    /** Metres of road per pixel at a point, in the direction across which less is seen. */
    public double metresPerPixel(double x, double y) {
        RoadPoint here = toRoad(x, y);
        return Math.min(here.distance(toRoad(x + 1, y)), here.distance(toRoad(x, y + 1)));
    }

    /** The largest distance between a road point and what its image point is mapped to, m. */
    public double largestError(List<ImagePoint> image, List<RoadPoint> road) {
        double largest = 0;
        for (int i = 0; i < image.size(); i++) {
            largest = Math.max(largest, toRoad(image.get(i)).distance(road.get(i)));
        }
        return largest;
    }

    private static double commonSide(double[] h, List<ImagePoint> image) {
        double side = 0;
        for (ImagePoint p : image) {
            double w = h[6] * p.x() + h[7] * p.y() + h[8];
            if (side * w < 0 || Math.abs(w) < SINGULAR) {
                throw new IllegalArgumentException(
                        "the horizon passes between the points: they are mixed up or not on one plane");
            }
            side = Math.signum(w);
        }
        return side;
    }

    /** Normal equations of x' (h31 x + h32 y + 1) = h11 x + h12 y + h13 and the same for y'. */
    private static double[] solve(
            List<ImagePoint> image, List<RoadPoint> road, Scaling from, Scaling to) {
        double[][] normal = new double[8][9];
        for (int i = 0; i < image.size(); i++) {
            double[] p = from.apply(image.get(i).x(), image.get(i).y());
            double[] q = to.apply(road.get(i).x(), road.get(i).y());
            add(normal, new double[] {p[0], p[1], 1, 0, 0, 0, -q[0] * p[0], -q[0] * p[1], q[0]});
            add(normal, new double[] {0, 0, 0, p[0], p[1], 1, -q[1] * p[0], -q[1] * p[1], q[1]});
        }
        double[] h = eliminate(normal);
        return new double[] {h[0], h[1], h[2], h[3], h[4], h[5], h[6], h[7], 1};
    }

    private static void add(double[][] normal, double[] row) {
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 9; j++) {
                normal[i][j] += row[i] * row[j];
            }
        }
    }

    private static double[] eliminate(double[][] a) {
        int n = a.length;
        for (int c = 0; c < n; c++) {
            int pivot = c;
            for (int r = c + 1; r < n; r++) {
                pivot = Math.abs(a[r][c]) > Math.abs(a[pivot][c]) ? r : pivot;
            }
            if (Math.abs(a[pivot][c]) < SINGULAR) {
                throw new IllegalArgumentException(
                        "the points do not fix a plane: three of four lie in line, or two are the same");
            }
            double[] swapped = a[c];
            a[c] = a[pivot];
            a[pivot] = swapped;
            for (int r = 0; r < n; r++) {
                double factor = r == c ? 0 : a[r][c] / a[c][c];
                for (int k = c; factor != 0 && k <= n; k++) {
                    a[r][k] -= factor * a[c][k];
                }
            }
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = a[i][n] / a[i][i];
        }
        return x;
    }

    private static double[] multiply(double[] a, double[] b) {
        double[] c = new double[9];
        for (int i = 0; i < 9; i++) {
            int row = i / 3 * 3;
            int column = i % 3;
            c[i] = a[row] * b[column] + a[row + 1] * b[column + 3] + a[row + 2] * b[column + 6];
        }
        return c;
    }

    private static double[] inverse(double[] m) {
        double[] adjugate = {
            m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
        };
        double determinant = m[0] * adjugate[0] + m[1] * adjugate[3] + m[2] * adjugate[6];
        for (int i = 0; i < 9; i++) {
            adjugate[i] /= determinant;
            if (!Double.isFinite(adjugate[i])) {
                throw new IllegalArgumentException(
                        "the points do not fix a plane: they lie in line");
            }
        }
        return adjugate;
    }

    /** Moves the centre of the points to 0 and makes their mean distance from it √2. */
    private record Scaling(double centreX, double centreY, double factor) {

        static Scaling of(List<double[]> points) {
            double x = points.stream().mapToDouble(p -> p[0]).average().orElse(0);
            double y = points.stream().mapToDouble(p -> p[1]).average().orElse(0);
            double mean =
                    points.stream()
                            .mapToDouble(p -> Math.hypot(p[0] - x, p[1] - y))
                            .average()
                            .orElse(0);
            if (!(mean > 0)) {
                throw new IllegalArgumentException("all points are the same");
            }
            return new Scaling(x, y, Math.sqrt(2) / mean);
        }

        double[] apply(double x, double y) {
            return new double[] {(x - centreX) * factor, (y - centreY) * factor};
        }

        double[] matrix() {
            return new double[] {
                factor, 0, -factor * centreX, 0, factor, -factor * centreY, 0, 0, 1
            };
        }

        double[] inverse() {
            return new double[] {1 / factor, 0, centreX, 0, 1 / factor, centreY, 0, 0, 1};
        }
    }
}
