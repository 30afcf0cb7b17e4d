package org.chalaco.app.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.formats.signals.SignalFiles;
import org.chalaco.formats.signals.SignalsWriter;
import org.chalaco.tuning.RankedPlan;
import org.chalaco.tuning.evaluation.Interval;
import org.chalaco.tuning.problem.TuningProblem;

/**
 * Results of the experiment: {@code results.csv} with the table, {@code plans.csv} with every plan,
 * {@code report.html}, and the best plans as MATSim signals in {@code best}.
 */
final class StudyFiles {

    static final String REPORT = "report.html";

    private final StudyFolder folder;
    private final TuningProblem problem;

    StudyFiles(StudyFolder folder, TuningProblem problem) {
        this.folder = folder;
        this.problem = problem;
    }

    void write(StudySettings settings, List<StudyRow> rows, List<RankedPlan> ranking)
            throws IOException {
        Path root = folder.root();
        OutputFolder.writeText(root.resolve("results.csv"), results(rows));
        OutputFolder.writeText(root.resolve("plans.csv"), plans(ranking));
        Path best = Files.createDirectories(root.resolve("best"));
        SignalsWriter.write(SignalFiles.inFolder(best), problem.systems(ranking.get(0).plans()));
        OutputFolder.writeText(
                root.resolve(REPORT),
                new StudyReport(settings, rows, ranking, folder.curves(), folder.finished())
                        .html());
    }

    private static String results(List<StudyRow> rows) {
        List<String> header = new ArrayList<>(List.of("plans", "n"));
        for (StudyFigure figure : StudyFigure.values()) {
            header.add(figure.id() + " (" + figure.unit() + ")");
            header.add(figure.id() + " half width 95 %");
        }
        header.addAll(List.of("change of delay against uniform-10 (-)", "half width 95 %"));
        header.addAll(List.of("best plan's delay (veh h)", "worst plan's delay (veh h)"));
        StringBuilder text = new StringBuilder(String.join(",", header)).append('\n');
        for (StudyRow row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.name(), row.plans() + ""));
            row.figures().values().forEach(value -> add(cells, value));
            add(cells, row.change());
            cells.add(number(row.best()));
            cells.add(number(row.worst()));
            text.append(String.join(",", cells)).append('\n');
        }
        return text.toString();
    }

    private static void add(List<String> cells, Interval value) {
        cells.add(number(value.mean()));
        cells.add(number(value.halfWidth()));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.5f", value);
    }

    private static String plans(List<RankedPlan> ranking) {
        StringBuilder text = new StringBuilder("plan");
        for (StudyFigure figure : StudyFigure.values()) {
            text.append(",%s (%s)".formatted(figure.id(), figure.unit()));
        }
        text.append(",delay half width 95 %\n");
        for (RankedPlan plan : ranking) {
            text.append(plan.name());
            for (StudyFigure figure : StudyFigure.values()) {
                text.append(',').append(number(mean(plan, figure)));
            }
            text.append(',').append(number(plan.score().halfWidth())).append('\n');
        }
        return text.toString();
    }

    private static double mean(RankedPlan plan, StudyFigure figure) {
        return plan.replications().stream().mapToDouble(figure::of).average().orElse(Double.NaN);
    }
}
