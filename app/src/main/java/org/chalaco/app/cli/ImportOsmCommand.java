package org.chalaco.app.cli;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.app.output.ResultsJson;
import org.chalaco.app.progress.Console;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.RunSettings.OverwriteFiles;
import org.chalaco.scenario.osm.Guess;
import org.chalaco.scenario.osm.OsmImport;
import org.chalaco.scenario.osm.OsmNetwork;
import org.chalaco.scenario.osm.OsmOptions;
import org.chalaco.scenario.osm.OsmScenario;
import org.chalaco.scenario.osm.OsmScenarioFiles;
import org.chalaco.scenario.osm.UtmProjection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chalaco import osm}: a town from OpenStreetMap as a scenario that runs at once. */
@Command(
        name = "osm",
        description =
                "Make a scenario of a file of OpenStreetMap: roads, turns and signals of the map, with"
                        + " signal plans proposed and traffic made up, so that it runs at once. What was"
                        + " guessed is listed in guesses.csv.")
public final class ImportOsmCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "OpenStreetMap as .osm, .osm.xml, .osm.gz or .osm.pbf.")
    private Path file;

    @Parameters(index = "1", paramLabel = "OUT", description = "Scenario folder to make.")
    private Path output;

    @Option(
            names = "--crs",
            paramLabel = "EPSG:CODE",
            description =
                    "UTM zone of the network (EPSG:326xx or 327xx); default: that of the map's middle.")
    private String crs;

    @Option(
            names = "--clip",
            description = "Cut ways whose nodes are not all in the file, instead of refusing them.")
    private boolean clip;

    @Option(names = "--service", description = "Take service roads, too.")
    private boolean service;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "4711",
            description = "Seed of the made-up traffic and offsets (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--force", description = "Write into a folder that is not empty.")
    private boolean force;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the results and their units as JSON.")
    private Path json;

    @Spec private CommandSpec spec;

    private final Console console;

    @Inject
    ImportOsmCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        OsmOptions options = new OsmOptions(projection(), clip, service);
        checkOutput();
        Problems problems = new Problems();
        say("reading %s", file);
        OsmNetwork roads = OsmImport.read(file, options, problems);
        say("designing signals and traffic for %d links", roads.network().linkCount());
        OsmScenario scenario = OsmScenario.of(roads, seed);
        OsmScenarioFiles.write(scenario, output, String.valueOf(file.getFileName()));
        ProblemPrinter.print(problems, console.err());
        summarize(scenario);
        if (json != null) {
            json(scenario).write(json);
        }
        return ExitCode.OK;
    }

    private void say(String text, Object value) {
        console.err().printf(text + "%n", value);
        console.err().flush();
    }

    private void checkOutput() throws IOException {
        OverwriteFiles policy =
                force
                        ? OverwriteFiles.OVERWRITE_EXISTING_FILES
                        : OverwriteFiles.FAIL_IF_DIRECTORY_EXISTS;
        if (OutputFolder.findObstacle(output, policy) != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The folder (%s) is in use.%nMaybe add --force?".formatted(output));
        }
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

    private void summarize(OsmScenario scenario) {
        console.out().printf("projection: %s%n", scenario.roads().projection().code());
        scenario.figures().forEach((name, value) -> console.out().printf("%s: %,d%n", name, value));
        Map<String, Long> guessed = new TreeMap<>();
        for (Guess g : scenario.guesses()) {
            guessed.merge(g.what(), 1L, Long::sum);
        }
        console.out()
                .printf(
                        Locale.ROOT,
                        "guessed, see %s: %s%n",
                        output.resolve("guesses.csv"),
                        guessed);
        console.out().printf("The traffic is made up. Run it with: chalaco run %s%n", output);
        console.out().flush();
    }

    private ResultsJson json(OsmScenario scenario) {
        ResultsJson results = new ResultsJson("import osm", ChalacoVersion.current());
        results.put("output", output.toString());
        results.put("crs", scenario.roads().projection().code());
        scenario.figures().forEach((name, value) -> results.put(name, value, "-"));
        results.put("guesses", scenario.guesses().size(), "-");
        return results;
    }
}
