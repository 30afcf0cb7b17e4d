package org.chalaco.app.demand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chalaco.analysis.count.CountComparison;
import org.chalaco.analysis.count.Geh;
import org.chalaco.analysis.count.StationComparison;
import org.chalaco.app.progress.SimulatedClock;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.scenario.od.CountTarget;
import org.chalaco.scenario.od.DemandRound;

/** The estimation as one page that opens offline: figures, scatter plot, map, every count. */
final class DemandReport {

    private static final int SIZE = 420;
    private static final int MAP = 760;
    private static final int MARGIN = 45;
    private static final String FITTED = "#06c";
    private static final String HELD_OUT = "#c60";

    private final DemandFiles.Outcome outcome;
    private final StringBuilder page = new StringBuilder();

    DemandReport(DemandFiles.Outcome outcome) {
        this.outcome = outcome;
    }

    String html() {
        page.append(
                """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Demand from counts</title>
                <style>body{font:15px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222}
                table{border-collapse:collapse}td,th{padding:.15em .7em;border-bottom:1px solid #ccc;text-align:right}
                td:first-child,th:first-child{text-align:left}svg{background:#fafafa;border:1px solid #ddd}.bad{color:#b00}</style></head><body>
                """);
        add("<h1>Demand from counts: %s</h1>%n", escape(outcome.world().title()));
        figures();
        truth();
        page.append("<h2>Counted and simulated</h2>\n");
        scatter();
        page.append("<h2>Where</h2>\n");
        map();
        page.append("<h2>Rounds</h2>\n");
        rounds();
        page.append("<h2>Every count</h2>\n");
        table();
        return page.append("</body></html>\n").toString();
    }

    private void add(String format, Object... values) {
        page.append(String.format(Locale.ROOT, format, values));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private void figures() {
        DemandRound best = outcome.result().best();
        add(
                "<p>%,.0f trips by %s from the prior (%s) of %,.0f; %d rounds, the best is round %d; %.0f s, seed %d.</p>%n",
                best.trips(),
                outcome.request().method().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                escape(outcome.request().prior()),
                outcome.prior().trips(),
                outcome.result().rounds().size() - 1,
                best.number(),
                outcome.seconds(),
                outcome.request().seed());
        page.append(
                "<table><tr><th>counts</th><th>number</th><th>GEH below 5</th><th>mean GEH</th><th>RMSE, veh/h</th><th>RMSE, %</th><th>R&sup2;</th></tr>\n");
        row("fitted, prior", outcome.prior().fitted());
        row("fitted, estimate", best.fitted());
        row("held out, prior", outcome.prior().heldOut());
        row("held out, estimate", best.heldOut());
        page.append(
                "</table>\n<p>Held-out stations were never used. 85 % below 5 is the usual target.</p>\n");
    }

    private void row(String name, CountComparison c) {
        if (c.rows().isEmpty()) {
            return;
        }
        add(
                "<tr><td>%s</td><td>%d</td><td>%s</td><td>%.2f</td><td>%.0f</td><td>%.1f</td><td>%.3f</td></tr>%n",
                name,
                c.rows().size(),
                DemandRun.percent(c.shareGood()),
                c.meanGeh(),
                c.rmse(),
                100 * c.percentRmse(),
                c.rSquared());
    }

    private void truth() {
        TruthDay.OdError error = outcome.odError();
        if (error != null) {
            add(
                    "<p>Against the known truth of %,.0f trips: between two zones the prior (%,.0f trips) errs by %.0f %% of the mean cell (RMSE), the estimate (%,.0f trips) by %.0f %%. Counts alone do not tell where trips begin and end.</p>%n",
                    error.trueTotal(),
                    error.priorTotal(),
                    100 * error.prior(),
                    error.estimateTotal(),
                    100 * error.estimate());
        }
    }

    private void scatter() {
        List<StationComparison> all = new ArrayList<>(outcome.result().best().fitted().rows());
        all.addAll(outcome.result().best().heldOut().rows());
        double most =
                all.stream()
                        .mapToDouble(r -> Math.max(r.observed(), r.simulated()))
                        .max()
                        .orElse(1);
        double scale = (SIZE - 2 * MARGIN) / Math.max(1, most);
        add(
                "<svg width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"counted and simulated flows\">%n",
                SIZE, SIZE);
        add(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#999\"/>%n",
                MARGIN, SIZE - MARGIN, SIZE - MARGIN, MARGIN);
        band(most, scale, 1);
        band(most, scale, -1);
        dots(outcome.result().best().fitted(), scale, FITTED);
        dots(outcome.result().best().heldOut(), scale, HELD_OUT);
        add(
                "<text x=\"%d\" y=\"%d\" font-size=\"12\">counted, 0 to %.0f veh/h &rarr;</text>",
                MARGIN, SIZE - 15, most);
        add(
                "<text x=\"15\" y=\"%d\" font-size=\"12\" transform=\"rotate(-90 15 %d)\">simulated &rarr;</text></svg>%n",
                SIZE - MARGIN, SIZE - MARGIN);
        add(
                "<p><span style=\"color:%s\">&#9679;</span> fitted <span style=\"color:%s\">&#9679;</span> held out; between the thin lines GEH is below 5.</p>%n",
                FITTED, HELD_OUT);
    }

    /** Where GEH is 5: {@code m - c = ±√(25/2 (m + c))}. */
    private void band(double most, double scale, int side) {
        page.append("<polyline fill=\"none\" stroke=\"#ccc\" points=\"");
        for (int k = 0; k <= 40; k++) {
            double c = most * k / 40;
            double limit = Geh.GOOD * Geh.GOOD;
            double m = c + limit / 4 + side * Math.sqrt(limit * limit / 16 + limit * c);
            if (m >= 0 && m <= most) {
                add("%.1f,%.1f ", MARGIN + scale * c, SIZE - MARGIN - scale * m);
            }
        }
        page.append("\"/>\n");
    }

    private void dots(CountComparison comparison, double scale, String colour) {
        for (StationComparison r : comparison.rows()) {
            add(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\" fill=\"%s\" fill-opacity=\".6\"><title>%s %s: %.0f counted, %.0f simulated</title></circle>%n",
                    MARGIN + scale * r.observed(),
                    SIZE - MARGIN - scale * r.simulated(),
                    colour,
                    escape(r.stationId()),
                    SimulatedClock.hoursAndMinutes(r.from()),
                    r.observed(),
                    r.simulated());
        }
    }

    // ---------------------------------------------------------------- map

    private void map() {
        RoadNetwork network = outcome.world().network();
        double[] box = box(network);
        double scale = (MAP - 20) / Math.max(1, Math.max(box[2] - box[0], box[3] - box[1]));
        add(
                "<svg width=\"%d\" height=\"%.0f\" role=\"img\" aria-label=\"map of the stations\">%n",
                MAP, 20 + scale * (box[3] - box[1]));
        page.append("<path fill=\"none\" stroke=\"#bbb\" stroke-width=\"1\" d=\"");
        for (int l = 0; l < network.linkCount(); l++) {
            add("M%s", line(network, l, box, scale));
        }
        page.append("\"/>\n");
        Map<String, Double> worst = new HashMap<>();
        note(worst, outcome.result().best().fitted());
        note(worst, outcome.result().best().heldOut());
        stations(outcome.fitted(), worst, box, scale, "");
        stations(outcome.heldOut(), worst, box, scale, " stroke-dasharray=\"4 3\"");
        page.append(
                "</svg><p>Worst GEH of a station: green below 5, orange below 10, red above; dashed: held out.</p>\n");
    }

    private static double[] box(RoadNetwork network) {
        double[] box = {1e300, 1e300, -1e300, -1e300};
        for (Junction j : network.junctions()) {
            box[0] = Math.min(box[0], j.x());
            box[1] = Math.min(box[1], j.y());
            box[2] = Math.max(box[2], j.x());
            box[3] = Math.max(box[3], j.y());
        }
        return box;
    }

    private static String line(RoadNetwork network, int l, double[] box, double scale) {
        Junction a = network.junction(network.fromJunction(l));
        Junction b = network.junction(network.toJunction(l));
        return String.format(
                Locale.ROOT,
                "%.1f,%.1fL%.1f,%.1f",
                10 + scale * (a.x() - box[0]),
                10 + scale * (box[3] - a.y()),
                10 + scale * (b.x() - box[0]),
                10 + scale * (box[3] - b.y()));
    }

    private static void note(Map<String, Double> worst, CountComparison comparison) {
        comparison.rows().forEach(r -> worst.merge(r.stationId(), r.geh(), Math::max));
    }

    private void stations(
            List<CountTarget> targets,
            Map<String, Double> worst,
            double[] box,
            double scale,
            String dash) {
        Map<String, List<CountTarget.Passage>> places = new java.util.TreeMap<>();
        targets.forEach(t -> places.put(t.stationId(), t.passages()));
        places.forEach(
                (station, passages) -> {
                    double geh = worst.getOrDefault(station, 0.0);
                    String colour = geh < 5 ? "#2a2" : geh < 10 ? "#e80" : "#c00";
                    for (CountTarget.Passage p : passages) {
                        add(
                                "<path d=\"M%s\" stroke=\"%s\" stroke-width=\"3\"%s><title>%s: GEH at most %.1f</title></path>%n",
                                line(outcome.world().network(), p.link(), box, scale),
                                colour,
                                dash,
                                escape(station),
                                geh);
                    }
                });
    }

    // ---------------------------------------------------------------- tables

    private void rounds() {
        page.append(
                "<table><tr><th>round</th><th>trips</th><th>misfit</th><th>fitted below 5</th><th>held out below 5</th></tr>\n");
        for (DemandRound r : outcome.result().rounds()) {
            add(
                    "<tr><td>%d%s</td><td>%,.0f</td><td>%,.0f</td><td>%s</td><td>%s</td></tr>%n",
                    r.number(),
                    r.number() == outcome.result().best().number() ? " (best)" : "",
                    r.trips(),
                    r.misfit(),
                    DemandRun.percent(r.fitted().shareGood()),
                    DemandRun.percent(r.heldOut().shareGood()));
        }
        page.append("</table>\n");
    }

    private void table() {
        page.append(
                "<table><tr><th>station</th><th>hour</th><th>class</th><th>counted, veh/h</th><th>simulated, veh/h</th><th>GEH</th><th></th></tr>\n");
        rows(outcome.result().best().fitted(), "");
        rows(outcome.result().best().heldOut(), "held out");
        page.append("</table>\n");
    }

    private void rows(CountComparison comparison, String remark) {
        List<StationComparison> sorted = new ArrayList<>(comparison.rows());
        sorted.sort(
                Comparator.comparing(StationComparison::stationId)
                        .thenComparingDouble(StationComparison::from));
        for (StationComparison r : sorted) {
            add(
                    "<tr><td>%s</td><td>%s&ndash;%s</td><td>%s</td><td>%.0f</td><td>%.0f</td><td%s>%.1f</td><td>%s</td></tr>%n",
                    escape(r.stationId()),
                    SimulatedClock.hoursAndMinutes(r.from()),
                    SimulatedClock.hoursAndMinutes(r.until()),
                    r.vehicleClass() == null ? "all" : r.vehicleClass(),
                    r.observed(),
                    r.simulated(),
                    r.geh() < Geh.GOOD ? "" : " class=\"bad\"",
                    r.geh(),
                    remark);
        }
    }
}
