package org.chalaco.app.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.analysis.kpi.Kpis;
import org.chalaco.app.output.IterationTable;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.app.report.Convergence;
import org.chalaco.day2day.IterationResult;
import org.chalaco.day2day.ModeStatistics;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;

/**
 * What each iteration came to, in MATSim's tables by their names and in one of our own, {@code
 * convergence.csv}. They are rewritten after every iteration.
 */
final class IterationStatistics {

    private final OutputFolder folder;
    private final List<String> modes;
    private final IterationTable scores =
            new IterationTable(
                    "scorestats.csv",
                    List.of("iteration", "avg_executed", "avg_worst", "avg_average", "avg_best"));
    private final IterationTable distances =
            new IterationTable(
                    "traveldistancestats.csv",
                    List.of(
                            "ITERATION",
                            "avg. Average Leg distance",
                            "avg. Average Trip distance"));
    private final IterationTable times;
    private final IterationTable shares;
    private final IterationTable convergence =
            new IterationTable(
                    "convergence.csv",
                    List.of(
                            "iteration",
                            "relative_gap",
                            "replanned_persons",
                            "stuck_persons",
                            "arrived_veh",
                            "mean_speed_kmh",
                            "mean_delay_s"));

    IterationStatistics(OutputFolder folder, List<Person> persons) {
        this.folder = folder;
        modes = List.copyOf(modesOf(persons));
        List<String> columns = new ArrayList<>(List.of("iteration"));
        columns.addAll(modes);
        shares = new IterationTable("modestats.csv", columns);
        List<String> parts = new ArrayList<>(List.of("iteration"));
        parts.addAll(Stopwatch.COLUMNS);
        times = new IterationTable("stopwatch.csv", parts);
    }

    private static Set<String> modesOf(List<Person> persons) {
        Set<String> modes = new TreeSet<>();
        for (Person person : persons) {
            for (Plan plan : person.plans()) {
                plan.legs().stream().map(Leg::mode).forEach(modes::add);
            }
        }
        return modes;
    }

    /** Takes over what an earlier run wrote up to this iteration. */
    void resume(int lastIteration) throws IOException {
        for (IterationTable table : tables()) {
            table.resume(folder, lastIteration);
        }
    }

    private List<IterationTable> tables() {
        return List.of(scores, distances, times, shares, convergence);
    }

    void add(IterationResult result, Kpis kpis, List<String> seconds) throws IOException {
        int iteration = result.iteration();
        scores.put(
                iteration,
                List.of(
                        result.scores().executed(),
                        result.scores().worst(),
                        result.scores().average(),
                        result.scores().best()));
        double distance = meanDistance(result.modes());
        distances.put(iteration, List.of(distance, distance));
        times.put(iteration, seconds);
        shares.put(iteration, modes.stream().map(mode -> share(result.modes(), mode)).toList());
        convergence.put(
                iteration,
                List.of(
                        result.relativeGap(),
                        result.replannedPersons(),
                        result.stuckPersons(),
                        result.mobsim().arrived(),
                        kpis.total().meanSpeedKmh(),
                        kpis.total().meanDelay()));
        for (IterationTable table : tables()) {
            table.write(folder);
        }
    }

    private static double share(List<ModeStatistics> statistics, String mode) {
        return statistics.stream()
                .filter(s -> s.mode().equals(mode))
                .mapToDouble(ModeStatistics::share)
                .sum();
    }

    /** Mean distance of the trips that ended, m. */
    private static double meanDistance(List<ModeStatistics> statistics) {
        double metres = 0;
        long trips = 0;
        for (ModeStatistics mode : statistics) {
            if (!Double.isNaN(mode.meanDistance())) {
                metres += mode.meanDistance() * mode.arrived();
                trips += mode.arrived();
            }
        }
        return metres / trips;
    }

    /** The same for the report. */
    Convergence convergence() {
        List<List<String>> scoreRows = scores.rows();
        List<List<String>> gapRows = convergence.rows();
        List<Convergence.Row> rows = new ArrayList<>();
        for (int k = 0; k < Math.min(scoreRows.size(), gapRows.size()); k++) {
            List<String> score = scoreRows.get(k);
            rows.add(
                    new Convergence.Row(
                            Integer.parseInt(score.get(0)),
                            Double.parseDouble(score.get(1)),
                            Double.parseDouble(score.get(2)),
                            Double.parseDouble(score.get(3)),
                            Double.parseDouble(score.get(4)),
                            Double.parseDouble(gapRows.get(k).get(1))));
        }
        return rows.size() > 1 ? new Convergence(rows) : Convergence.NONE;
    }
}
