package org.chalaco.day2day.routing;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Lower bounds from a few far-off links: by the triangle inequality, the way from x to t is at
 * least {@code d(L, t) - d(L, x)} and {@code d(x, L) - d(t, L)} for every landmark L.
 *
 * <p>Landmarks are chosen one after the other, each farthest from those before (Goldberg and
 * Harrelson, <i>Computing the shortest path: A* search meets graph theory</i>, SODA 2005).
 * Immutable and thread-safe; 8 bytes per link and landmark.
 */
final class Landmarks implements RemainingCost {

    private final int count;
    private final float[] fromLandmark; // link-major; NaN: no way
    private final float[] toLandmark; // link-major; NaN: no way
    private final float slack; // by which a difference of two floats may exceed the truth

    Landmarks(int landmarks, CostTree forward, CostTree backward) {
        int links = forward.linkCount();
        count = Math.min(landmarks, links);
        fromLandmark = new float[links * count];
        toLandmark = new float[links * count];
        double[] nearest = new double[links];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        float largest = 0;
        int landmark = farthest(forward.from(0));
        for (int k = 0; k < count; k++) {
            double[] from = forward.from(landmark);
            double[] to = backward.from(landmark);
            for (int link = 0; link < links; link++) {
                fromLandmark[link * count + k] = finite(from[link]);
                toLandmark[link * count + k] = finite(to[link]);
                nearest[link] = Math.min(nearest[link], from[link]);
            }
            largest = Math.max(largest, Math.max(largestOf(from), largestOf(to)));
            landmark = farthest(nearest);
        }
        slack = 2 * Math.ulp(largest);
    }

    private static float finite(double cost) {
        return Double.isInfinite(cost) ? Float.NaN : (float) cost;
    }

    private static float largestOf(double[] cost) {
        return (float) cost[farthest(cost)];
    }

    private static int farthest(double[] cost) {
        int best = 0;
        for (int link = 1; link < cost.length; link++) {
            if (Double.isFinite(cost[link])
                    && (cost[link] > cost[best] || Double.isInfinite(cost[best]))) {
                best = link;
            }
        }
        return best;
    }

    @Override
    public IntToDoubleFunction toward(int toLink) {
        int t = toLink * count;
        return link -> bound(link * count, t);
    }

    private double bound(int x, int t) {
        float bound = 0;
        for (int k = 0; k < count; k++) {
            float forward = fromLandmark[t + k] - fromLandmark[x + k];
            float backward = toLandmark[x + k] - toLandmark[t + k];
            // comparisons with NaN are false: a landmark without a way says nothing
            if (forward > bound) {
                bound = forward;
            }
            if (backward > bound) {
                bound = backward;
            }
        }
        return Math.max(0, bound - slack);
    }
}
