package org.chalaco.app.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Everything the report shows. Sections with nothing to show are left out of the page.
 *
 * @param title of the page
 * @param subtitle one line below it
 * @param start of the run, s since midnight
 * @param end of the run, s since midnight
 * @param headline figures at the top
 * @param network the road network, drawn as the map
 * @param figures by link and interval
 * @param film moving vehicles and lights
 * @param curve departures and arrivals
 * @param timeSpace diagrams of avenues
 * @param convergence over the iterations
 * @param tables the tables
 * @param plausibility simulated figures against what is known
 * @param provenance sources, assumptions, parameters
 * @param emissions by link and hour
 */
public record ReportContent(
        Wording title,
        Wording subtitle,
        double start,
        double end,
        Headline headline,
        RoadNetwork network,
        LinkFigures figures,
        Film film,
        TripCurve curve,
        List<AvenueDiagram> timeSpace,
        Convergence convergence,
        List<ReportTable> tables,
        List<PlausibilityRow> plausibility,
        Provenance provenance,
        EmissionLayer emissions) {

    public ReportContent {
        requireNonNull(title, "title");
        requireNonNull(network, "network");
        // Data of an older version know of none.
        emissions = emissions == null ? EmissionLayer.NONE : emissions;
        timeSpace = List.copyOf(timeSpace);
        tables = List.copyOf(tables);
        plausibility = List.copyOf(plausibility);
        if (figures.flow().length != figures.intervals() * network.linkCount()) {
            throw new IllegalArgumentException(
                    "The figures have (%d) values for (%d) intervals of (%d) links."
                            .formatted(
                                    figures.flow().length,
                                    figures.intervals(),
                                    network.linkCount()));
        }
    }
}
