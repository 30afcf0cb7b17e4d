package org.chalaco.scenario.plausibility;

import java.util.List;

/**
 * What is known of a figure of the real city: a line of a scenario's {@code plausibility.csv}.
 *
 * @param id names it in files
 * @param kind which figure
 * @param linkIds where; empty: on all avenues. Several links count together, for example both
 *     directions of a street
 * @param from s since midnight
 * @param until s since midnight
 * @param low lower end of the band
 * @param high upper end of the band
 * @param unit of the band, as its kind has it
 * @param source where it comes from
 * @param certainty high, medium or low
 */
public record PlausibilityBand(
        String id,
        Kind kind,
        List<String> linkIds,
        double from,
        double until,
        double low,
        double high,
        String unit,
        String source,
        String certainty) {

    /** Figures that are compared. */
    public enum Kind {
        /** Space-mean speed, km/h. */
        SPEED("speed"),
        /** Vehicles over the stop lines, all links together, veh/h. */
        FLOW("flow"),
        /** Trucks and semitrailers among them, as a share, -. */
        TRUCK_SHARE("truck-share");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** As it is called in files. */
        public String id() {
            return id;
        }
    }

    public PlausibilityBand {
        linkIds = List.copyOf(linkIds);
    }
}
