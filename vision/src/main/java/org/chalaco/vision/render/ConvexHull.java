package org.chalaco.vision.render;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The tightest convex outline around points (Andrew's monotone chain, 1979). */
final class ConvexHull {

    private ConvexHull() {}

    static double[][] of(List<double[]> points) {
        List<double[]> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.<double[]>comparingDouble(p -> p[0]).thenComparingDouble(p -> p[1]));
        List<double[]> hull = new ArrayList<>(halfOf(sorted));
        List<double[]> back = new ArrayList<>(sorted);
        java.util.Collections.reverse(back);
        hull.addAll(halfOf(back));
        return hull.toArray(double[][]::new);
    }

    private static List<double[]> halfOf(List<double[]> sorted) {
        List<double[]> half = new ArrayList<>();
        for (double[] p : sorted) {
            while (half.size() >= 2
                    && turn(half.get(half.size() - 2), half.get(half.size() - 1), p) <= 0) {
                half.remove(half.size() - 1);
            }
            half.add(p);
        }
        half.remove(half.size() - 1);
        return half;
    }

    private static double turn(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    }

    static Path2D path(double[][] hull) {
        if (hull.length < 3) {
            return null;
        }
        Path2D path = new Path2D.Double();
        path.moveTo(hull[0][0], hull[0][1]);
        for (int i = 1; i < hull.length; i++) {
            path.lineTo(hull[i][0], hull[i][1]);
        }
        path.closePath();
        return path;
    }

    /** Area of a polygon, square pixels. */
    static double area(double[][] polygon) {
        double sum = 0;
        for (int i = 0; i < polygon.length; i++) {
            double[] a = polygon[i];
            double[] b = polygon[(i + 1) % polygon.length];
            sum += a[0] * b[1] - b[0] * a[1];
        }
        return Math.abs(sum) / 2;
    }
}
