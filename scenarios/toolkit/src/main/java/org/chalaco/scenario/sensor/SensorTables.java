package org.chalaco.scenario.sensor;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chalaco.formats.Problems;
import org.chalaco.scenario.table.CsvTable;

/**
 * Raw readings as sensors' owners publish them.
 *
 * <ul>
 *   <li>One reading a line: {@code detector,time,vehicles} with times as {@code 2024-05-13T07:15}
 *       or {@code 2024-05-13 07:15}, and {@code minutes} of the interval (15 unless given);
 *   <li>SCATS, one day a line: {@code NB_SCATS_SITE,QT_INTERVAL_COUNT,NB_DETECTOR,V00..V95}, a
 *       quarter of an hour each; the detector is called {@code site-detector}.
 * </ul>
 */
final class SensorTables {

    static final Set<String> READINGS = Set.of("detector", "time", "vehicles");
    static final Set<String> SCATS =
            Set.of("NB_SCATS_SITE", "QT_INTERVAL_COUNT", "NB_DETECTOR", "V00", "V95");

    private static final int QUARTERS = 96;

    private SensorTables() {}

    static List<SensorReading> readReadings(Path file, Problems problems) {
        List<SensorReading> readings = new ArrayList<>();
        for (CsvTable.Row row : CsvTable.read(file, READINGS, problems).rows()) {
            LocalDateTime time = time(row, "time", row.getText("time"));
            int minutes = row.text("minutes").isEmpty() ? 15 : row.getInteger("minutes", 1);
            double vehicles = row.getNumber("vehicles");
            if (time != null && !Double.isNaN(vehicles) && minutes > 0) {
                readings.add(new SensorReading(row.getText("detector"), time, minutes, vehicles));
            }
        }
        return readings;
    }

    static List<SensorReading> readScats(Path file, Problems problems) {
        List<SensorReading> readings = new ArrayList<>();
        for (CsvTable.Row row : CsvTable.read(file, SCATS, problems).rows()) {
            String day = row.getText("QT_INTERVAL_COUNT");
            LocalDateTime midnight =
                    time(row, "QT_INTERVAL_COUNT", day.length() > 10 ? day.substring(0, 10) : day);
            String name = row.getText("NB_SCATS_SITE") + "-" + row.getText("NB_DETECTOR");
            for (int q = 0; q < QUARTERS && midnight != null; q++) {
                String column = "V%02d".formatted(q);
                // An empty cell is a gap.
                if (!row.text(column).isEmpty()) {
                    double vehicles = row.getNumber(column);
                    readings.add(
                            new SensorReading(name, midnight.plusMinutes(15L * q), 15, vehicles));
                }
            }
        }
        return readings;
    }

    private static LocalDateTime time(CsvTable.Row row, String column, String text) {
        try {
            return text.length() > 10
                    ? LocalDateTime.parse(text.replace(' ', 'T'))
                    : LocalDate.parse(text).atStartOfDay();
        } catch (DateTimeParseException e) {
            row.problem("CH-SCN-004", column, "is not a time.", "Maybe 2024-05-13T07:15?");
            return null;
        }
    }
}
