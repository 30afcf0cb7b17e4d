package org.chalaco.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.chalaco.app.imports.ImportedFolder;
import org.chalaco.app.imports.ImportedScenario;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.output.ResultsJson;
import org.chalaco.app.progress.Console;
import org.chalaco.formats.Problems;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What all imports share: whether the folder may be written, and what is told about it. */
final class ImportOptions {

    @Option(names = "--force", description = "Write into a folder that is not empty.")
    private boolean force;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the results and their units as JSON.")
    private Path json;

    /** Refuses a folder that holds something. */
    void check(Path out, CommandSpec spec) throws IOException {
        if (!force && ImportedFolder.isTaken(out)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The folder (%s) is not empty.%nMaybe add --force?".formatted(out));
        }
    }

    /** Writes the folder and says what is in it. */
    int write(Path out, ImportedScenario scenario, Problems problems, Console console)
            throws IOException {
        ImportedFolder.write(out, scenario);
        console.err().print(problems.text());
        console.out()
                .printf(
                        "%s: %d links, %d signals, %d vehicles%nRun it:  chalaco run %s%n",
                        out,
                        scenario.network().linkCount(),
                        scenario.signals().size(),
                        scenario.persons().size(),
                        out);
        console.out().flush();
        if (json != null) {
            new ResultsJson("import", ChalacoVersion.current())
                    .put("output", out.toString())
                    .put("links", scenario.network().linkCount(), "-")
                    .put("signals", scenario.signals().size(), "-")
                    .put("vehicles", scenario.persons().size(), "-")
                    .write(json);
        }
        return ExitCode.OK;
    }
}
