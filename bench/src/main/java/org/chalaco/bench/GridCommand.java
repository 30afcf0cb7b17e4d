package org.chalaco.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chalaco.bench.grid.NeutralGrid;
import org.chalaco.bench.grid.NeutralGrid.Size;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chalaco-bench grid}: writes one neutral grid. */
@Command(
        name = "grid",
        description = "Write a neutral grid of any size: tables and MATSim files.",
        mixinStandardHelpOptions = true)
final class GridCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FOLDER", description = "Where to write.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "COLUMNS", description = "Nodes from west to east.")
    private int columns;

    @Parameters(index = "2", paramLabel = "ROWS", description = "Nodes from south to north.")
    private int rows;

    @Parameters(index = "3", paramLabel = "TRIPS", description = "Vehicles.")
    private int trips;

    @Parameters(index = "4", paramLabel = "PERIOD", description = "Seconds they depart within.")
    private int period;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "" + Size.SEED,
            description = "Seed of the trips (${DEFAULT-VALUE}).")
    private int seed;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        NeutralGrid.of(size()).write(folder);
        System.out.println(folder);
        return 0;
    }

    private Size size() {
        try {
            return new Size(columns, rows, trips, period, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
