package org.chalaco.scenario.plausibility;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chalaco.formats.Problems;
import org.chalaco.scenario.plausibility.PlausibilityBand.Kind;
import org.chalaco.scenario.table.CsvTable;

/**
 * Reads a scenario's {@code plausibility.csv}: {@code id, kind, links, from, until, low, high,
 * unit, source, certainty}. Kinds are {@code speed}, {@code flow} and {@code truck-share}; links
 * are ids with spaces between them, or the word {@code avenues}; times are {@code 08:00}.
 */
public final class PlausibilityFile {

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
    private static final String ALL_AVENUES = "avenues";
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):([0-5]\\d)");
    private static final List<String> KINDS = Arrays.stream(Kind.values()).map(Kind::id).toList();

    private PlausibilityFile() {}

    /**
     * The bands of the file, in its order; lines that cannot be understood are left out.
     *
     * @param problems takes what is wrong, all at once
     */
    public static List<PlausibilityBand> read(Path file, Problems problems) {
        return CsvTable.read(file, COLUMNS, problems).rows().stream()
                .map(PlausibilityFile::band)
                .filter(band -> band.low() <= band.high() && band.from() < band.until())
                .toList();
    }

    private static PlausibilityBand band(CsvTable.Row row) {
        String links = row.getText("links");
        PlausibilityBand band =
                new PlausibilityBand(
                        row.getText("id"),
                        Kind.values()[KINDS.indexOf(row.getOneOf("kind", KINDS))],
                        links.equals(ALL_AVENUES) ? List.of() : List.of(links.split("\\s+")),
                        seconds(row, "from"),
                        seconds(row, "until"),
                        row.getNumber("low"),
                        row.getNumber("high"),
                        row.text("unit"),
                        row.text("source"),
                        row.text("certainty"));
        if (band.low() > band.high()) {
            row.problem("CH-SCN-005", "low", "is above high.", "Maybe the other way round?");
        }
        if (band.from() >= band.until()) {
            row.problem("CH-SCN-005", "from", "is not before until.", "Maybe another day?");
        }
        return band;
    }

    private static double seconds(CsvTable.Row row, String column) {
        Matcher clock = CLOCK.matcher(row.getText(column));
        if (clock.matches()) {
            return 3600 * Integer.parseInt(clock.group(1)) + 60 * Integer.parseInt(clock.group(2));
        }
        row.problem("CH-SCN-004", column, "is not a time.", "Maybe 08:00?");
        return Double.NaN;
    }
}
