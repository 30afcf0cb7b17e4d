package org.chalaco.mobsim.network;

/** Lengths and crossings of paths given as x, y pairs. */
final class Polyline {

    private Polyline() {}

    /** Length of the path, m. */
    static double length(double[] xy) {
        double sum = 0;
        for (int i = 2; i < xy.length; i += 2) {
            sum += Math.hypot(xy[i] - xy[i - 2], xy[i + 1] - xy[i - 1]);
        }
        return sum;
    }

    /**
     * Where path {@code p} first crosses path {@code q}: the distances along both, m, or null if
     * they do not cross.
     */
    static double[] crossing(double[] p, double[] q) {
        double along = 0;
        for (int i = 2; i < p.length; i += 2) {
            double segment = Math.hypot(p[i] - p[i - 2], p[i + 1] - p[i - 1]);
            double[] hit = firstHit(p, i, q);
            if (hit != null) {
                return new double[] {along + hit[0] * segment, hit[1]};
            }
            along += segment;
        }
        return null;
    }

    /**
     * Crossing of segment {@code i} of p with q: share of the segment, distance along q; null if
     * none.
     */
    private static double[] firstHit(double[] p, int i, double[] q) {
        double along = 0;
        for (int j = 2; j < q.length; j += 2) {
            double rx = p[i] - p[i - 2];
            double ry = p[i + 1] - p[i - 1];
            double sx = q[j] - q[j - 2];
            double sy = q[j + 1] - q[j - 1];
            double segment = Math.hypot(sx, sy);
            double cross = rx * sy - ry * sx;
            if (Math.abs(cross) > 1e-12) {
                double dx = q[j - 2] - p[i - 2];
                double dy = q[j - 1] - p[i - 1];
                double t = (dx * sy - dy * sx) / cross;
                double u = (dx * ry - dy * rx) / cross;
                if (t >= 0 && t <= 1 && u >= 0 && u <= 1) {
                    return new double[] {t, along + u * segment};
                }
            }
            along += segment;
        }
        return null;
    }
}
