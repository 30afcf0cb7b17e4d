package org.chalaco.app.run;

import java.io.IOException;
import org.chalaco.app.agents.SignalRuns;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.app.progress.Console;
import org.chalaco.app.progress.RunProgress;
import org.chalaco.app.run.Interruption.RunInterrupted;
import org.chalaco.day2day.DayToDay;
import org.chalaco.day2day.LoopState;
import org.chalaco.day2day.MissingVehicleException;
import org.chalaco.formats.InvalidInputException;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.Config;

/** A checked scenario while its days pass, and what is left when they have. Serves one run. */
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
                .vehicleBehavior(scenario.settings().vehicleBehavior())
                .wrongRoutes(scenario.settings().wrongRoutes())
                .transit(scenario.transit())
                .road(scenario.program())
                .signals(scenario.signals())
                .parameters(scenario.loop());
    }

    /**
     * Lets the days pass.
     *
     * @param request what was asked for; if it resumes, the folder holds the days before
     * @param start state to start from
     * @param startNanos when the command began, for the time it took
     */
    RunOutcome run(RunRequest request, LoopState start, long startNanos) throws IOException {
        interruption.listen();
        FinalFiles files = new FinalFiles(scenario, folder, effective);
        SavedRun.writeConfig(folder, effective);
        files.writeInputs();
        try (RunProgress progress =
                        RunProgress.on(
                                ScenarioRun.shape(scenario, start),
                                console.terminal(),
                                console.err());
                SignalRuns signals =
                        new SignalRuns(
                                scenario.control(),
                                scenario.network(),
                                scenario.signals(),
                                scenario.mobsim().seed(),
                                folder.root(),
                                console.err())) {
            WatchedMobsim mobsim = new WatchedMobsim(scenario, progress, interruption, signals);
            RunOutput output =
                    new RunOutput(
                            scenario, folder, mobsim, progress, ScenarioRun.filmStart(scenario));
            output.begins();
            if (request.resume()) {
                output.resume(start);
            }
            boolean interrupted = !passDays(start, mobsim, output);
            signals.writeFiles();
            String resuming = interrupted ? request.resuming(folder.root()) : null;
            return finish(
                    files,
                    output,
                    new RunSummary(
                            scenario, folder, resuming, startNanos, signals.summary().orElse("")));
        }
    }

    /** Whether all days passed. */
    private boolean passDays(LoopState start, WatchedMobsim mobsim, RunOutput output)
            throws IOException {
        try {
            loop(scenario).mobsim(mobsim).listener(output).resume(start);
            return true;
        } catch (RunInterrupted e) {
            output.giveUpIteration();
            return false;
        } catch (MissingVehicleException e) {
            output.giveUpIteration();
            Problems problems = new Problems();
            problems.add(NamedProblem.of(e.getMessage()));
            throw new InvalidInputException(problems);
        }
    }

    /** Writes the results of the last complete day; after Ctrl-C that is not the last one. */
    private static RunOutcome finish(FinalFiles files, RunOutput output, RunSummary summary)
            throws IOException {
        output.saveState();
        if (output.state() == null) {
            return RunSummary.nothingSaved();
        }
        if (output.kpis() != null) {
            files.writeResults(output.state(), output.kpis(), output.capacities());
            files.writeEmissions(output.emissions());
            output.writeCounts();
            files.writeReport(output);
        }
        output.log().add(summary.interrupted() ? "stopped" : "done");
        return summary.outcome(output);
    }
}
