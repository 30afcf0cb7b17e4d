package org.chalaco.scenario.callao;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chalaco.analysis.kpi.LinkKpis;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.scenario.table.CsvTable;

/** A driven morning held against {@code plausibility.csv}, as a table in Markdown. */
final class PlausibilityTable {

    private static final Set<String> COLUMNS =
            Set.of(
                    "id",
                    "kind",
                    "links",
                    "from",
                    "until",
                    "low",
                    "high",
                    "unit",
                    "source",
                    "certainty");

    private final RoadNetwork network;
    private final MorningDrive drive;

    PlausibilityTable(RoadNetwork network, MorningDrive drive) {
        this.network = network;
        this.drive = drive;
    }

    /** The table, one line per band. */
    String of(Path bands) {
        Problems problems = new Problems();
        CsvTable table = CsvTable.read(bands, COLUMNS, problems);
        problems.throwIfErrors();
        StringBuilder text =
                new StringBuilder(
                        "| what | band | simulated | verdict | certainty |\n|---|---|---|---|---|\n");
        for (CsvTable.Row row : table.rows()) {
            double value = simulated(row);
            double low = row.getNumber("low");
            double high = row.getNumber("high");
            text.append(
                    "| %s | %s to %s %s | %s | %s | %s |%n"
                            .formatted(
                                    row.text("id"),
                                    figure(low),
                                    figure(high),
                                    row.text("unit"),
                                    figure(value),
                                    verdict(value, low, high),
                                    row.text("certainty")));
        }
        return text.toString();
    }

    private static String figure(double value) {
        String format = Math.abs(value) < 1 ? "%.2f" : Math.abs(value) < 100 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, format, value);
    }

    private static String verdict(double value, double low, double high) {
        if (value >= low && value <= high) {
            return "inside";
        }
        return value < low
                ? String.format(Locale.ROOT, "%.0f %% of the lower limit", 100 * value / low)
                : String.format(Locale.ROOT, "%.0f %% of the upper limit", 100 * value / high);
    }

    private double simulated(CsvTable.Row row) {
        String links = row.text("links");
        List<String> ids = List.of(links.split("\\s+"));
        double from = seconds(row.text("from"));
        double until = seconds(row.text("until"));
        if (drive.result().endTime() < until) {
            return Double.NaN;
        }
        if (row.text("kind").equals("truck-share")) {
            return truckShare(ids, from, until);
        }
        LinkKpis merged =
                drive.kpis()
                        .linksMerged(
                                row.text("id"),
                                l ->
                                        links.equals("avenues")
                                                ? isAvenue(network.link(l.linkIndex()))
                                                : ids.contains(l.linkId()),
                                from,
                                until);
        return row.text("kind").equals("speed") ? merged.meanSpeedKmh() : merged.flowVehPerHour();
    }

    /** Streets called avenue. */
    static boolean isAvenue(Link link) {
        String name = link.attributes().getOrDefault("name", "");
        return name.startsWith("Avenida") || name.startsWith("Av.");
    }

    private double truckShare(List<String> ids, double from, double until) {
        double trucks = 0;
        double all = 0;
        int first = (int) Math.round((from - MorningDrive.START) / MorningDrive.INTERVAL);
        int end = (int) Math.round((until - MorningDrive.START) / MorningDrive.INTERVAL);
        for (int k = first; k < end; k++) {
            for (String id : ids) {
                int link = network.getLinkIndex(id);
                trucks += drive.counts().count(link, VehicleClass.TRUCK, k);
                trucks += drive.counts().count(link, VehicleClass.SEMITRAILER, k);
                all += drive.counts().count(link, k);
            }
        }
        return trucks / all;
    }

    private static double seconds(String clock) {
        int[] parts = Arrays.stream(clock.split(":")).mapToInt(Integer::parseInt).toArray();
        return 3600.0 * parts[0] + 60.0 * parts[1];
    }
}
