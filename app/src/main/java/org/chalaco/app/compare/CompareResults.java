package org.chalaco.app.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.chalaco.app.compare.ComparisonData.OfScenario;
import org.chalaco.app.compare.statistics.PairedDifference;
import org.chalaco.app.compare.statistics.SampleMean;
import org.chalaco.app.compare.statistics.StrategyComparison;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.output.ResultsJson;

/** Writes what a complete comparison came to, and says it in short. */
final class CompareResults {

    /** What the screen shows beside the measure that ranks. */
    private static final List<Measure> SHOWN =
            List.of(
                    Measure.P95_DELAY,
                    Measure.WORST_MOVEMENT,
                    Measure.PEDESTRIANS,
                    Measure.CO2,
                    Measure.UNFINISHED);

    private final ComparisonData data;
    private final CompareFolder folder;
    private final CompareRequest request;

    CompareResults(ComparisonData data, CompareFolder folder, CompareRequest request) {
        this.data = data;
        this.folder = folder;
        this.request = request;
    }

    CompareOutcome write() throws IOException {
        new CompareTables(data).write(folder);
        ResultsJson json = json();
        json.write(folder.file("comparison.json"));
        List<String> reports = new CompareReport(data, request).write(folder);
        StringBuilder text = new StringBuilder();
        data.scenarios().forEach(s -> text.append(table(s)).append('\n'));
        reports.forEach(r -> text.append("Report: ").append(folder.file(r)).append('\n'));
        return new CompareOutcome(text.toString(), json, false);
    }

    /** Places of the strategies, best first. */
    static List<Integer> order(OfScenario scenario, Measure measure) {
        StrategyComparison comparison = scenario.comparison(measure);
        double sign = measure.lowerIsBetter() ? 1 : -1;
        return IntStream.range(0, scenario.strategies().size())
                .boxed()
                .sorted(
                        Comparator.<Integer>comparingDouble(k -> comparison.rank(k))
                                .thenComparingDouble(k -> sign * comparison.mean(k).mean()))
                .toList();
    }

    private String table(OfScenario s) {
        StrategyComparison comparison = s.comparison(data.measure());
        int width = Math.max(12, s.strategies().stream().mapToInt(String::length).max().orElse(0));
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s: %s (%s), %d seeds, changes against %s%n",
                        s.name(),
                        data.measure().wording().en(),
                        data.measure().unit(),
                        s.seeds().size(),
                        s.strategies().get(0)));
        text.append(
                String.format(
                        Locale.ROOT,
                        "rank %-" + width + "s %9s %8s %18s %8s",
                        "strategy",
                        data.measure().id(),
                        "+- 95 %",
                        "change +- 95 %",
                        "p Holm"));
        SHOWN.forEach(m -> text.append(String.format("  %s", m.id())));
        text.append(String.format("%n"));
        for (int k : order(s, data.measure())) {
            SampleMean mean = comparison.mean(k);
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%4d %-" + width + "s %9.2f %8.2f %18s %8s",
                            comparison.rank(k),
                            s.strategies().get(k),
                            mean.mean(),
                            mean.halfWidth(),
                            k == 0 ? "-" : change(comparison, k),
                            k == 0 ? "-" : probability(comparison.correctedT(k, 0))));
            for (Measure m : SHOWN) {
                double value = SampleMean.of(s.values(k, m)).mean();
                text.append(
                        String.format(Locale.ROOT, "  %" + m.id().length() + "s", number(value)));
            }
            text.append(String.format("%n"));
        }
        return text.toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String change(StrategyComparison comparison, int strategy) {
        PairedDifference pair = comparison.difference(strategy, 0);
        double base = Math.abs(comparison.mean(0).mean());
        return String.format(
                Locale.ROOT,
                "%+.1f %% +- %.1f",
                100 * pair.share(),
                100 * pair.difference().halfWidth() / base);
    }

    private static String probability(double p) {
        return p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    private ResultsJson json() {
        ResultsJson json =
                new ResultsJson("compare", ChalacoVersion.current())
                        .put("runs", data.runs(), "-")
                        .put("measure", data.measure().id());
        var scenarios = json.results().putArray("scenarios");
        for (OfScenario s : data.scenarios()) {
            var node = scenarios.addObject().put("scenario", s.name());
            node.put("seeds", s.seeds().size());
            var strategies = node.putArray("strategies");
            for (int k : order(s, data.measure())) {
                var row = strategies.addObject().put("strategy", s.strategies().get(k));
                row.put("rank", s.comparison(data.measure()).rank(k));
                var means = row.putObject("means");
                var halves = row.putObject("halfWidths");
                for (Measure m : s.measures()) {
                    SampleMean mean = SampleMean.of(s.values(k, m));
                    means.put(m.id(), mean.mean());
                    if (mean.count() > 1) {
                        halves.put(m.id(), mean.halfWidth());
                    }
                }
            }
        }
        var units = json.units().putObject("scenarios");
        for (Measure m : Measure.values()) {
            units.put(m.id(), m.unit());
        }
        return json;
    }

    /** Names of the measures that a report draws, without those that say the same. */
    static List<Measure> drawn(OfScenario scenario) {
        List<Measure> drawn = new ArrayList<>(scenario.measures());
        drawn.remove(Measure.CO2_TOTAL);
        return drawn;
    }
}
