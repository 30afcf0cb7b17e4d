package org.chalaco.app.run;

import java.util.Locale;
import org.chalaco.app.report.Wording;

/** Says that a run simulates a sample, so that nobody takes its flows for those of the city. */
final class SampleNote {

    private SampleNote() {}

    /**
     * What a reader of the results has to know.
     *
     * @param sampleFactor share of the population that is simulated, in (0, 1]
     * @return one sentence in each language, or null: everyone is simulated
     */
    static Wording find(double sampleFactor) {
        if (sampleFactor >= 1) {
            return null;
        }
        String stands = number(1 / sampleFactor);
        return new Wording(
                "%s %% of the population: each vehicle stands for %s; flows, counts and sums are of simulated vehicles"
                        .formatted(number(100 * sampleFactor), stands),
                "%s %% de la población: cada vehículo representa %s; flujos, conteos y sumas son de vehículos simulados"
                        .formatted(number(100 * sampleFactor), stands));
    }

    /** As many decimals as it needs, two at most. */
    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceFirst("\\.?0+$", "");
    }
}
