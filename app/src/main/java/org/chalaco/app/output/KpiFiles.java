package org.chalaco.app.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.chalaco.analysis.capacity.CapacityReport;
import org.chalaco.analysis.capacity.CapacityTables;
import org.chalaco.analysis.kpi.ApproachKpis;
import org.chalaco.analysis.kpi.ClassKpis;
import org.chalaco.analysis.kpi.IntervalKpis;
import org.chalaco.analysis.kpi.KpiColumn;
import org.chalaco.analysis.kpi.KpiTable;
import org.chalaco.analysis.kpi.KpiTables;
import org.chalaco.analysis.kpi.Kpis;

/** Key figures as tables and JSON; columns and units come from {@link KpiTables}. */
public final class KpiFiles {

    private KpiFiles() {}

    /** Writes every table as {@code kpis_*.csv} and the small ones as {@code kpis.json}. */
    public static void write(OutputFolder folder, Kpis kpis) throws IOException {
        List<ApproachKpis> approaches =
                kpis.intersections().stream().flatMap(i -> i.approaches().stream()).toList();
        csv(folder, "kpis_classes.csv", KpiTables.CLASSES, withTotal(kpis));
        csv(folder, "kpis_intervals.csv", KpiTables.INTERVALS, kpis.intervals());
        csv(folder, "kpis_links.csv", KpiTables.LINKS, kpis.links());
        csv(folder, "kpis_link_intervals.csv", KpiTables.LINKS, kpis.linkIntervals());
        csv(folder, "kpis_movements.csv", KpiTables.MOVEMENTS, kpis.movements());
        csv(folder, "kpis_approaches.csv", KpiTables.APPROACHES, approaches);
        csv(folder, "kpis_intersections.csv", KpiTables.INTERSECTIONS, kpis.intersections());
        json(kpis).write(folder.file("kpis.json"));
    }

    /** Writes what links can carry as {@code capacity.csv} and {@code capacity_lane_groups.csv}. */
    public static void write(OutputFolder folder, CapacityReport capacities) throws IOException {
        csv(folder, "capacity.csv", CapacityTables.LINKS, capacities.links());
        csv(
                folder,
                "capacity_lane_groups.csv",
                CapacityTables.LANE_GROUPS,
                capacities.laneGroups());
    }

    private static List<ClassKpis> withTotal(Kpis kpis) {
        List<ClassKpis> rows = new java.util.ArrayList<>(kpis.classes());
        rows.add(kpis.total());
        return rows;
    }

    private static <R> void csv(
            OutputFolder folder, String name, KpiTable<R> table, List<? extends R> rows)
            throws IOException {
        OutputFolder.writeWhole(
                folder.file(name),
                temporary -> {
                    try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
                        table.writeCsv(rows, out);
                    }
                });
    }

    /** The run as a whole, by class and by interval. */
    private static ResultsJson json(Kpis kpis) {
        ResultsJson json = new ResultsJson("kpis", ChalacoVersion.current());
        putTotal(json, kpis);
        ArrayNode classes = json.results().putArray("classes");
        kpis.classes().forEach(c -> put(classes.addObject(), KpiTables.CLASSES, c));
        ArrayNode intervals = json.results().putArray("intervals");
        kpis.intervals().forEach(i -> put(intervals.addObject(), KpiTables.INTERVALS, i));
        ObjectNode units = json.units().putObject("intervals");
        for (KpiColumn<IntervalKpis> column : KpiTables.INTERVALS.columns()) {
            units.put(column.name(), column.unit());
        }
        return json;
    }

    /** Puts the figures of all classes together into results and their units beside them. */
    public static void putTotal(ResultsJson json, Kpis kpis) {
        for (KpiColumn<ClassKpis> column : KpiTables.CLASSES.columns()) {
            if (!column.unit().isEmpty()) {
                put(json.results(), column.name(), column.of(kpis.total()));
                json.units().put(column.name(), column.unit());
            }
        }
    }

    private static <R> void put(ObjectNode row, KpiTable<R> table, R figures) {
        for (KpiColumn<R> column : table.columns()) {
            put(row, column.name(), column.of(figures));
        }
    }

    private static void put(ObjectNode row, String name, Object figure) {
        if (figure == null) {
            row.putNull(name);
        } else if (figure instanceof Double number) {
            row.put(name, number);
        } else if (figure instanceof Number number) {
            row.put(name, number.longValue());
        } else {
            row.put(name, figure.toString());
        }
    }
}
