package org.chalaco.tuning.search;

import io.jenetics.ext.moea.Pareto;
import io.jenetics.ext.moea.Vec;
import io.jenetics.util.ISeq;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Places of candidates: by score, or by dominance and crowding with several objectives. */
final class Ranks {

    private Ranks() {}

    /** The place of each, 0 for the best; equals in the order given. */
    static int[] of(List<double[]> scores) {
        Comparator<Integer> better =
                scores.get(0).length == 1
                        ? Comparator.comparingDouble(k -> scores.get(k)[0])
                        : byDominance(scores);
        List<Integer> order =
                IntStream.range(0, scores.size())
                        .boxed()
                        .sorted(better.thenComparing(Comparator.naturalOrder()))
                        .toList();
        int[] place = new int[scores.size()];
        for (int p = 0; p < place.length; p++) {
            place[order.get(p)] = p;
        }
        return place;
    }

    private static Comparator<Integer> byDominance(List<double[]> scores) {
        ISeq<Vec<double[]>> points = points(scores);
        int[] rank = Pareto.rank(points);
        double[] crowding = Pareto.crowdingDistance(points);
        return Comparator.<Integer>comparingInt(k -> rank[k])
                .thenComparing(k -> crowding[k], Comparator.reverseOrder());
    }

    /** As points of which larger is better, the way Jenetics compares. */
    static ISeq<Vec<double[]>> points(List<double[]> scores) {
        return scores.stream().map(Ranks::point).collect(ISeq.toISeq());
    }

    static Vec<double[]> point(double[] scores) {
        double[] negative = new double[scores.length];
        for (int o = 0; o < scores.length; o++) {
            negative[o] = -scores[o];
        }
        return Vec.of(negative);
    }

    /** Whether no point of the list dominates the {@code k}-th. */
    static boolean isOnFront(List<double[]> scores, int k) {
        return scores.stream().noneMatch(other -> dominates(other, scores.get(k)));
    }

    private static boolean dominates(double[] a, double[] b) {
        boolean better = false;
        for (int o = 0; o < a.length; o++) {
            if (a[o] > b[o]) {
                return false;
            }
            better |= a[o] < b[o];
        }
        return better;
    }
}
