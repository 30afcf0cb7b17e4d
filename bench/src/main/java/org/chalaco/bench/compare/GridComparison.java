package org.chalaco.bench.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.app.run.FirstDay;
import org.chalaco.app.run.RunRequest;
import org.chalaco.app.run.ScenarioReader;
import org.chalaco.app.run.ScenarioTraffic;
import org.chalaco.bench.golden.GoldenKpis;
import org.chalaco.bench.grid.StandardGrid;
import org.chalaco.bench.sumo.Sumo;

/**
 * Runs the standard grids through us and through SUMO where it is installed, in turn, and writes
 * the table. Speed without the same results is no result: our figures are held against the golden
 * ones first.
 */
public final class GridComparison {

    /**
     * What to run.
     *
     * @param grids in this order
     * @param peerGrids those of them that SUMO runs too, if it is there
     * @param repeats of each simulator on each grid
     * @param warmups runs of ours before each that counts
     * @param threads of ours
     * @param stepSeconds length of a step of both, s
     */
    public record Plan(
            List<StandardGrid> grids,
            List<StandardGrid> peerGrids,
            int repeats,
            int warmups,
            int threads,
            double stepSeconds) {

        public Plan {
            grids = List.copyOf(grids);
            peerGrids = List.copyOf(peerGrids);
        }
    }

    private final Plan plan;
    private final Path work;
    private final PrintStream progress;
    private final OurRun ours;
    private final ResultTable table = new ResultTable();

    /**
     * A comparison that has not begun.
     *
     * @param work folder for grids and the peer's files; grids that are there are used again
     * @param progress takes a line for every run
     */
    public GridComparison(Plan plan, Path work, PrintStream progress) {
        this.plan = plan;
        this.work = work;
        this.progress = progress;
        ours = new OurRun(plan.stepSeconds(), plan.threads(), plan.warmups());
    }

    /**
     * Runs everything.
     *
     * @param golden figures that ours must come to
     * @param update whether ours are the golden ones from now on
     * @return what differs from the golden figures; none if the table is a result
     */
    public List<String> run(GoldenKpis golden, boolean update) throws IOException {
        String peer = plan.peerGrids().isEmpty() ? null : Sumo.findVersion();
        List<String> differences = new ArrayList<>();
        for (StandardGrid grid : plan.grids()) {
            Path folder = grid.folderIn(work);
            boolean withPeer = peer != null && plan.peerGrids().contains(grid);
            Sumo sumo = withPeer ? prepare(grid, folder) : null;
            for (int repeat = 1; repeat <= plan.repeats(); repeat++) {
                JsonNode results = ours.run(folder);
                if (repeat == 1 && update) {
                    golden.update(grid.id(), results);
                }
                differences.addAll(golden.differences(grid.id(), results));
                add(repeat, ours.measurement(grid.id(), results));
                if (sumo != null) {
                    add(repeat, measurement(grid, peer, sumo.run()));
                }
            }
        }
        return differences.stream().distinct().toList();
    }

    private Sumo prepare(StandardGrid grid, Path folder) throws IOException {
        RunRequest request =
                new RunRequest(
                        folder.toString(),
                        null,
                        Map.of("chalaco.timeStep", Double.toString(plan.stepSeconds())),
                        List.of(),
                        null,
                        null,
                        false);
        ScenarioTraffic traffic = new FirstDay(new ScenarioReader(null)).of(request);
        return Sumo.prepare(traffic, work.resolve("sumo").resolve(grid.id()));
    }

    private Measurement measurement(StandardGrid grid, String peer, Sumo.Outcome run) {
        return new Measurement(
                grid.id(),
                peer,
                run.arrived(),
                run.teleported(),
                run.vehicleSeconds() / plan.stepSeconds(),
                plan.stepSeconds(),
                run.meanTripSeconds(),
                run.cpuSeconds(),
                run.wallSeconds(),
                run.peakBytes());
    }

    private void add(int repeat, Measurement m) {
        table.add(m);
        progress.printf(
                Locale.ROOT,
                "%s, %s, repeat %d: %.2f CPU s, %.2f million updates per CPU s, mean trip %.1f s%n",
                m.grid(),
                m.simulator(),
                repeat,
                m.cpuSeconds(),
                m.updatesPerCpuSecond() / 1e6,
                m.meanTripSeconds());
    }

    /** The table for people. */
    public String markdown() {
        return table.markdown();
    }

    /**
     * Writes the table as {@code COMMIT.md} and {@code COMMIT.csv}.
     *
     * @return the Markdown file
     */
    public Path write(Path results) throws IOException {
        String commit = Machine.commit();
        String name = plan.threads() == 1 ? commit : commit + "-threads-" + plan.threads();
        Path page = results.resolve(name + ".md");
        OutputFolder.writeText(
                page,
                "# Speed at %s%n%n%s%n%nLoad of the machine at the end: %s. Steps of %s s; medians; ours after %d warm-up.%n%n%s"
                        .formatted(
                                commit,
                                Machine.describe(),
                                Machine.load(),
                                plan.stepSeconds(),
                                plan.warmups(),
                                table.markdown()));
        OutputFolder.writeText(results.resolve(name + ".csv"), table.csv());
        return page;
    }
}
