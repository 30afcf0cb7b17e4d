package org.chalaco.app.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.app.compare.ComparisonData.OfScenario;
import org.chalaco.app.compare.statistics.PairedDifference;
import org.chalaco.app.compare.statistics.SampleMean;
import org.chalaco.app.compare.statistics.StrategyComparison;
import org.chalaco.app.output.OutputFolder;

/** The tables of a comparison as CSV, tidy: one observation a row. */
final class CompareTables {

    private static final Map<String, String> CLASS_UNITS =
            Map.of(
                    "trips", "veh",
                    "unfinished", "veh",
                    "trip-time", "s",
                    "trip-delay", "s",
                    "p95-delay", "s",
                    "co2", "g/veh km",
                    "nox", "g/veh km");

    private final ComparisonData data;

    CompareTables(ComparisonData data) {
        this.data = data;
    }

    /** Writes all tables. */
    void write(CompareFolder folder) throws IOException {
        write(folder, "measures.csv", measures());
        write(folder, "classes.csv", classes());
        write(folder, "summary.csv", summary());
        write(folder, "pairs.csv", pairs());
        write(folder, "movements.csv", movements());
        write(folder, "links.csv", links());
        write(folder, "crossings.csv", crossings());
    }

    private static void write(CompareFolder folder, String name, List<String> lines)
            throws IOException {
        OutputFolder.writeText(folder.file(name), String.join("\n", lines) + "\n");
    }

    /** One row per scenario, strategy, seed and measure. */
    private List<String> measures() {
        List<String> lines = start("scenario,strategy,seed,measure,unit,value");
        for (OfScenario s : data.scenarios()) {
            for (int strategy = 0; strategy < s.strategies().size(); strategy++) {
                for (int seed = 0; seed < s.seeds().size(); seed++) {
                    for (Measure m : Measure.values()) {
                        lines.add(
                                Csv.row(
                                        s.name(),
                                        s.strategies().get(strategy),
                                        s.seeds().get(seed),
                                        m.id(),
                                        m.unit(),
                                        s.value(strategy, seed, m)));
                    }
                }
            }
        }
        return lines;
    }

    private List<String> classes() {
        List<String> lines = start("scenario,strategy,seed,class,measure,unit,value");
        for (OfScenario s : data.scenarios()) {
            for (OfScenario.ClassFigure f : s.classes()) {
                lines.add(
                        Csv.row(
                                s.name(),
                                s.strategies().get(f.strategy()),
                                f.seed(),
                                f.vehicleClass(),
                                f.measure(),
                                CLASS_UNITS.get(f.measure()),
                                f.value()));
            }
        }
        return lines;
    }

    /** Means, intervals and ranks. */
    private List<String> summary() {
        List<String> lines =
                start("scenario,measure,unit,strategy,seeds,mean,half_width,deviation,rank");
        for (OfScenario s : data.scenarios()) {
            for (Measure m : s.measures()) {
                StrategyComparison comparison = s.comparison(m);
                for (int k = 0; k < s.strategies().size(); k++) {
                    SampleMean mean = comparison.mean(k);
                    lines.add(
                            Csv.row(
                                    s.name(),
                                    m.id(),
                                    m.unit(),
                                    s.strategies().get(k),
                                    mean.count(),
                                    mean.mean(),
                                    mean.halfWidth(),
                                    mean.deviation(),
                                    comparison.rank(k)));
                }
            }
        }
        return lines;
    }

    /** Every pair of strategies on every measure. */
    private List<String> pairs() {
        List<String> lines =
                start(
                        "scenario,measure,unit,first,second,difference,half_width,share,effect_d,p_t,p_wilcoxon,p_t_holm,p_wilcoxon_holm");
        for (OfScenario s : data.scenarios()) {
            for (Measure m : s.measures()) {
                StrategyComparison comparison = s.comparison(m);
                for (int a = 0; a < s.strategies().size(); a++) {
                    for (int b = a + 1; b < s.strategies().size(); b++) {
                        PairedDifference pair = comparison.difference(a, b);
                        lines.add(
                                Csv.row(
                                        s.name(),
                                        m.id(),
                                        m.unit(),
                                        s.strategies().get(a),
                                        s.strategies().get(b),
                                        pair.difference().mean(),
                                        pair.difference().halfWidth(),
                                        pair.share(),
                                        pair.effect(),
                                        pair.t(),
                                        pair.wilcoxon(),
                                        comparison.correctedT(a, b),
                                        comparison.correctedWilcoxon(a, b)));
                    }
                }
            }
        }
        return lines;
    }

    private List<String> movements() {
        List<String> lines = start("scenario,from_link,to_link,strategy,vehicles,mean_delay_s");
        for (OfScenario s : data.scenarios()) {
            for (String movement : s.means().subjects(RunRecord.MOVEMENT)) {
                int sign = movement.indexOf('>');
                for (int k = 0; k < s.strategies().size(); k++) {
                    double vehicles =
                            s.means().perSeed(k, RunRecord.MOVEMENT, movement, "vehicles");
                    double delay = s.means().perSeed(k, RunRecord.MOVEMENT, movement, "delay");
                    lines.add(
                            Csv.row(
                                    s.name(),
                                    movement.substring(0, sign),
                                    movement.substring(sign + 1),
                                    s.strategies().get(k),
                                    vehicles,
                                    vehicles > 0 ? delay / vehicles : Double.NaN));
                }
            }
        }
        return lines;
    }

    /** Differences are against the first strategy. */
    private List<String> links() {
        List<String> lines =
                start("scenario,link,strategy,delay_s,co2_g,delay_difference_s,co2_difference_g");
        for (OfScenario s : data.scenarios()) {
            for (String link : s.means().subjects(RunRecord.LINK)) {
                for (int k = 0; k < s.strategies().size(); k++) {
                    double delay = s.means().perSeed(k, RunRecord.LINK, link, "delay");
                    double co2 = s.means().perSeed(k, RunRecord.LINK, link, "co2");
                    lines.add(
                            Csv.row(
                                    s.name(),
                                    link,
                                    s.strategies().get(k),
                                    delay,
                                    co2,
                                    delay - s.means().perSeed(0, RunRecord.LINK, link, "delay"),
                                    co2 - s.means().perSeed(0, RunRecord.LINK, link, "co2")));
                }
            }
        }
        return lines;
    }

    private List<String> crossings() {
        List<String> lines = start("scenario,link,strategy,mean_wait_s,longest_wait_s");
        for (OfScenario s : data.scenarios()) {
            for (String leg : s.means().subjects(RunRecord.CROSSING)) {
                for (int k = 0; k < s.strategies().size(); k++) {
                    lines.add(
                            Csv.row(
                                    s.name(),
                                    leg,
                                    s.strategies().get(k),
                                    s.means().mean(k, RunRecord.CROSSING, leg, "wait"),
                                    s.means().mean(k, RunRecord.CROSSING, leg, "longest")));
                }
            }
        }
        return lines;
    }

    private static List<String> start(String header) {
        return new ArrayList<>(List.of(header));
    }
}
