package org.chalaco.app.output;

import java.io.IOException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chalaco.analysis.count.CountComparison;
import org.chalaco.analysis.count.StationComparison;
import org.chalaco.mobsim.detector.CountStation;

/**
 * Counted and simulated volumes as MATSim writes them: {@code N.countscompare.txt} by station and
 * hour, {@code N.countscompareAWTV.txt} by station, both with tabs and at most three decimals.
 * Hours are numbered from 1.
 */
public final class CountCompareFiles {

    private static final String BY_HOUR =
            "Link Id\tCount Station Id\tHour\tMATSIM volumes\tCount volumes\tRelative Error"
                    + "\tNormalized Relative Error\tGEH\n";
    private static final String BY_STATION =
            "Link Id\tCount Station Id\tMATSIM volumes\tCount volumes\tNormalized Relative Error\n";

    /** What MATSim writes where nothing was counted, and the most it writes anywhere. */
    private static final double LARGEST_ERROR = 1000;

    private final DecimalFormat figure =
            new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    private final Map<String, String> linkOfStation;

    private CountCompareFiles(List<CountStation> stations) {
        linkOfStation =
                stations.stream().collect(Collectors.toMap(CountStation::id, CountStation::linkId));
    }

    /**
     * Writes both files of an iteration.
     *
     * @param stations where was counted
     */
    public static void write(
            OutputFolder folder,
            int iteration,
            CountComparison comparison,
            List<CountStation> stations)
            throws IOException {
        CountCompareFiles files = new CountCompareFiles(stations);
        OutputFolder.writeText(
                folder.file(iteration, "countscompare.txt"),
                BY_HOUR + text(comparison.rows(), files::hour));
        OutputFolder.writeText(
                folder.file(iteration, "countscompareAWTV.txt"),
                BY_STATION + text(totals(comparison.rows()), files::station));
    }

    private static String text(
            List<StationComparison> rows, Function<StationComparison, String> line) {
        return rows.stream().map(line).collect(Collectors.joining());
    }

    /** The compared hours of each station summed up. */
    private static List<StationComparison> totals(List<StationComparison> rows) {
        Map<String, StationComparison> totals = new LinkedHashMap<>();
        for (StationComparison row : rows) {
            totals.merge(
                    row.stationId(),
                    row,
                    (a, b) ->
                            new StationComparison(
                                    a.stationId(),
                                    a.from(),
                                    b.until(),
                                    null,
                                    a.observed() + b.observed(),
                                    a.simulated() + b.simulated()));
        }
        return List.copyOf(totals.values());
    }

    private String hour(StationComparison row) {
        return line(
                linkOfStation.get(row.stationId()),
                row.stationId(),
                Long.toString(Math.round(row.until() / 3600)),
                figure.format(row.simulated()),
                figure.format(row.observed()),
                figure.format(relativeError(row)),
                figure.format(normalizedError(row)),
                figure.format(row.geh()));
    }

    private String station(StationComparison row) {
        return line(
                linkOfStation.get(row.stationId()),
                row.stationId(),
                figure.format(row.simulated()),
                figure.format(row.observed()),
                figure.format(normalizedError(row)));
    }

    private static String line(String... cells) {
        return String.join("\t", cells) + "\n";
    }

    private static double relativeError(StationComparison row) {
        if (row.observed() > 0) {
            return Math.min(row.relativeDifference(), LARGEST_ERROR);
        }
        return row.simulated() > 0 ? LARGEST_ERROR : 0;
    }

    private static double normalizedError(StationComparison row) {
        double larger = Math.max(row.simulated(), row.observed());
        return larger == 0 ? 0 : Math.abs(row.difference()) / larger;
    }
}
