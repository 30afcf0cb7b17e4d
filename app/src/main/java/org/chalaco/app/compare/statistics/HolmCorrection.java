package org.chalaco.app.compare.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Probabilities of many tests at once, raised so that the chance of one false alarm or more among
 * all of them stays what it says (Holm, Scandinavian Journal of Statistics 6 (1979) 65-70).
 */
public final class HolmCorrection {

    private HolmCorrection() {}

    /** Corrected probabilities, in the order given; NaN stay and do not count. */
    public static double[] of(double[] probabilities) {
        double[] corrected = new double[probabilities.length];
        Arrays.fill(corrected, Double.NaN);
        int[] order =
                IntStream.range(0, probabilities.length)
                        .filter(k -> !Double.isNaN(probabilities[k]))
                        .boxed()
                        .sorted(Comparator.comparingDouble(k -> probabilities[k]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double most = 0;
        for (int k = 0; k < order.length; k++) {
            double raised = Math.min(1, (order.length - k) * probabilities[order[k]]);
            most = Math.max(most, raised);
            corrected[order[k]] = most;
        }
        return corrected;
    }
}
