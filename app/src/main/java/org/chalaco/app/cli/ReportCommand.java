package org.chalaco.app.cli;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.app.output.ReportData;
import org.chalaco.app.output.ResultsJson;
import org.chalaco.app.progress.Console;
import org.chalaco.app.report.ReportWriter;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.network.NetworkReader;
import org.chalaco.mobsim.network.RoadNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chalaco report}: makes report.html again from what a run left. */
@Command(name = "report", description = "Make report.html again from an output folder.")
public final class ReportCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "Output folder of a run.")
    private Path folder;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where to write the report; default: report.html in the folder.")
    private Path output;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the results and their units as JSON.")
    private Path json;

    private final Console console;

    @Inject
    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        OutputFolder run = OutputFolder.of(folder);
        Problems problems = new Problems();
        Path network = run.file("output_network.xml.gz");
        for (Path needed : new Path[] {run.file(ReportData.FILE), network}) {
            if (!Files.isRegularFile(needed)) {
                problems.add(
                        ProblemType.NOT_AN_OUTPUT.error(
                                "",
                                needed.toString(),
                                "There is no file (%s).".formatted(needed),
                                "Maybe the run was interrupted, or this is not its output folder?"));
            }
        }
        problems.throwIfErrors();
        RoadNetwork roads = NetworkReader.read(network);
        Path target = output == null ? run.file("report.html") : output;
        new ReportWriter().write(ReportData.read(run, roads), target);
        console.out().println("Report: " + target);
        if (json != null) {
            new ResultsJson("report", ChalacoVersion.current())
                    .put("report", target.toString())
                    .put("size", Files.size(target), "B")
                    .write(json);
        }
        return ExitCode.OK;
    }
}
