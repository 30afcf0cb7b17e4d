package org.chalaco.vision.training;

import java.util.List;
import java.util.Locale;
import org.chalaco.vision.classification.CropClassifier;
import org.chalaco.vision.classification.VehicleKinds;

/**
 * How well a classifier does on crops it has never seen.
 *
 * @param confusion crops by true kind (row) and found kind (column), in the order of {@link
 *     VehicleKinds#ALL}
 */
public record KindReport(int[][] confusion) {

    /** What this classifier makes of these crops. */
    public static KindReport of(CropClassifier classifier, List<LabelledCrop> crops) {
        int kinds = VehicleKinds.ALL.size();
        int[][] confusion = new int[kinds][kinds];
        for (LabelledCrop crop : crops) {
            float[] probabilities = classifier.probabilities(crop.input());
            int best = 0;
            for (int k = 1; k < kinds; k++) {
                best = probabilities[k] > probabilities[best] ? k : best;
            }
            confusion[crop.kind()][best]++;
        }
        return new KindReport(confusion);
    }

    /** Crops in all. */
    public int crops() {
        int sum = 0;
        for (int[] row : confusion) {
            for (int count : row) {
                sum += count;
            }
        }
        return sum;
    }

    /** Share of crops whose kind was found. */
    public double accuracy() {
        int right = 0;
        for (int k = 0; k < confusion.length; k++) {
            right += confusion[k][k];
        }
        return right / (double) crops();
    }

    /** Half the width of the 95 % interval of the accuracy (normal approximation). */
    public double halfWidth() {
        double p = accuracy();
        return 1.96 * Math.sqrt(p * (1 - p) / crops());
    }

    /** Share of the crops of a kind that were found. */
    public double recall(int kind) {
        int all = 0;
        for (int count : confusion[kind]) {
            all += count;
        }
        return confusion[kind][kind] / (double) all;
    }

    /** Share of the crops that were held for a kind and are of it. */
    public double precision(int kind) {
        int all = 0;
        for (int[] row : confusion) {
            all += row[kind];
        }
        return confusion[kind][kind] / (double) all;
    }

    /** A table for people, in Markdown. */
    public String table() {
        StringBuilder text = new StringBuilder("| true kind |");
        VehicleKinds.ALL.forEach(k -> text.append(" held for ").append(name(k)).append(" |"));
        text.append(" recall | precision |\n|---|");
        text.append("---:|".repeat(VehicleKinds.ALL.size() + 2)).append('\n');
        for (int k = 0; k < confusion.length; k++) {
            text.append("| ").append(name(VehicleKinds.ALL.get(k))).append(" |");
            for (int count : confusion[k]) {
                text.append(' ').append(count).append(" |");
            }
            text.append(
                    String.format(
                            Locale.ROOT,
                            " %.1f %% | %.1f %% |%n",
                            100 * recall(k),
                            100 * precision(k)));
        }
        return text.toString();
    }

    private static String name(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
