package org.chalaco.app.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.chalaco.analysis.capacity.CapacityReport;
import org.chalaco.analysis.capacity.LinkCapacity;
import org.chalaco.app.report.ReportTable.Column;
import org.chalaco.app.report.ReportTable.Kind;
import org.chalaco.app.report.ReportTable.Row;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Links that carry more or less than the network file says as a table of the report; the largest
 * difference in PCU/h stands on top.
 */
final class CapacityTable {

    private final List<String> linkNames;

    CapacityTable(RoadNetwork network) {
        linkNames = new NetworkDrawing(network).linkNames();
    }

    ReportTable of(CapacityReport report) {
        Comparator<LinkCapacity> byDifference =
                Comparator.comparingDouble(l -> Math.abs(l.capacity() - l.fileCapacity()));
        List<Row> rows =
                report.listDisagreeing().stream()
                        .sorted(byDifference.reversed())
                        .map(this::row)
                        .toList();
        return new ReportTable(
                "capacity",
                List.of(
                        Column.text("street"),
                        Column.text("link"),
                        Column.number("lanes", "", 0),
                        Column.number("fileCapacity", "PCU/h", 0),
                        Column.number("capacity", "PCU/h", 0),
                        Column.number("ratio", "", 2),
                        new Column("cause", "", Kind.CAUSE, 0),
                        Column.number("saturationFlow", "PCU/h", 0),
                        Column.number("measuredLanes", "", 0),
                        Column.number("greenShare", "", 2)),
                rows);
    }

    private Row row(LinkCapacity l) {
        return new Row(
                Arrays.asList(
                        linkNames.get(l.linkIndex()),
                        l.linkId(),
                        l.laneCount(),
                        l.fileCapacity(),
                        l.capacity(),
                        l.ratio(),
                        l.cause(),
                        l.saturationFlow(),
                        l.measuredLanes(),
                        l.greenShare()),
                l.linkIndex(),
                RoadNetwork.NONE);
    }
}
