package org.chalaco.app.cli;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chalaco.app.progress.Console;
import org.chalaco.app.run.Interruption;
import org.chalaco.app.run.RunOutcome;
import org.chalaco.app.run.ScenarioRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chalaco run}: simulates a scenario, writes everything, prints a short table. */
@Command(
        name = "run",
        description = "Simulate a scenario: as many days as its config says, vehicle by vehicle.",
        // A footer of one's own replaces the inherited one.
        footer = {
            ExitCode.HELP,
            "",
            "Ctrl-C leaves the report, the results and the state of the last complete iteration; the"
                    + " same command with --resume goes on from there, with the same results as a run"
                    + " that was never stopped."
        })
public final class RunCommand implements Callable<Integer> {

    @Mixin private RunOptions scenario = new RunOptions();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Output folder (controller.outputDirectory).")
    private Path output;

    @Option(
            names = "--overwrite",
            paramLabel = "POLICY",
            description =
                    "What to do with an existing output folder (controller.overwriteFiles):"
                            + " failIfDirectoryExists, deleteDirectoryIfExists or"
                            + " overwriteExistingFiles.")
    private String overwrite;

    @Option(
            names = "--resume",
            description = "Go on from the last iteration saved in the output folder.")
    private boolean resume;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the results and their units as JSON.")
    private Path json;

    private final Console console;
    private final ScenarioRun run;
    private final Interruption interruption;

    @Inject
    RunCommand(Console console, ScenarioRun run, Interruption interruption) {
        this.console = console;
        this.run = run;
        this.interruption = interruption;
    }

    @Override
    public Integer call() throws IOException {
        try {
            RunOutcome outcome = run.run(scenario.request(output, overwrite, resume));
            console.out().print(outcome.summary());
            console.out().flush();
            if (json != null) {
                outcome.json().write(json);
            }
            return outcome.interrupted() ? ExitCode.INTERRUPTED : ExitCode.OK;
        } finally {
            interruption.finished();
        }
    }
}
