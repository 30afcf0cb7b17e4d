package org.chalaco.scenario.callao;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.scenario.plausibility.PlausibilityBand;
import org.chalaco.scenario.plausibility.PlausibilityFile;
import org.chalaco.scenario.plausibility.SimulatedFigures;

/** A driven morning held against {@code plausibility.csv}, as a table in Markdown. */
final class PlausibilityTable {

    private final SimulatedFigures figures;

    PlausibilityTable(RoadNetwork network, MorningDrive drive) {
        figures = new SimulatedFigures(network, drive.kpis(), drive.counts(), 1);
    }

    /** The table, one line per band. */
    String of(Path file) {
        Problems problems = new Problems();
        List<PlausibilityBand> bands = PlausibilityFile.read(file, problems);
        problems.throwIfErrors();
        StringBuilder text =
                new StringBuilder(
                        "| what | band | simulated | verdict | certainty |\n|---|---|---|---|---|\n");
        for (PlausibilityBand band : bands) {
            double value = figures.of(band);
            text.append(
                    "| %s | %s to %s %s | %s | %s | %s |%n"
                            .formatted(
                                    band.id(),
                                    figure(band.low()),
                                    figure(band.high()),
                                    band.unit(),
                                    figure(value),
                                    verdict(value, band.low(), band.high()),
                                    band.certainty()));
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
}
