package org.chalaco.app.study;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.tuning.RankedPlan;

/** The experiment as one page that opens offline: the table, every plan, and the curves. */
final class StudyReport {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 260;
    private static final int LEFT = 60;
    private static final int ROW = 16;

    private final StudySettings settings;
    private final List<StudyRow> rows;
    private final List<RankedPlan> ranking;
    private final List<String[]> curves;
    private final List<FinishedSearch> searches;
    private final StringBuilder page = new StringBuilder();

    StudyReport(
            StudySettings settings,
            List<StudyRow> rows,
            List<RankedPlan> ranking,
            List<String[]> curves,
            List<FinishedSearch> searches) {
        this.settings = settings;
        this.rows = rows;
        this.ranking = ranking;
        this.curves = curves;
        this.searches = searches;
    }

    String html() {
        page.append(
                """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>The Havana study, repeated</title>
                <style>body{font:15px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222}
                table{border-collapse:collapse}td,th{padding:.2em .7em;border-bottom:1px solid #ccc;text-align:right}
                td:first-child,th:first-child{text-align:left}svg{background:#fafafa;border:1px solid #ddd}</style></head><body>
                <h1>The Havana study, repeated</h1>
                """);
        add(
                "<p>%s. Delay is the time lost on the road and waiting outside in 300 s; &plusmn; is the 95 %% interval,",
                settings.fingerprint());
        add(
                " over %d fresh seeds for one plan and over searches for an algorithm.</p>",
                settings.seeds());
        table();
        cost();
        page.append("<h2>Every plan on fresh seeds</h2>\n");
        dots();
        for (SearchKind kind : SearchKind.values()) {
            curve(kind);
        }
        return page.append("</body></html>\n").toString();
    }

    private void add(String format, Object... values) {
        page.append(String.format(Locale.ROOT, format, values));
    }

    private void table() {
        page.append(
                "<table><tr><th>plans</th><th>n</th><th>delay, veh h</th><th>against uniform 10 s</th>"
                        + "<th>travel time, veh h</th><th>stops</th><th>study's fitness, s</th>"
                        + "<th>arrived</th><th>best and worst delay</th></tr>\n");
        for (StudyRow row : rows) {
            add(
                    "<tr><td>%s</td><td>%d</td><td>%s</td><td>%s %%</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%.2f, %.2f</td></tr>%n",
                    row.name(),
                    row.plans(),
                    text(row, StudyFigure.DELAY, 2),
                    StudyOutcome.plain(row.change(), 1, 100),
                    text(row, StudyFigure.TRAVEL_TIME, 2),
                    text(row, StudyFigure.STOPS, 0),
                    text(row, StudyFigure.STUDY_FITNESS, 2),
                    text(row, StudyFigure.ARRIVED, 0),
                    row.best(),
                    row.worst());
        }
        page.append("</table>\n");
    }

    private static String text(StudyRow row, StudyFigure figure, int digits) {
        return StudyOutcome.plain(row.figures().get(figure), digits, 1);
    }

    private void cost() {
        for (SearchKind kind : SearchKind.values()) {
            List<FinishedSearch> own = searches.stream().filter(s -> s.kind() == kind).toList();
            if (!own.isEmpty()) {
                add(
                        "<p>%s: %d searches, %d simulations, %.0f s on %d threads, %.0f CPU s; the study's authors needed 221 hours for 53 searches without replications.</p>%n",
                        kind.id(),
                        own.size(),
                        own.stream().mapToLong(FinishedSearch::simulations).sum(),
                        own.stream().mapToDouble(FinishedSearch::wallSeconds).sum(),
                        settings.threads(),
                        own.stream().mapToDouble(FinishedSearch::cpuSeconds).sum());
            }
        }
    }

    /** Delay of each plan with its interval, best on top. */
    private void dots() {
        double most = ranking.stream().mapToDouble(p -> p.score().high()).max().orElse(1);
        double scale = (WIDTH - 2 * LEFT - 40) / most;
        add("<svg width=\"%d\" height=\"%d\">%n", WIDTH, ROW * ranking.size() + 34);
        for (int k = 0; k < ranking.size(); k++) {
            RankedPlan plan = ranking.get(k);
            int y = 14 + ROW * k;
            double x = 2 * LEFT + scale * plan.score().mean();
            add("<text x=\"4\" y=\"%d\" font-size=\"11\">%s</text>", y + 4, plan.name());
            add(
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#777\"/>",
                    2 * LEFT + scale * plan.score().low(),
                    2 * LEFT + scale * plan.score().high(),
                    y,
                    y);
            add(
                    "<circle cx=\"%.1f\" cy=\"%d\" r=\"3\" fill=\"%s\"><title>%.2f veh h</title></circle>%n",
                    x, y, colour(plan.name()), plan.score().mean());
        }
        add(
                "<text x=\"%d\" y=\"%d\" font-size=\"11\">delay from 0 to %.1f veh h</text></svg>%n",
                2 * LEFT, ROW * ranking.size() + 28, most);
    }

    private static String colour(String name) {
        if (name.startsWith(SearchKind.STUDY.id())) {
            return "#c60";
        }
        return name.startsWith(SearchKind.OWN.id()) ? "#06c" : "#222";
    }

    /** Best and mean by generation, averaged over searches. */
    private void curve(SearchKind kind) {
        Map<Integer, double[]> sums = new TreeMap<>();
        for (String[] cells : curves) {
            if (cells[0].equals(kind.id())) {
                double[] sum = sums.computeIfAbsent(Integer.valueOf(cells[2]), g -> new double[4]);
                for (int k = 0; k < 3; k++) {
                    sum[k] += Double.parseDouble(cells[3 + k]);
                }
                sum[3]++;
            }
        }
        if (sums.size() < 2) {
            return;
        }
        add(
                "<h2>%s: best, mean and worst by generation, %s</h2>%n",
                kind.id(), kind.objective().unit());
        double most = sums.values().stream().mapToDouble(s -> s[2] / s[3]).max().orElse(1);
        add("<svg width=\"%d\" height=\"%d\">%n", WIDTH, HEIGHT);
        String[] colours = {"#06c", "#888", "#c60"};
        for (int k = 0; k < colours.length; k++) {
            StringBuilder points = new StringBuilder();
            int last = sums.size() - 1;
            int at = 0;
            for (double[] sum : sums.values()) {
                double x = LEFT + (WIDTH - LEFT - 20.0) * at++ / last;
                double y = HEIGHT - 20 - (HEIGHT - 40) * sum[k] / sum[3] / most;
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
            }
            add("<polyline fill=\"none\" stroke=\"%s\" points=\"%s\"/>%n", colours[k], points);
        }
        add(
                "<text x=\"4\" y=\"20\" font-size=\"11\">%.1f</text><text x=\"4\" y=\"%d\" font-size=\"11\">0</text></svg>%n",
                most, HEIGHT - 16);
    }
}
