package org.chalaco.app.cli;

import com.google.inject.Inject;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chalaco.agents.coordination.Roles;
import org.chalaco.agents.jade.JadeMember;
import org.chalaco.app.progress.Console;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chalaco agents}: lets signal agents of a run in another process live in this one. */
@Command(
        name = "agents",
        description = "Let signal agents of a run live in this process, until that run is over.")
public final class AgentsCommand implements Callable<Integer> {

    private static final Pattern FORM = Pattern.compile("([^:\\s]+):(\\d{1,5})");

    @Option(
            names = "--join",
            paramLabel = "HOST:PORT",
            required = true,
            description = "Where the run waits, as it says: this machine, 127.0.0.1:PORT.")
    private String join;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "Real time after which an agent is late. Default: ${DEFAULT-VALUE}.")
    private int timeout;

    private final Console console;

    @Inject
    AgentsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Problems problems = new Problems();
        Matcher parts = FORM.matcher(join);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535 || timeout < 1) {
            problems.error(
                    ProblemType.PARAMETER_VALUE,
                    "--join",
                    "The place (%s) is not HOST:PORT, or (%d s) is no time."
                            .formatted(join, timeout),
                    "Maybe --join 127.0.0.1:5555?");
        }
        problems.throwIfErrors();
        try {
            JadeMember member =
                    JadeMember.join(
                            parts.group(1),
                            Integer.parseInt(parts.group(2)),
                            1000L * timeout,
                            new Roles(),
                            Roles.descriptions());
            console.err().println("Joined " + join + ".");
            console.err().flush();
            member.awaitEnd();
            console.err().println("The run is over.");
            return ExitCode.OK;
        } catch (IllegalArgumentException | IllegalStateException e) {
            String[] lines = e.getMessage().split("\\R");
            problems.error(
                    ProblemType.PARAMETER_VALUE,
                    "--join",
                    lines[0],
                    lines.length > 1 ? lines[1] : "");
        }
        problems.throwIfErrors();
        return ExitCode.BAD_INPUT;
    }
}
