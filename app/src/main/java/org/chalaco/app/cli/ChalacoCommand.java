package org.chalaco.app.cli;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command itself; everything is done by its subcommands. */
@Command(
        name = "chalaco",
        description = "Microscopic traffic for the MATSim ecosystem.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = VersionCommand.Provider.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        subcommands = {
            RunCommand.class,
            ValidateCommand.class,
            BenchCommand.class,
            TuneCommand.class,
            CompareCommand.class,
            PlansCommand.class,
            ReportCommand.class,
            AgentsCommand.class,
            ConvertCommand.class,
            WatchCommand.class,
            ImportCommand.class,
            DemandCommand.class,
            StudyCommand.class,
            SumoCommand.class,
            FilmCommand.class,
            TrainCommand.class,
            VersionCommand.class,
            HelpCommand.class,
            GenerateCompletion.class
        },
        footerHeading = "%nExit codes:%n",
        footer = {ExitCode.HELP, "%nStart with:  chalaco run callao"})
public final class ChalacoCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where in the program something broke.")
    private boolean stacktrace;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
