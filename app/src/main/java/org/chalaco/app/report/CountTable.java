package org.chalaco.app.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.analysis.count.CountComparison;
import org.chalaco.analysis.count.StationComparison;
import org.chalaco.app.report.ReportTable.Column;
import org.chalaco.app.report.ReportTable.Row;
import org.chalaco.mobsim.detector.CountStation;
import org.chalaco.mobsim.network.RoadNetwork;

/** Counted and simulated volumes as a table of the report; the worst match stands on top. */
final class CountTable {

    private final List<String> linkNames;
    private final Map<String, Integer> linkOfStation = new HashMap<>();

    CountTable(RoadNetwork network, List<CountStation> stations) {
        linkNames = new NetworkDrawing(network).linkNames();
        stations.forEach(s -> linkOfStation.put(s.id(), network.getLinkIndex(s.linkId())));
    }

    ReportTable of(CountComparison comparison) {
        List<Row> rows =
                comparison.rows().stream()
                        .sorted(Comparator.comparingDouble(StationComparison::geh).reversed())
                        .map(this::row)
                        .toList();
        return new ReportTable(
                "counts",
                List.of(
                        Column.text("station"),
                        Column.text("street"),
                        Column.text("hours"),
                        Column.number("counted", "veh/h", 0),
                        Column.number("simulated", "veh/h", 0),
                        Column.number("difference", "veh/h", 0),
                        Column.number("geh", "", 1)),
                rows);
    }

    private Row row(StationComparison c) {
        int link = linkOfStation.get(c.stationId());
        return new Row(
                Arrays.asList(
                        c.stationId(),
                        linkNames.get(link),
                        "%02d–%02d"
                                .formatted(
                                        Math.round(c.from() / 3600), Math.round(c.until() / 3600)),
                        c.observed(),
                        c.simulated(),
                        c.difference(),
                        c.geh()),
                link,
                RoadNetwork.NONE);
    }
}
