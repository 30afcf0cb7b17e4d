package org.chalaco.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.chalaco.bench.compare.GridComparison;
import org.chalaco.bench.golden.GoldenKpis;
import org.chalaco.bench.grid.StandardGrid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chalaco-bench grids}: the standard grids, us and SUMO in turn, one table. */
@Command(
        name = "grids",
        description =
                "Run the standard grids, and SUMO beside us where it is installed; write one table"
                        + " for this commit.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "%nExit codes:",
            "  0    done",
            "  1    our figures are not the golden ones, so nothing was written; or something broke",
            "  2    the command is wrong"
        })
final class GridsCommand implements Callable<Integer> {

    @Option(
            names = "--grids",
            paramLabel = "ID",
            split = ",",
            defaultValue = "grid-10x10-10k,grid-20x20-50k,grid-40x40-200k",
            description = "Which grids; default: ${DEFAULT-VALUE}.")
    private List<String> ids;

    @Option(
            names = "--repeat",
            paramLabel = "K",
            defaultValue = "3",
            description = "Runs that count (${DEFAULT-VALUE}).")
    private int repeats;

    @Option(
            names = "--warmup",
            paramLabel = "W",
            defaultValue = "2",
            description = "Runs of ours before each, in the same process (${DEFAULT-VALUE}).")
    private int warmups;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads of ours (${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--dt",
            paramLabel = "SECONDS",
            defaultValue = "0.5",
            description = "Time step of both (${DEFAULT-VALUE}).")
    private double stepSeconds;

    @Option(
            names = "--peer-grids",
            paramLabel = "ID",
            split = ",",
            defaultValue = "grid-10x10-10k",
            description = "Which of them SUMO runs too; default: ${DEFAULT-VALUE}.")
    private List<String> peerIds;

    @Option(names = "--no-peer", description = "Leave SUMO out.")
    private boolean noPeer;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            defaultValue = "bench/target/grids",
            description = "Where grids are written, once (${DEFAULT-VALUE}).")
    private Path work;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "bench/results",
            description = "Where the tables go (${DEFAULT-VALUE}).")
    private Path results;

    @Option(
            names = "--golden",
            paramLabel = "FILE",
            defaultValue = "bench/golden.json",
            description = "What our runs must come to (${DEFAULT-VALUE}).")
    private Path golden;

    @Option(
            names = "--update-golden",
            description = "Take what our runs come to as golden from now on.")
    private boolean updateGolden;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        GridComparison comparison =
                new GridComparison(
                        new GridComparison.Plan(
                                grids(ids),
                                noPeer ? List.of() : grids(peerIds),
                                repeats,
                                warmups,
                                threads,
                                stepSeconds),
                        work,
                        System.err);
        List<String> differences = comparison.run(GoldenKpis.read(golden), updateGolden);
        System.out.print(comparison.markdown());
        if (!differences.isEmpty()) {
            differences.forEach(System.err::println);
            System.err.println(
                    "No result: our figures are not the golden ones.\n"
                            + "Maybe something broke? If results were changed on purpose, add --update-golden.");
            return 1;
        }
        System.out.println("Table: " + comparison.write(results));
        return 0;
    }

    private List<StandardGrid> grids(List<String> ids) {
        List<StandardGrid> grids = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String id : ids) {
            StandardGrid grid = StandardGrid.find(id);
            if (grid == null) {
                wrong.add(id);
            } else {
                grids.add(grid);
            }
        }
        if (!wrong.isEmpty() || repeats < 1 || warmups < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There are no grids %s, or (%d) repeats after (%d) warm-ups measure nothing.%nMaybe some of %s?"
                            .formatted(
                                    wrong,
                                    repeats,
                                    warmups,
                                    Arrays.stream(StandardGrid.values())
                                            .map(StandardGrid::id)
                                            .toList()));
        }
        return grids;
    }
}
