package org.chalaco.scenario.sensor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.scenario.od.CountTarget;
import org.chalaco.scenario.od.CountTarget.Passage;
import org.chalaco.scenario.table.CsvTable;

/**
 * Counts as a table: columns {@code station,links,from,until,vehicles}; {@code to} makes a turn of
 * it, several links separated by blanks a screen line, {@code class} one class, {@code error} is
 * the standard error of the number, {@code quality} the share of the interval that was observed
 * (the number is scaled up by it). Times are {@code hh:mm}, {@code hh:mm:ss} or seconds.
 */
final class CountTable {

    static final Set<String> COLUMNS = Set.of("station", "links", "from", "until", "vehicles");

    private static final double LEAST_QUALITY = 0.5;

    private CountTable() {}

    static List<CountTarget> read(Path file, RoadNetwork network, Problems problems) {
        CountPlaces places = new CountPlaces(network);
        List<CountTarget> targets = new ArrayList<>();
        for (CsvTable.Row row : CsvTable.read(file, COLUMNS, problems).rows()) {
            CountTarget target = read(row, places);
            if (target != null) {
                targets.add(target);
            }
        }
        return targets;
    }

    private static CountTarget read(CsvTable.Row row, CountPlaces places) {
        String station = row.getText("station");
        List<Passage> passages = places.read(row);
        double from = time(row, "from");
        double until = time(row, "until");
        double vehicles = row.getNumber("vehicles", 0);
        VehicleClass vehicleClass = vehicleClass(row);
        double quality = row.text("quality").isEmpty() ? 1 : row.getNumber("quality", 0);
        if (until <= from) {
            row.problem(
                    ProblemType.COUNT_INTERVAL.id(),
                    "until",
                    "is not after the start (%s).".formatted(row.text("from")),
                    "Maybe the two are swapped?");
            return null;
        }
        if (!(vehicles >= 0)
                || passages.isEmpty()
                || Double.isNaN(from + until)
                || quality < LEAST_QUALITY) {
            return null;
        }
        double all = vehicles / Math.min(1, quality);
        double error =
                row.text("error").isEmpty()
                        ? CountTarget.usualError(all)
                        : Math.max(1e-3, row.getNumber("error", 0));
        return new CountTarget(station, passages, from, until, vehicleClass, all, error);
    }

    private static VehicleClass vehicleClass(CsvTable.Row row) {
        String name = row.text("class");
        if (name.isEmpty()) {
            return null;
        }
        for (VehicleClass c : VehicleClass.values()) {
            if (c.name().equals(name.toUpperCase(Locale.ROOT))) {
                return c;
            }
        }
        row.problem(
                "CH-SCN-006",
                "class",
                "is none of %s.".formatted(List.of(VehicleClass.values())),
                "Maybe leave it empty for all vehicles?");
        return null;
    }

    private static double time(CsvTable.Row row, String column) {
        String text = row.getText(column);
        if (!text.contains(":")) {
            return text.isEmpty() ? Double.NaN : row.getNumber(column, 0);
        }
        double seconds = 0;
        double unit = 3600;
        try {
            for (String part : text.split(":")) {
                seconds += unit * Integer.parseInt(part.strip());
                unit /= 60;
            }
            return seconds;
        } catch (NumberFormatException e) {
            row.problem("CH-SCN-004", column, "is not a time.", "Maybe 07:30?");
            return Double.NaN;
        }
    }
}
