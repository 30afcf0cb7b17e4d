package org.chalaco.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chalaco import}: scenario folders from other programs' files; one subcommand a format. */
@Command(
        name = "import",
        description =
                "Make a scenario folder of another program's files; chalaco run runs it at once.",
        synopsisSubcommandLabel = "FORMAT",
        subcommands = {ImportOsmCommand.class, ImportCityFlowCommand.class})
public final class ImportCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Which format?%nMaybe chalaco import --help?".formatted());
    }
}
