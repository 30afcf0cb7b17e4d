package org.chalaco.bench.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Measurements as one table: a line for each grid and simulator, medians of the repeats. */
final class ResultTable {

    /** A column: its name in files, its heading for people, how to write it. */
    private record Column(
            String name, String heading, String format, ToDoubleFunction<List<Measurement>> of) {}

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("repeats", "repeats", "%.0f", List::size),
                    new Column("arrived", "arrived", "%.0f", median(m -> m.arrived())),
                    new Column("forced", "forced", "%.0f", median(m -> m.forced())),
                    new Column(
                            "meanTripSeconds",
                            "mean trip, s",
                            "%.1f",
                            median(Measurement::meanTripSeconds)),
                    new Column(
                            "vehicleUpdatesMillions",
                            "vehicle updates, M",
                            "%.1f",
                            median(m -> m.vehicleUpdates() / 1e6)),
                    new Column("cpuSeconds", "CPU, s", "%.2f", median(Measurement::cpuSeconds)),
                    new Column("cpuSecondsMin", "least", "%.2f", m -> least(m)),
                    new Column("wallSeconds", "wall, s", "%.2f", median(Measurement::wallSeconds)),
                    new Column(
                            "updatesPerCpuSecondMillions",
                            "M updates per CPU s",
                            "%.2f",
                            median(m -> m.updatesPerCpuSecond() / 1e6)),
                    new Column(
                            "vehicleSecondsPerCpuSecondMillions",
                            "M vehicle-seconds per CPU s",
                            "%.2f",
                            median(m -> m.vehicleSecondsPerCpuSecond() / 1e6)),
                    new Column(
                            "peakMegabytes",
                            "peak memory, MB",
                            "%.0f",
                            median(m -> m.peakBytes() / 1e6)));

    private final Map<List<String>, List<Measurement>> rows = new LinkedHashMap<>();

    void add(Measurement measurement) {
        rows.computeIfAbsent(
                        List.of(measurement.grid(), measurement.simulator()),
                        key -> new ArrayList<>())
                .add(measurement);
    }

    private static ToDoubleFunction<List<Measurement>> median(
            ToDoubleFunction<Measurement> figure) {
        return repeats -> {
            double[] sorted = repeats.stream().mapToDouble(figure).toArray();
            Arrays.sort(sorted);
            int half = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        };
    }

    private static double least(List<Measurement> repeats) {
        return repeats.stream().mapToDouble(Measurement::cpuSeconds).min().orElse(Double.NaN);
    }

    String markdown() {
        StringBuilder text = new StringBuilder("| grid | simulator |");
        COLUMNS.forEach(c -> text.append(' ').append(c.heading()).append(" |"));
        text.append("\n|---|---|").append("---:|".repeat(COLUMNS.size())).append('\n');
        rows.forEach(
                (key, repeats) -> {
                    text.append("| ").append(String.join(" | ", key)).append(" |");
                    for (Column column : COLUMNS) {
                        text.append(' ').append(cell(column, repeats)).append(" |");
                    }
                    text.append('\n');
                });
        return text.toString();
    }

    /** The same for programs. */
    String csv() {
        StringBuilder text = new StringBuilder("grid,simulator");
        COLUMNS.forEach(c -> text.append(',').append(c.name()));
        text.append('\n');
        rows.forEach(
                (key, repeats) -> {
                    text.append(String.join(",", key));
                    COLUMNS.forEach(c -> text.append(',').append(cell(c, repeats)));
                    text.append('\n');
                });
        return text.toString();
    }

    private static String cell(Column column, List<Measurement> repeats) {
        double value = column.of().applyAsDouble(repeats);
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, column.format(), value);
    }
}
