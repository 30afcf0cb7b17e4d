package org.chalaco.app.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.chalaco.analysis.count.CountComparison;
import org.chalaco.analysis.kpi.Kpis;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.output.KpiFiles;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.app.output.ResultsJson;
import org.chalaco.app.report.Wording;
import org.chalaco.day2day.IterationResult;

/** What is said of a run when it is over: some lines for the screen, and JSON for scripts. */
final class RunSummary {

    private final Scenario scenario;
    private final OutputFolder folder;
    private final String resuming;
    private final long startNanos;
    private final String signals;

    /**
     * A summary.
     *
     * @param folder where everything was written
     * @param resuming the command that goes on, if the run was stopped before its last iteration;
     *     else null
     * @param startNanos when the command began
     * @param signals what their agents did, or an empty text
     */
    RunSummary(
            Scenario scenario,
            OutputFolder folder,
            String resuming,
            long startNanos,
            String signals) {
        this.scenario = scenario;
        this.folder = folder;
        this.resuming = resuming;
        this.startNanos = startNanos;
        this.signals = signals;
    }

    /** What is said when not even the first iteration was complete. */
    static RunOutcome nothingSaved() {
        return new RunOutcome(
                "Interrupted before the first iteration was complete; nothing to go on from.%n"
                        .formatted(),
                new ResultsJson("run", ChalacoVersion.current()).put("status", "interrupted"),
                true);
    }

    /** Whether the run was stopped before its last iteration. */
    boolean interrupted() {
        return resuming != null;
    }

    /** What the run came to; all its files are written. */
    RunOutcome outcome(RunOutput output) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        return new RunOutcome(text(output, seconds), json(output, seconds), interrupted());
    }

    private String text(RunOutput output, double seconds) {
        StringBuilder text = new StringBuilder();
        if (output.kpis() != null) {
            text.append('\n').append(output.kpis().summarize()).append('\n');
        }
        if (output.counts() != null) {
            text.append(counted(output.counts()));
        }
        text.append(signals);
        Wording sample = SampleNote.find(scenario.mobsim().sampleFactor());
        if (sample != null) {
            text.append("Sample, %s.%n".formatted(sample.en()));
        }
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s, seed %d: %.0f s; traffic alone %s%n",
                        scenario.title(),
                        scenario.mobsim().seed(),
                        seconds,
                        output.cost().text().en()));
        Path report = folder.file(FinalFiles.REPORT);
        text.append(
                Files.exists(report)
                        ? "Report: %s%n".formatted(report)
                        : "Output: %s%n".formatted(folder.root()));
        if (interrupted()) {
            text.append(
                    "Interrupted; iteration %d is saved, and the results are its results.%n"
                            .formatted(output.state().iteration()));
            text.append("Go on with:  %s%n".formatted(resuming));
        }
        return text.toString();
    }

    private static String counted(CountComparison counts) {
        if (counts.rows().isEmpty()) {
            return "Counts: none of their hours was simulated as a whole.%n".formatted();
        }
        return String.format(
                Locale.ROOT,
                "Counts: %.0f %% of %d station hours with a GEH below 5, mean GEH %.1f%n",
                100 * counts.shareGood(),
                counts.rows().size(),
                counts.meanGeh());
    }

    private ResultsJson json(RunOutput output, double seconds) {
        RunCost cost = output.cost();
        ResultsJson json =
                new ResultsJson("run", ChalacoVersion.current())
                        .put("status", interrupted() ? "interrupted" : "done")
                        .put("scenario", scenario.title())
                        .put("output", folder.root().toString())
                        .put("seed", scenario.mobsim().seed(), "-")
                        .put("iteration", output.state().iteration(), "-")
                        .put("sampleFactor", scenario.mobsim().sampleFactor(), "-")
                        .put("totalSeconds", seconds, "s")
                        .put("mobsimSeconds", cost.mobsimSeconds(), "s")
                        .put("vehicleUpdatesPerSecond", cost.vehicleUpdatesPerSecond(), "1/s")
                        .put("peakHeap", cost.peakHeap(), "B");
        if (output.kpis() != null) {
            putLastDay(json, output.kpis(), output.result());
        }
        if (output.counts() != null) {
            json.put("countedStationHours", output.counts().rows().size(), "-")
                    .put("shareGehBelow5", output.counts().shareGood(), "-")
                    .put("meanGeh", output.counts().meanGeh(), "-");
        }
        return json;
    }

    private static void putLastDay(ResultsJson json, Kpis kpis, IterationResult day) {
        KpiFiles.putTotal(json, kpis);
        json.put("score", day.scores().executed(), "-")
                .put("relativeGap", day.relativeGap(), "-")
                .put("peakVehiclesOnRoad", day.mobsim().peakVehiclesOnRoad(), "veh")
                .put("redLightsRun", day.mobsim().redLightsRun(), "-")
                .put("wrongLaneTurns", day.mobsim().wrongLaneTurns(), "-")
                .put("removedAsHopeless", day.mobsim().removedAsHopeless(), "veh");
    }
}
