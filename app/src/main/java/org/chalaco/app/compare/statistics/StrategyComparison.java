package org.chalaco.app.compare.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * All strategies on one measure: means, all pairs, ranks. The probabilities of all pairs are
 * corrected together after Holm.
 *
 * <p>The rank of a strategy is one more than the number of strategies that are better beyond doubt:
 * with a better mean and a corrected t test below 5 %. Strategies that nothing tells apart share a
 * rank; a difference that is not proven is a tie.
 */
public final class StrategyComparison {

    /** Largest corrected probability that counts as proof. */
    public static final double SIGNIFICANCE = 0.05;

    private final double[][] samples;
    private final boolean lowerIsBetter;
    private final PairedDifference[] pairs; // first < second, row by row
    private final double[] correctedT;
    private final double[] correctedWilcoxon;

    /**
     * Compares.
     *
     * @param samples by strategy, then seed
     */
    public StrategyComparison(double[][] samples, boolean lowerIsBetter) {
        this.samples = samples.clone();
        this.lowerIsBetter = lowerIsBetter;
        List<PairedDifference> all = new ArrayList<>();
        for (int a = 0; a < samples.length; a++) {
            for (int b = a + 1; b < samples.length; b++) {
                all.add(PairedDifference.of(samples[a], samples[b]));
            }
        }
        pairs = all.toArray(PairedDifference[]::new);
        correctedT = HolmCorrection.of(all.stream().mapToDouble(PairedDifference::t).toArray());
        correctedWilcoxon =
                HolmCorrection.of(all.stream().mapToDouble(PairedDifference::wilcoxon).toArray());
    }

    /** Mean of a strategy. */
    public SampleMean mean(int strategy) {
        return SampleMean.of(samples[strategy]);
    }

    /** First minus second. */
    public PairedDifference difference(int first, int second) {
        return first < second
                ? pairs[pair(first, second)]
                : PairedDifference.of(samples[first], samples[second]);
    }

    /** Corrected probability of the paired t test; 1 of a strategy with itself. */
    public double correctedT(int a, int b) {
        return a == b ? 1 : correctedT[pair(Math.min(a, b), Math.max(a, b))];
    }

    /** Corrected probability of the signed-rank test; 1 of a strategy with itself. */
    public double correctedWilcoxon(int a, int b) {
        return a == b ? 1 : correctedWilcoxon[pair(Math.min(a, b), Math.max(a, b))];
    }

    private int pair(int a, int b) {
        return a * samples.length - a * (a + 1) / 2 + b - a - 1;
    }

    /** Whether one is better than the other beyond doubt. */
    public boolean isBetter(int a, int b) {
        double difference = mean(a).mean() - mean(b).mean();
        boolean better = lowerIsBetter ? difference < 0 : difference > 0;
        return better && correctedT(a, b) < SIGNIFICANCE;
    }

    /** Rank of a strategy, from 1. */
    public int rank(int strategy) {
        int better = 0;
        for (int other = 0; other < samples.length; other++) {
            better += isBetter(other, strategy) ? 1 : 0;
        }
        return 1 + better;
    }
}
