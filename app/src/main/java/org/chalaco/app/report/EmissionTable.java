package org.chalaco.app.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.analysis.emission.EmissionTotals;
import org.chalaco.app.report.ReportTable.Column;
import org.chalaco.app.report.ReportTable.Kind;
import org.chalaco.app.report.ReportTable.Row;
import org.chalaco.mobsim.network.RoadNetwork;

/** What the classes of vehicle emitted as a table of the report. */
final class EmissionTable {

    private EmissionTable() {}

    static ReportTable of(EmissionTotals totals) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(totals.total()));
        totals.classes().forEach(c -> rows.add(row(c)));
        return new ReportTable(
                "emissions",
                List.of(
                        new Column("class", "", Kind.CLASS, 0),
                        Column.number("vehicleKm", "veh km", 0),
                        Column.number("standingShare", "", 2),
                        Column.number("co2Kg", "kg", 0),
                        Column.number("noxKg", "kg", 2),
                        Column.number("vocKg", "kg", 2),
                        Column.number("pmKg", "kg", 3),
                        Column.number("fuelLitres", "L", 0),
                        Column.number("co2PerKm", "g/km", 0),
                        Column.number("noxPerKm", "g/km", 2),
                        Column.number("litresPer100Km", "L/100 km", 1)),
                rows);
    }

    private static Row row(EmissionTotals.OfClass c) {
        return new Row(
                Arrays.asList(
                        c.name(),
                        c.vehicleKm(),
                        c.standingShare(),
                        c.co2Kg(),
                        c.noxKg(),
                        c.vocKg(),
                        c.pmKg(),
                        c.fuelLitres(),
                        c.co2PerKm(),
                        c.noxPerKm(),
                        c.litresPer100Km()),
                RoadNetwork.NONE,
                RoadNetwork.NONE);
    }
}
