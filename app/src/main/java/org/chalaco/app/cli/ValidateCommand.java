package org.chalaco.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.output.ResultsJson;
import org.chalaco.app.progress.Console;
import org.chalaco.app.run.ScenarioRun;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chalaco validate}: reads everything, runs nothing, lists all problems. */
@Command(
        name = "validate",
        description = "Check a scenario and list everything that is wrong with it at once.")
public final class ValidateCommand implements Callable<Integer> {

    @Mixin private DaysOptions scenario = new DaysOptions();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the problems as JSON.")
    private Path json;

    private final Console console;
    private final ScenarioRun run;

    @Inject
    ValidateCommand(Console console, ScenarioRun run) {
        this.console = console;
        this.run = run;
    }

    @Override
    public Integer call() throws IOException {
        Problems problems = run.validate(scenario.request(null, null, false));
        ProblemPrinter.print(problems, console.out());
        if (json != null) {
            json(problems).write(json);
        }
        return problems.hasErrors() ? ExitCode.BAD_INPUT : ExitCode.OK;
    }

    private static ResultsJson json(Problems problems) {
        ResultsJson json =
                new ResultsJson("validate", ChalacoVersion.current())
                        .put("errorCount", problems.errorCount(), "-")
                        .put("warningCount", problems.warningCount(), "-");
        add(json.results().putArray("errors"), problems.errors());
        add(json.results().putArray("warnings"), problems.warnings());
        return json;
    }

    private static void add(ArrayNode list, List<Problem> problems) {
        for (Problem problem : problems) {
            list.addObject()
                    .put("id", problem.id())
                    .put("file", problem.file())
                    .put("line", problem.line())
                    .put("element", problem.element())
                    .put("value", problem.value())
                    .put("message", problem.message())
                    .put("remedy", problem.remedy());
        }
    }
}
