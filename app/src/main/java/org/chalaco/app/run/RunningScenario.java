package org.chalaco.app.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.chalaco.analysis.kpi.Kpis;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.output.KpiFiles;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.app.output.ResultsJson;
import org.chalaco.app.progress.Console;
import org.chalaco.app.progress.RunProgress;
import org.chalaco.app.report.Wording;
import org.chalaco.app.run.Interruption.RunInterrupted;
import org.chalaco.day2day.DayToDay;
import org.chalaco.day2day.LoopState;
import org.chalaco.formats.config.Config;

/** A checked scenario while its days pass. Serves one run. */
final class RunningScenario {

    private final Scenario scenario;
    private final OutputFolder folder;
    private final Config effective;
    private final Console console;
    private final Interruption interruption;

    RunningScenario(
            Scenario scenario,
            OutputFolder folder,
            Config effective,
            Console console,
            Interruption interruption) {
        this.scenario = scenario;
        this.folder = folder;
        this.effective = effective;
        this.console = console;
        this.interruption = interruption;
    }

    /** The loop of a scenario, without mobsim and listener yet. */
    static DayToDay loop(Scenario scenario) {
        return DayToDay.on(scenario.network())
                .persons(scenario.persons())
                .fleet(scenario.fleet())
                .signals(scenario.signals())
                .parameters(scenario.loop());
    }

    /**
     * Lets the days pass.
     *
     * @param resumed whether the folder holds the days before
     * @param start state to start from
     * @param startNanos when the command began, for the time it took
     */
    RunOutcome run(boolean resumed, LoopState start, long startNanos) throws IOException {
        interruption.listen();
        FinalFiles files = new FinalFiles(scenario, folder, effective);
        SavedRun.writeConfig(folder, effective);
        files.writeInputs();
        try (RunProgress progress =
                RunProgress.on(
                        ScenarioRun.shape(scenario, start), console.terminal(), console.err())) {
            WatchedMobsim mobsim = new WatchedMobsim(scenario, progress, interruption);
            RunOutput output =
                    new RunOutput(
                            scenario, folder, mobsim, progress, ScenarioRun.filmStart(scenario));
            output.begins();
            if (resumed) {
                output.resume(start);
            }
            boolean interrupted = !passDays(start, mobsim, output);
            return finish(files, output, interrupted, startNanos);
        }
    }

    /** Whether all days passed. */
    private boolean passDays(LoopState start, WatchedMobsim mobsim, RunOutput output) {
        try {
            loop(scenario).mobsim(mobsim).listener(output).resume(start);
            return true;
        } catch (RunInterrupted e) {
            output.giveUpIteration();
            return false;
        }
    }

    private RunOutcome finish(
            FinalFiles files, RunOutput output, boolean interrupted, long startNanos)
            throws IOException {
        output.saveState();
        if (output.state() == null) {
            return nothingSaved();
        }
        files.writeResults(output.state(), output.kpis());
        Path report = output.recording() == null ? null : files.writeReport(output);
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        output.log().add(interrupted ? "stopped" : "done");
        return new RunOutcome(
                summary(output, report, interrupted, seconds),
                json(output, interrupted, seconds),
                interrupted);
    }

    private RunOutcome nothingSaved() {
        return new RunOutcome(
                "Interrupted before the first iteration was complete; nothing to go on from.%n"
                        .formatted(),
                new ResultsJson("run", ChalacoVersion.current()).put("status", "interrupted"),
                true);
    }

    private String summary(RunOutput output, Path report, boolean interrupted, double seconds) {
        StringBuilder text = new StringBuilder();
        if (output.kpis() != null) {
            text.append('\n').append(output.kpis().summarize()).append('\n');
        }
        Wording sample = SampleNote.find(scenario.mobsim().sampleFactor());
        if (sample != null) {
            text.append("Sample, %s.%n".formatted(sample.en()));
        }
        if (interrupted) {
            text.append(
                    "Interrupted; iteration %d is saved in %s. Go on with --resume.%n"
                            .formatted(output.state().iteration(), folder.root()));
            return text.toString();
        }
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s, seed %d: %.0f s; traffic alone %s%n",
                        scenario.title(),
                        scenario.mobsim().seed(),
                        seconds,
                        output.cost().text().en()));
        text.append(
                report == null
                        ? "Output: %s%n".formatted(folder.root())
                        : "Report: %s%n".formatted(report));
        return text.toString();
    }

    private ResultsJson json(RunOutput output, boolean interrupted, double seconds) {
        RunCost cost = output.cost();
        ResultsJson json =
                new ResultsJson("run", ChalacoVersion.current())
                        .put("status", interrupted ? "interrupted" : "done")
                        .put("scenario", scenario.title())
                        .put("output", folder.root().toString())
                        .put("seed", scenario.mobsim().seed(), "-")
                        .put("iteration", output.state().iteration(), "-")
                        .put("sampleFactor", scenario.mobsim().sampleFactor(), "-")
                        .put("totalSeconds", seconds, "s")
                        .put("mobsimSeconds", cost.mobsimSeconds(), "s")
                        .put("vehicleUpdatesPerSecond", cost.vehicleUpdatesPerSecond(), "1/s")
                        .put("peakHeap", cost.peakHeap(), "B");
        Kpis kpis = output.kpis();
        if (kpis != null) {
            KpiFiles.putTotal(json, kpis);
            json.put("score", output.result().scores().executed(), "-")
                    .put("relativeGap", output.result().relativeGap(), "-")
                    .put("peakVehiclesOnRoad", output.result().mobsim().peakVehiclesOnRoad(), "veh")
                    .put("redLightsRun", output.result().mobsim().redLightsRun(), "-")
                    .put("wrongLaneTurns", output.result().mobsim().wrongLaneTurns(), "-")
                    .put("removedAsHopeless", output.result().mobsim().removedAsHopeless(), "veh");
        }
        return json;
    }
}
