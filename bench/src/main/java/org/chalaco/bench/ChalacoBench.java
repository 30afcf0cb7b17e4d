package org.chalaco.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code chalaco-bench}; everything is done by its commands. */
@Command(
        name = "chalaco-bench",
        description = "How fast Chalaco is, beside others and kernel by kernel.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            GridCommand.class,
            GridsCommand.class,
            KernelsCommand.class,
            NegotiationCommand.class,
            HelpCommand.class
        })
public final class ChalacoBench implements Runnable {

    @Spec private CommandSpec spec;

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /**
     * Runs one command inside this process.
     *
     * @return 0 if all went well, 1 if something broke or results were not the golden ones, 2 if
     *     the command is wrong
     */
    static int run(String... args) {
        return new CommandLine(new ChalacoBench()).setUsageHelpWidth(100).execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
