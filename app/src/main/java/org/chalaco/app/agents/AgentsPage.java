package org.chalaco.app.agents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.agents.coordination.NegotiatedControl;
import org.chalaco.agents.coordination.NegotiationRecord.Outcome;
import org.chalaco.app.progress.SimulatedClock;

/**
 * The page of the agents, one file that opens offline and needs no script: agreed offsets and
 * cycles over time, what every round of the negotiations saved, who spoke to whom, who was lost. In
 * English and Spanish side by side.
 */
final class AgentsPage {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 260;
    private static final int LEFT = 60;
    private static final int BOTTOM = 30;
    private static final int PAIRS = 30;
    private static final int LINES = 24;

    private static final String STYLE =
            "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:62rem;padding:0 1rem;"
                    + "color:#17212b;background:#fff}h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}"
                    + "table{border-collapse:collapse}td,th{padding:.2rem .8rem;text-align:right;"
                    + "border-bottom:1px solid #dfe4ea}td:first-child,th:first-child{text-align:left}"
                    + "svg{width:100%;height:auto;background:#f4f6f8}text{font-size:12px;fill:#5b6773}"
                    + ".es{color:#5b6773}";

    private final NegotiatedControl control;
    private final AgentLog log;
    private final String platform;
    private final StringBuilder html = new StringBuilder();

    AgentsPage(NegotiatedControl control, AgentLog log, String platform) {
        this.control = control;
        this.log = log;
        this.platform = platform;
    }

    String html() {
        html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
                .append(" style-src 'unsafe-inline'\">")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .append("<title>Signal agents</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n<h1>Signal agents · Agentes de semáforos</h1>\n");
        paragraph(AgentFiles.summary(control, platform));
        offsets();
        rounds();
        delays();
        kinds();
        pairs();
        lost();
        return html.append("</body></html>\n").toString();
    }

    private void heading(String en, String es) {
        html.append("<h2>")
                .append(en)
                .append(" <span class=\"es\">· ")
                .append(es)
                .append("</span></h2>\n");
    }

    private void paragraph(String text) {
        html.append("<p>").append(escape(text.strip())).append("</p>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    // ------------------------------------------------------------ drawings

    /** One line of a drawing. */
    private record Curve(String name, List<double[]> points) {}

    private void offsets() {
        Map<String, List<double[]>> offsets = new TreeMap<>();
        Map<String, List<double[]>> cycles = new TreeMap<>();
        for (Outcome outcome : control.record().outcomes()) {
            offsets.computeIfAbsent(outcome.system(), s -> new ArrayList<>())
                    .add(new double[] {outcome.time(), outcome.plan().offset()});
            cycles.computeIfAbsent(outcome.system(), s -> new ArrayList<>())
                    .add(new double[] {outcome.time(), outcome.plan().cycle()});
        }
        heading("Agreed offsets, s", "Desfases acordados, s");
        draw(curves(offsets), true);
        heading("Agreed cycles, s", "Ciclos acordados, s");
        draw(curves(cycles), true);
    }

    private static List<Curve> curves(Map<String, List<double[]>> points) {
        List<Curve> curves = new ArrayList<>();
        points.forEach((name, list) -> curves.add(new Curve(name, list)));
        return curves;
    }

    private void rounds() {
        heading(
                "Delay saved from round to round, veh s per hour",
                "Demora ahorrada ronda a ronda, veh s por hora");
        Map<String, List<double[]>> sums = new TreeMap<>();
        for (AgentLog.Round round : log.rounds()) {
            List<double[]> points =
                    sums.computeIfAbsent(
                            SimulatedClock.hoursAndMinutes(round.time()),
                            t -> new ArrayList<>(List.of(new double[] {0, 0})));
            double before = points.get(points.size() - 1)[1];
            points.add(new double[] {round.round() + 1, before + round.gain()});
        }
        if (sums.isEmpty()) {
            paragraph("Nobody moved. · Nadie se movió.");
        } else {
            draw(curves(sums), false);
        }
    }

    private void draw(List<Curve> all, boolean clock) {
        List<Curve> curves = all.subList(0, Math.min(LINES, all.size()));
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        double top = 1;
        for (Curve curve : curves) {
            for (double[] point : curve.points()) {
                least = Math.min(least, point[0]);
                most = Math.max(most, point[0]);
                top = Math.max(top, point[1]);
            }
        }
        html.append("<svg viewBox=\"0 0 %d %d\" role=\"img\">".formatted(WIDTH, HEIGHT));
        axis(least, most, top, clock);
        for (int k = 0; k < curves.size(); k++) {
            line(curves.get(k), k, curves.size(), least, Math.max(most - least, 1), top);
        }
        html.append("</svg>\n");
        if (all.size() > LINES) {
            paragraph(
                    "The first %d of %d are drawn. · Se dibujan los primeros %d de %d."
                            .formatted(LINES, all.size(), LINES, all.size()));
        }
    }

    private void axis(double least, double most, double top, boolean clock) {
        // between two rounds there is nothing to mark
        int marks = clock ? 4 : (int) Math.max(1, Math.min(4, most - least));
        for (int k = 0; k <= marks; k++) {
            double value = least + (most - least) * k / marks;
            String text =
                    clock
                            ? SimulatedClock.hoursAndMinutes(value)
                            : Long.toString(Math.round(value));
            html.append(
                    String.format(
                            Locale.ROOT,
                            "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                            LEFT + (WIDTH - 110.0 - LEFT) * k / marks,
                            HEIGHT - 8,
                            text));
        }
        for (int k = 0; k <= 4; k++) {
            double y = y(top * k / 4, top);
            html.append(
                    String.format(
                            Locale.ROOT,
                            "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#dfe4ea\"/>"
                                    + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.0f</text>",
                            LEFT,
                            WIDTH - 110,
                            y,
                            y,
                            LEFT - 6,
                            y + 4,
                            top * k / 4));
        }
    }

    private static double y(double value, double top) {
        return 10 + (HEIGHT - BOTTOM - 10) * (1 - value / top);
    }

    private void line(Curve curve, int k, int n, double least, double span, double top) {
        String colour = "hsl(%d,60%%,40%%)".formatted(360 * k / Math.max(1, n));
        StringBuilder path = new StringBuilder();
        double lastX = 0;
        double lastY = 0;
        for (double[] point : curve.points()) {
            lastX = LEFT + (WIDTH - 110 - LEFT) * (point[0] - least) / span;
            lastY = y(point[1], top);
            path.append(String.format(Locale.ROOT, "%.1f,%.1f ", lastX, lastY));
        }
        html.append(
                String.format(
                        Locale.ROOT,
                        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"><title>%s</title></polyline>"
                                + "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>"
                                + "<text x=\"%.1f\" y=\"%.1f\">%s</text>\n",
                        colour,
                        path.toString().strip(),
                        escape(curve.name()),
                        lastX,
                        lastY,
                        colour,
                        lastX + 6,
                        lastY + 4,
                        escape(curve.name())));
    }

    // ------------------------------------------------------------ tables

    private void delays() {
        heading("What negotiations expected", "Lo que esperaban las negociaciones");
        Map<Double, long[]> sums = new TreeMap<>();
        for (Outcome outcome : control.record().outcomes()) {
            long[] sum = sums.computeIfAbsent(outcome.time(), t -> new long[3]);
            sum[0] += outcome.plan().before();
            sum[1] += outcome.plan().delay();
            sum[2] += outcome.fallback() ? 1 : 0;
        }
        row(
                "th",
                "",
                "delay before, veh s/h · antes",
                "agreed · acordado",
                "fell back · sin acuerdo");
        sums.forEach(
                (time, sum) ->
                        row(
                                "td",
                                SimulatedClock.hoursAndMinutes(time),
                                Long.toString(sum[0]),
                                Long.toString(sum[1]),
                                Long.toString(sum[2])));
        html.append("</table>\n");
    }

    private void kinds() {
        heading("What was said", "Lo que se dijo");
        row("th", "", "messages · mensajes");
        log.saidByKind().forEach((kind, n) -> row("td", kind, Long.toString(n)));
        html.append("</table>\n");
    }

    private void pairs() {
        heading("Who spoke to whom most", "Quién habló más con quién");
        row("th", "", "to · a", "messages · mensajes");
        log.saidByPair().entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(PAIRS)
                .forEach(
                        entry -> {
                            String[] pair = entry.getKey().split(" ");
                            row("td", who(pair[0]), who(pair[1]), entry.getValue().toString());
                        });
        html.append("</table>\n");
    }

    private String who(String agent) {
        String system = control.systemsOfAgents().get(agent);
        return system == null ? agent : agent + " (" + system + ")";
    }

    private void lost() {
        if (control.record().deadSince().isEmpty()) {
            return;
        }
        heading("Agents that were lost", "Agentes perdidos");
        row("th", "", "noticed at · notado a las");
        control.record()
                .deadSince()
                .forEach(
                        (agent, time) ->
                                row("td", who(agent), SimulatedClock.hoursAndMinutes(time)));
        html.append("</table>\n");
    }

    private void row(String cell, String... texts) {
        if (cell.equals("th")) {
            html.append("<table>");
        }
        html.append("<tr>");
        for (String text : texts) {
            html.append('<').append(cell).append('>');
            html.append(escape(text)).append("</").append(cell).append('>');
        }
        html.append("</tr>\n");
    }
}
