package org.chalaco.app.cli;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chalaco.app.bench.Bench;
import org.chalaco.app.bench.BenchPlan;
import org.chalaco.app.bench.BenchResult;
import org.chalaco.app.bench.EventsTo;
import org.chalaco.app.progress.Console;
import org.chalaco.app.run.FirstDay;
import org.chalaco.app.run.ScenarioTraffic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chalaco bench}: how fast the mobsim is on the first day of a scenario. */
@Command(
        name = "bench",
        description =
                "Run the first day of a scenario through the mobsim alone and measure it: no"
                        + " replanning, no output folder.")
public final class BenchCommand implements Callable<Integer> {

    @Mixin private ScenarioOptions scenario = new ScenarioOptions();

    @Option(
            names = "--repeat",
            paramLabel = "K",
            defaultValue = "1",
            description = "Runs that count (${DEFAULT-VALUE}).")
    private int repeats;

    @Option(
            names = "--warmup",
            paramLabel = "W",
            description = "Runs before them that do not; default: 1 if K > 1, else 0.")
    private Integer warmups;

    @Option(
            names = "--events",
            paramLabel = "WHERE",
            defaultValue = "hash",
            description =
                    "Where events go: none, hash (a digest) or file (a temporary MATSim events"
                            + " file). Default: ${DEFAULT-VALUE}.")
    private EventsTo events;

    @Option(names = "--no-events", description = "The same as --events none.")
    private boolean noEvents;

    @Option(
            names = "--no-memory",
            description = "Leave out the last run, which measures the memory of the mobsim.")
    private boolean noMemory;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the results and their units as JSON.")
    private Path json;

    @Spec private CommandSpec spec;

    private final Console console;
    private final FirstDay firstDay;

    @Inject
    BenchCommand(Console console, FirstDay firstDay) {
        this.console = console;
        this.firstDay = firstDay;
    }

    @Override
    public Integer call() throws IOException {
        BenchPlan plan = plan();
        ScenarioTraffic traffic = firstDay.of(scenario.request(null, null, false));
        if (traffic.warnings().warningCount() > 0) {
            ProblemPrinter.print(traffic.warnings(), console.err());
        }
        BenchResult result = new Bench(traffic, plan, console.err()).run();
        console.out().print(result.table());
        console.out().flush();
        if (json != null) {
            result.json().write(json);
        }
        return ExitCode.OK;
    }

    private BenchPlan plan() {
        int before = warmups != null ? warmups : repeats > 1 ? 1 : 0;
        try {
            return new BenchPlan(repeats, before, noEvents ? EventsTo.NONE : events, !noMemory);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
