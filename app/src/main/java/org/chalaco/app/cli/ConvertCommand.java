package org.chalaco.app.cli;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chalaco.app.convert.Conversion;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.output.ResultsJson;
import org.chalaco.app.progress.Console;
import org.chalaco.scenario.osm.UtmProjection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chalaco convert}: MATSim files as tables and maps for other programs. */
@Command(
        name = "convert",
        description = "Make a table or a map of a MATSim file, chosen by the ending of OUTPUT.",
        // A footer of one's own replaces the inherited one.
        footer = {
            ExitCode.HELP,
            "",
            "Conversions:",
            "  network  ->  .csv, .geojson",
            "  plans    ->  .csv (with --network)",
            "  events   ->  .csv",
            "  any .gz  <-> plain"
        })
public final class ConvertCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "INPUT", description = "A MATSim file, gzipped or not.")
    private Path input;

    @Parameters(index = "1", paramLabel = "OUTPUT", description = "The file to write.")
    private Path output;

    @Option(
            names = "--network",
            paramLabel = "FILE",
            description = "The network that the plans refer to.")
    private Path network;

    @Option(
            names = "--crs",
            paramLabel = "EPSG:CODE",
            description =
                    "UTM zone of the coordinates (EPSG:326xx or 327xx); GeoJSON is then in degrees.")
    private String crs;

    @Option(names = "--force", description = "Write over an existing file.")
    private boolean force;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the results and their units as JSON.")
    private Path json;

    @Spec private CommandSpec spec;

    private final Console console;

    @Inject
    ConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (Files.exists(output) && !force) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The file (%s) exists already.%nMaybe add --force?".formatted(output));
        }
        long count = new Conversion(input, output, network, projection()).convert();
        console.out().printf("%s: %d%n", output, count);
        if (json != null) {
            new ResultsJson("convert", ChalacoVersion.current())
                    .put("output", output.toString())
                    .put("rows", count, "-")
                    .write(json);
        }
        return ExitCode.OK;
    }

    private UtmProjection projection() {
        if (crs == null) {
            return null;
        }
        return UtmProjection.find(crs)
                .orElseThrow(
                        () ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "The reference system (%s) is not UTM on WGS 84.%nMaybe EPSG:32718?"
                                                .formatted(crs)));
    }
}
