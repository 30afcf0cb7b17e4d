package org.chalaco.app.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.output.ResultsJson;
import org.chalaco.tuning.evaluation.Interval;

/**
 * What the experiment came to.
 *
 * @param rows the table; empty if it was stopped
 * @param searches that are done
 * @param folder where it lies
 * @param interrupted whether someone stopped it
 */
public record StudyOutcome(
        List<StudyRow> rows, List<FinishedSearch> searches, Path folder, boolean interrupted) {

    public StudyOutcome {
        rows = List.copyOf(rows);
        searches = List.copyOf(searches);
    }

    static StudyOutcome stopped(List<FinishedSearch> searches, Path folder) {
        return new StudyOutcome(List.of(), searches, folder, true);
    }

    /** The table as text, or how to go on. */
    public String table() {
        if (interrupted) {
            return "Stopped; searches that are done: %d. The same command with --resume goes on.%n"
                    .formatted(searches.size());
        }
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        "%-12s %5s %16s %18s %16s %16s %14s%n",
                        "plans",
                        "n",
                        "delay veh h",
                        "vs uniform 10 s",
                        "travel time",
                        "study's fitness",
                        "arrived"));
        rows.forEach(row -> text.append(line(row)));
        text.append(
                String.format(
                        Locale.ROOT,
                        "Searches: %d, %d simulations, %.0f s, %.0f CPU s%nReport: %s%n",
                        searches.size(),
                        searches.stream().mapToLong(FinishedSearch::simulations).sum(),
                        seconds(false),
                        seconds(true),
                        folder.resolve(StudyFiles.REPORT)));
        return text.toString();
    }

    private static String line(StudyRow row) {
        return String.format(
                Locale.ROOT,
                "%-12s %5d %16s %18s %16s %16s %14s%n",
                row.name(),
                row.plans(),
                plain(row.figures().get(StudyFigure.DELAY), 2, 1),
                plain(row.change(), 1, 100) + " %",
                plain(row.figures().get(StudyFigure.TRAVEL_TIME), 2, 1),
                plain(row.figures().get(StudyFigure.STUDY_FITNESS), 2, 1),
                plain(row.figures().get(StudyFigure.ARRIVED), 0, 1));
    }

    private double seconds(boolean cpu) {
        return searches.stream().mapToDouble(s -> cpu ? s.cpuSeconds() : s.wallSeconds()).sum();
    }

    static String plain(Interval value, int digits, double factor) {
        String format = "%." + digits + "f ± %." + digits + "f";
        return String.format(
                Locale.ROOT, format, factor * value.mean(), factor * value.halfWidth());
    }

    /** The table as JSON. */
    public ResultsJson json() {
        ResultsJson json = new ResultsJson("study", ChalacoVersion.current());
        json.put("searches", searches.size(), "-");
        json.put("wallSeconds", seconds(false), "s");
        json.put("cpuSeconds", seconds(true), "s");
        json.put(
                "simulations", searches.stream().mapToLong(FinishedSearch::simulations).sum(), "-");
        for (StudyRow row : rows) {
            row.figures()
                    .forEach(
                            (figure, value) ->
                                    put(
                                            json,
                                            row.name() + "." + figure.id(),
                                            value,
                                            figure.unit()));
            put(json, row.name() + ".changeOfDelayAgainstUniform10", row.change(), "-");
            json.put(row.name() + ".bestPlanDelay", row.best(), "veh h");
            json.put(row.name() + ".worstPlanDelay", row.worst(), "veh h");
        }
        return json;
    }

    private static void put(ResultsJson json, String name, Interval value, String unit) {
        json.put(name, value.mean(), unit);
        json.put(name + ".halfWidth95", value.halfWidth(), unit);
    }
}
