package org.chalaco.app.cli;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.chalaco.app.imports.ImportedScenario;
import org.chalaco.app.imports.cityflow.CityFlowImport;
import org.chalaco.app.progress.Console;
import org.chalaco.formats.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chalaco import cityflow}: a scenario folder of a roadnet and a flow file. */
@Command(
        name = "cityflow",
        description = "Make a scenario folder of CityFlow's roadnet and flow files (JSON).")
public final class ImportCityFlowCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ROADNET", description = "The roadnet file.")
    private Path roadnet;

    @Parameters(index = "1", paramLabel = "FLOW", description = "The flow file.")
    private Path flow;

    @Parameters(index = "2", paramLabel = "OUT", description = "The scenario folder to write.")
    private Path out;

    @Option(
            names = "--phases",
            paramLabel = "K",
            split = ",",
            description =
                    "Light phases that become stages, counted from 0 as in the file. Default: all"
                            + " that open somebody.")
    private List<Integer> phases = new ArrayList<>();

    @Mixin private ImportOptions options = new ImportOptions();

    @Spec private CommandSpec spec;

    private final Console console;

    @Inject
    ImportCityFlowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        options.check(out, spec);
        Problems problems = new Problems();
        ImportedScenario scenario = CityFlowImport.read(roadnet, flow, phases, problems);
        return options.write(out, scenario, problems, console);
    }
}
