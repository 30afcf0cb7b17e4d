package org.chalaco.app.tune;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.formats.lanes.LanesWriter;
import org.chalaco.formats.signals.SignalFiles;
import org.chalaco.formats.signals.SignalsWriter;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.tuning.RankedPlan;
import org.chalaco.tuning.evaluation.TrafficSums;
import org.chalaco.tuning.objective.FitnessBreakdown;
import org.chalaco.tuning.objective.Objective;
import org.chalaco.tuning.problem.PlanSet;
import org.chalaco.tuning.problem.TunedIntersection;
import org.chalaco.tuning.problem.TuningProblem;
import org.chalaco.tuning.search.GenerationStatistics;

/** The files of a search. All but the history are written whole; the history only grows. */
final class TuneFiles {

    /** Every generation of every search that wrote to the folder. */
    static final String HISTORY = "optimization_results.csv";

    /** State to go on from. */
    static final String CHECKPOINT = "checkpoint.txt";

    private static final String HISTORY_COLUMNS =
            "run,scenario,method,objective,unit,seed,generation,candidates,simulations,best,mean,worst,deviation,best_so_far\n";

    private final Path folder;

    TuneFiles(Path folder) {
        this.folder = folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * Appends one generation to the history.
     *
     * @param run when the search began, which names it
     */
    void appendHistory(
            String run,
            TuneRequest request,
            String scenario,
            Objective objective,
            long seed,
            GenerationStatistics s)
            throws IOException {
        Path file = file(HISTORY);
        String line =
                String.format(
                        Locale.ROOT,
                        "%s,%s,%s,%s,%s,%d,%d,%d,%d,%s,%s,%s,%s,%s%n",
                        run,
                        cell(scenario),
                        request.method(),
                        objective.name(),
                        objective.unit(),
                        seed,
                        s.generation(),
                        s.candidates(),
                        s.simulations(),
                        s.best(),
                        s.mean(),
                        s.worst(),
                        s.deviation(),
                        s.bestSoFar());
        Files.createDirectories(folder);
        String text = Files.exists(file) ? line : HISTORY_COLUMNS + line;
        Files.writeString(
                file,
                text,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** Writes the plans in MATSim's format to {@code signals}, and as {@code plans.csv}. */
    void writePlans(TuningProblem problem, PlanSet plans) throws IOException {
        List<SignalSystem> systems = problem.systems(plans);
        Path signals = file("signals");
        Files.createDirectories(signals);
        SignalsWriter.write(SignalFiles.inFolder(signals), systems);
        var lanes = SignalsWriter.linksWithLanes(systems);
        if (!lanes.isEmpty()) {
            LanesWriter.write(signals.resolve("laneDefinitions.xml"), problem.network(), lanes);
        }
        OutputFolder.writeText(file("plans.csv"), planTable(problem, plans));
    }

    private static String planTable(TuningProblem problem, PlanSet plans) {
        StringBuilder table =
                new StringBuilder(
                        "system,plan,cycle_s,offset_s,group,onset_s,dropping_s,green_s\n");
        List<SignalPlan> present = problem.presentPlans().plans(problem.intersections());
        List<SignalPlan> tuned = plans.plans(problem.intersections());
        for (int i = 0; i < problem.size(); i++) {
            TunedIntersection intersection = problem.intersections().get(i);
            append(table, intersection.id(), "present", present.get(i));
            append(table, intersection.id(), "tuned", tuned.get(i));
        }
        return table.toString();
    }

    private static void append(StringBuilder table, String id, String name, SignalPlan plan) {
        if (plan == null) {
            table.append("%s,%s,,,,,,%n".formatted(cell(id), name));
            return;
        }
        for (SignalPlan.GroupGreen green : plan.greens()) {
            int seconds = Math.floorMod(green.dropping() - green.onset() - 1, plan.cycle()) + 1;
            table.append(
                    "%s,%s,%d,%d,%s,%d,%d,%d%n"
                            .formatted(
                                    cell(id),
                                    name,
                                    plan.cycle(),
                                    plan.offset(),
                                    cell(green.groupId()),
                                    green.onset(),
                                    green.dropping(),
                                    seconds));
        }
    }

    /** Writes the last comparison: one line per plan with its terms. */
    void writeComparison(List<RankedPlan> ranking, Objective objective) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(
                "plan,replications,score,half_width,unit,change,change_half_width,delay_veh_h,waiting_veh_h,stops,arrived,unfinished,signals,"
                        + String.join(",", terms(objective, ranking.get(0))));
        for (RankedPlan plan : ranking) {
            lines.add(line(plan, objective));
        }
        OutputFolder.writeText(file("comparison.csv"), String.join("\n", lines) + "\n");
    }

    private static List<String> terms(Objective objective, RankedPlan plan) {
        return objective.breakdown(plan.replications().get(0)).terms().stream()
                .map(t -> "term_" + t.name())
                .toList();
    }

    private static String line(RankedPlan plan, Objective objective) {
        List<TrafficSums> runs = plan.replications();
        StringBuilder line = new StringBuilder(cell(plan.name()));
        line.append(',').append(runs.size());
        line.append(',').append(plan.score().mean()).append(',').append(plan.score().halfWidth());
        line.append(',').append(objective.unit());
        line.append(',').append(plan.change().mean()).append(',').append(plan.change().halfWidth());
        line.append(',').append(mean(runs.stream().mapToDouble(r -> r.totalDelaySeconds() / 3600)));
        line.append(',')
                .append(mean(runs.stream().mapToDouble(r -> r.totalWaitingSeconds() / 3600)));
        line.append(',').append(mean(runs.stream().mapToDouble(TrafficSums::totalStops)));
        line.append(',').append(mean(runs.stream().mapToDouble(TrafficSums::arrived)));
        line.append(',').append(mean(runs.stream().mapToDouble(TrafficSums::unfinished)));
        line.append(',').append(runs.get(0).signals());
        int terms = objective.breakdown(runs.get(0)).terms().size();
        for (int t = 0; t < terms; t++) {
            line.append(',').append(meanTerm(runs, objective, t));
        }
        return line.toString();
    }

    /** Mean of one term of the score over the replications. */
    static double meanTerm(List<TrafficSums> runs, Objective objective, int term) {
        return mean(
                runs.stream()
                        .map(objective::breakdown)
                        .map(FitnessBreakdown::terms)
                        .mapToDouble(terms -> terms.get(term).value()));
    }

    private static double mean(java.util.stream.DoubleStream values) {
        return values.average().orElse(Double.NaN);
    }

    /** A cell of a CSV table, quoted if it has to be. */
    static String cell(String text) {
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
