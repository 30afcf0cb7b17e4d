package org.chalaco.app.report;

/**
 * One simulated figure against what is known of the real city.
 *
 * @param label what is compared
 * @param unit unit of the three figures, as shown
 * @param simulated the run's figure
 * @param low lower end of the plausible band
 * @param high upper end of the plausible band
 * @param source where the band comes from
 * @param certainty of the band: high, medium or low
 */
public record PlausibilityRow(
        Wording label,
        String unit,
        double simulated,
        double low,
        double high,
        String source,
        String certainty) {

    public PlausibilityRow {
        if (low > high) {
            throw new IllegalArgumentException(
                    "The band of (%s) runs from (%s) to (%s).%nMaybe the other way round?"
                            .formatted(label.en(), low, high));
        }
    }
}
