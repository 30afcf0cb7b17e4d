package org.chalaco.app.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.app.compare.ComparisonData.OfScenario;
import org.chalaco.app.compare.statistics.PairedDifference;
import org.chalaco.app.compare.statistics.SampleMean;
import org.chalaco.app.compare.statistics.StrategyComparison;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.report.ComparisonReportWriter;
import org.chalaco.app.report.Wording;
import org.chalaco.mobsim.network.RoadNetwork;

/** The report of a comparison: one page a scenario, each a file that opens offline. */
final class CompareReport {

    private static final int WORST_MOVEMENTS = 40;

    private final ComparisonData data;
    private final CompareRequest request;

    CompareReport(ComparisonData data, CompareRequest request) {
        this.data = data;
        this.request = request;
    }

    /** Writes the pages; returns their names. */
    List<String> write(CompareFolder folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (OfScenario scenario : data.scenarios()) {
            String name = name(scenario);
            new ComparisonReportWriter(scenario.scenario().problem().network())
                    .write(title(scenario), content(scenario), folder.file(name));
            names.add(name);
        }
        return names;
    }

    private String name(OfScenario scenario) {
        return data.scenarios().size() == 1
                ? "report.html"
                : "report-" + scenario.name().replaceAll("[^A-Za-z0-9._-]", "_") + ".html";
    }

    private static Wording title(OfScenario scenario) {
        return new Wording(
                "Signal control compared: " + scenario.name(),
                "Control semafórico comparado: " + scenario.name());
    }

    private Wording subtitle(OfScenario s) {
        String seeds = s.seeds().size() + "";
        String window = request.window() == null ? "" : request.window();
        String first = s.strategies().get(0);
        return new Wording(
                "%s seeds, the same traffic for every strategy; departures move by up to %.0f s. %s Reference: %s. Chalaco %s."
                        .formatted(
                                seeds,
                                request.spread(),
                                window.isEmpty() ? "" : "Time that counts: " + window + ".",
                                first,
                                ChalacoVersion.current()),
                "%s semillas, el mismo tráfico para cada estrategia; las salidas se mueven hasta %.0f s. %s Referencia: %s. Chalaco %s."
                        .formatted(
                                seeds,
                                request.spread(),
                                window.isEmpty() ? "" : "Tiempo que cuenta: " + window + ".",
                                first,
                                ChalacoVersion.current()));
    }

    private Map<String, Object> content(OfScenario s) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("title", title(s));
        root.put("subtitle", subtitle(s));
        root.put("strategies", s.strategies());
        root.put("ranking", data.measure().id());
        root.put("measures", CompareResults.drawn(s).stream().map(m -> measure(s, m)).toList());
        root.put("quantiles", quantiles(s));
        root.put("classes", classes(s));
        root.put("movements", movements(s));
        root.put("linkDelay", linkDifferences(s, "delay"));
        root.put("linkCo2", linkDifferences(s, "co2"));
        root.put("crossings", crossings(s));
        root.put(
                "pages",
                data.scenarios().stream()
                        .map(o -> List.of(o.name(), name(o)))
                        .filter(page -> data.scenarios().size() > 1)
                        .toList());
        return root;
    }

    private static Map<String, Object> measure(OfScenario s, Measure m) {
        StrategyComparison comparison = s.comparison(m);
        List<Object> rows = new ArrayList<>();
        for (int k = 0; k < s.strategies().size(); k++) {
            SampleMean mean = comparison.mean(k);
            PairedDifference change = comparison.difference(k, 0);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("mean", finite(mean.mean()));
            row.put("half", finite(mean.halfWidth()));
            row.put("rank", comparison.rank(k));
            row.put("share", k == 0 ? null : finite(change.share()));
            double base = Math.abs(comparison.mean(0).mean());
            row.put("shareHalf", k == 0 ? null : finite(change.difference().halfWidth() / base));
            row.put("effect", k == 0 ? null : finite(change.effect()));
            row.put("values", Arrays.stream(s.values(k, m)).boxed().toList());
            row.put("probabilities", probabilities(comparison, k, s.strategies().size()));
            rows.add(row);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", m.id());
        map.put("unit", m.unit());
        map.put("name", m.wording());
        map.put("lowerIsBetter", m.lowerIsBetter());
        map.put("strategies", rows);
        return map;
    }

    private static List<Double> probabilities(StrategyComparison comparison, int k, int of) {
        List<Double> row = new ArrayList<>();
        for (int other = 0; other < of; other++) {
            row.add(finite(comparison.correctedT(k, other)));
        }
        return row;
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static List<Object> quantiles(OfScenario s) {
        List<Object> lines = new ArrayList<>();
        for (int k = 0; k < s.strategies().size(); k++) {
            List<List<Double>> points = new ArrayList<>();
            for (int percent = 0; percent <= 100; percent += FigureList.QUANTILE_STEP) {
                double delay =
                        s.means().mean(k, RunRecord.QUANTILE, Integer.toString(percent), "delay");
                points.add(Arrays.asList(finite(delay), (double) percent));
            }
            lines.add(points);
        }
        return lines;
    }

    private static List<Object> classes(OfScenario s) {
        List<Object> rows = new ArrayList<>();
        for (String c : s.means().subjects(RunRecord.CLASS)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", c);
            for (String measure : List.of("trips", "trip-delay", "p95-delay", "co2", "nox")) {
                List<Double> means = new ArrayList<>();
                for (int k = 0; k < s.strategies().size(); k++) {
                    means.add(finite(s.means().mean(k, RunRecord.CLASS, c, measure)));
                }
                row.put(measure, means);
            }
            rows.add(row);
        }
        return rows;
    }

    /** Movements through signals, those with the largest delay of all first. */
    private static List<Object> movements(OfScenario s) {
        Map<Double, List<Map<String, Object>>> byDelay = new TreeMap<>();
        RoadNetwork network = s.scenario().problem().network();
        for (String movement : s.means().subjects(RunRecord.MOVEMENT)) {
            double most = 0;
            List<Double> delays = new ArrayList<>();
            List<Double> vehicles = new ArrayList<>();
            for (int k = 0; k < s.strategies().size(); k++) {
                double n = s.means().perSeed(k, RunRecord.MOVEMENT, movement, "vehicles");
                double delay = s.means().perSeed(k, RunRecord.MOVEMENT, movement, "delay");
                vehicles.add(n);
                delays.add(n > 0 ? (Double) (delay / n) : null);
                most = Math.max(most, delay);
            }
            int sign = movement.indexOf('>');
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("from", network.findLink(movement.substring(0, sign)));
            row.put("to", network.findLink(movement.substring(sign + 1)));
            row.put("delays", delays);
            row.put("vehicles", vehicles);
            byDelay.computeIfAbsent(-most, d -> new ArrayList<>()).add(row);
        }
        return byDelay.values().stream()
                .flatMap(List::stream)
                .limit(WORST_MOVEMENTS)
                .map(Object.class::cast)
                .toList();
    }

    /** By strategy and link, per seed: difference to the first strategy. */
    private static List<Object> linkDifferences(OfScenario s, String measure) {
        RoadNetwork network = s.scenario().problem().network();
        List<Object> strategies = new ArrayList<>();
        for (int k = 0; k < s.strategies().size(); k++) {
            float[] values = new float[network.linkCount()];
            for (int l = 0; l < values.length; l++) {
                String id = network.link(l).id();
                double own = s.means().perSeed(k, RunRecord.LINK, id, measure);
                double first = s.means().perSeed(0, RunRecord.LINK, id, measure);
                boolean used = own != 0 || first != 0;
                values[l] = used ? (float) (k == 0 ? own : own - first) : Float.NaN;
            }
            strategies.add(values);
        }
        return strategies;
    }

    private static List<Object> crossings(OfScenario s) {
        RoadNetwork network = s.scenario().problem().network();
        List<Object> rows = new ArrayList<>();
        for (String leg : s.means().subjects(RunRecord.CROSSING)) {
            List<Double> waits = new ArrayList<>();
            List<Double> longest = new ArrayList<>();
            for (int k = 0; k < s.strategies().size(); k++) {
                waits.add(finite(s.means().mean(k, RunRecord.CROSSING, leg, "wait")));
                longest.add(finite(s.means().mean(k, RunRecord.CROSSING, leg, "longest")));
            }
            rows.add(Map.of("link", network.findLink(leg), "waits", waits, "longest", longest));
        }
        return rows;
    }
}
