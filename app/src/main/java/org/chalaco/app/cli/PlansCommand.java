package org.chalaco.app.cli;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.output.ResultsJson;
import org.chalaco.app.progress.Console;
import org.chalaco.app.tune.PlanDifferences;
import org.chalaco.app.tune.PlanDifferences.Difference;
import org.chalaco.formats.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chalaco plans}: looks at signal plans. */
@Command(
        name = "plans",
        description = "Look at signal plans.",
        subcommands = PlansCommand.DiffCommand.class)
public final class PlansCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about the plans? Maybe diff?");
    }

    /** {@code chalaco plans diff}: what differs between two files of plans. */
    @Command(
            name = "diff",
            description = "Tell what differs between two sets of signal plans, second by second.")
    public static final class DiffCommand implements Callable<Integer> {

        @Parameters(
                index = "0",
                paramLabel = "BEFORE",
                description = "A signalControl.xml, or a folder that holds one.")
        private Path before;

        @Parameters(index = "1", paramLabel = "AFTER", description = "Another one.")
        private Path after;

        @Option(
                names = "--json",
                paramLabel = "FILE",
                description = "Write the differences as JSON.")
        private Path json;

        private final Console console;

        @Inject
        DiffCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            Problems problems = new Problems();
            List<Difference> differences = PlanDifferences.of(before, after, problems);
            problems.throwIfErrors();
            console.out().print(PlanDifferences.text(differences));
            console.out().flush();
            if (json != null) {
                json(differences).write(json);
            }
            return ExitCode.OK;
        }

        private static ResultsJson json(List<Difference> differences) {
            ResultsJson json =
                    new ResultsJson("plans diff", ChalacoVersion.current())
                            .put("differenceCount", differences.size(), "-");
            var list = json.results().putArray("differences");
            for (Difference d : differences) {
                var row = list.addObject();
                row.put("system", d.system()).put("group", d.group()).put("what", d.what());
                put(row, "before", d.before());
                put(row, "after", d.after());
            }
            json.units().putObject("differences").put("before", "s").put("after", "s");
            return json;
        }

        private static void put(
                com.fasterxml.jackson.databind.node.ObjectNode row, String name, double value) {
            if (Double.isNaN(value)) {
                row.putNull(name);
            } else {
                row.put(name, value);
            }
        }
    }
}
