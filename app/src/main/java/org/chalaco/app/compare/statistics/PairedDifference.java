package org.chalaco.app.compare.statistics;

import org.apache.commons.statistics.inference.TTest;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/**
 * Two strategies on the same seeds: how far one is from the other, and how sure that is.
 *
 * <p>The seeds bring the same people to both, so that differences are taken seed by seed. The t
 * test asks whether their mean is zero and takes them for normal; Wilcoxon's signed ranks ask
 * whether they lie evenly around zero and take them for symmetric only.
 *
 * @param difference mean of first minus second, with interval
 * @param share the same over the mean of the second; NaN if that is zero
 * @param effect Cohen's d of paired samples: mean difference over its standard deviation; NaN if
 *     all differences are the same
 * @param t probability of a difference as large by chance, by the paired t test; NaN below two
 *     seeds
 * @param wilcoxon the same by Wilcoxon's signed-rank test
 */
public record PairedDifference(
        SampleMean difference, double share, double effect, double t, double wilcoxon) {

    /** First minus second, seed by seed. */
    public static PairedDifference of(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "Samples of (%d) and (%d) seeds are no pairs."
                            .formatted(first.length, second.length));
        }
        double[] differences = new double[first.length];
        for (int k = 0; k < differences.length; k++) {
            differences[k] = first[k] - second[k];
        }
        SampleMean mean = SampleMean.of(differences);
        double base = SampleMean.of(second).mean();
        double share = base == 0 ? Double.NaN : mean.mean() / Math.abs(base);
        double effect = mean.deviation() > 0 ? mean.mean() / mean.deviation() : Double.NaN;
        return new PairedDifference(mean, share, effect, t(mean), wilcoxon(differences));
    }

    /** Equal differences leave nothing to chance: none, or all of it. */
    private static double t(SampleMean mean) {
        if (mean.count() < 2) {
            return Double.NaN;
        }
        if (mean.deviation() == 0) {
            return mean.mean() == 0 ? 1 : 0;
        }
        return TTest.withDefaults()
                .test(mean.mean(), mean.deviation() * mean.deviation(), mean.count())
                .getPValue();
    }

    private static double wilcoxon(double[] differences) {
        if (differences.length < 2) {
            return Double.NaN;
        }
        for (double d : differences) {
            if (d != 0) {
                return WilcoxonSignedRankTest.withDefaults().test(differences).getPValue();
            }
        }
        return 1;
    }
}
