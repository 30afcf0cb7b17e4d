package org.chalaco.app.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chalaco.analysis.kpi.IntersectionControl;
import org.chalaco.analysis.kpi.LevelOfService;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.tuning.Comparison;
import org.chalaco.tuning.RankedPlan;
import org.chalaco.tuning.SignalTuning;
import org.chalaco.tuning.TuningResult;
import org.chalaco.tuning.evaluation.ReplicationSeeds;
import org.chalaco.tuning.evaluation.TrafficSums;
import org.chalaco.tuning.objective.FitnessBreakdown.Term;
import org.chalaco.tuning.objective.Objective;
import org.chalaco.tuning.problem.TunedIntersection;
import org.chalaco.tuning.problem.TuningProblem;
import org.chalaco.tuning.search.Candidate;
import org.chalaco.tuning.search.GenerationStatistics;
import org.chalaco.tuning.timing.Corridor;
import org.chalaco.tuning.timing.Corridors;

/**
 * The report of a search, one file that opens offline, in English and Spanish: plans compared, the
 * score by term, every generation, intersections and corridors before and after, time-space
 * diagrams, the Pareto front.
 */
public final class TuningReportWriter {

    private static final ReportWriter.Page PAGE =
            new ReportWriter.Page(
                    "tuning.html",
                    List.of(
                            "inflate.js",
                            "content.js",
                            "words.js",
                            "colors.js",
                            "charts.js",
                            "timespace.js",
                            "tuning.js"),
                    "tuning-words.json");

    private static final int CORRIDORS = 6;
    private static final int DIAGRAMS = 3;

    private final TuningProblem problem;
    private final List<Objective> objectives;
    private final long seed;
    private final String version;

    /**
     * A writer.
     *
     * @param objectives of the search; the first ranks the plans
     * @param seed of the search; the replication that is shown is one of its judgement
     * @param version of Chalaco
     */
    public TuningReportWriter(
            TuningProblem problem, List<Objective> objectives, long seed, String version) {
        this.problem = problem;
        this.objectives = List.copyOf(objectives);
        this.seed = seed;
        this.version = version;
    }

    /** Writes the report of a search that was not stopped. */
    public void write(TuningResult result, Path file) throws IOException {
        ReportWriter.write(page(result), file);
    }

    String page(TuningResult result) throws IOException {
        return new ReportWriter().page(PAGE, title(), new ReportJson().write(content(result)));
    }

    private Wording title() {
        return new Wording(
                "Signal plans for " + problem.name(), "Planes semafóricos para " + problem.name());
    }

    private Map<String, Object> content(TuningResult result) {
        long[] seeds = ReplicationSeeds.of(seed, "judgement", 1);
        List<Corridor> corridors =
                Corridors.of(problem, seeds).stream()
                        .filter(c -> c.forward().size() >= 2 && ObservedPlans.isDrawable(c))
                        .limit(CORRIDORS)
                        .toList();
        ObservedPlans before =
                new ObservedPlans(problem, problem.presentPlans(), seeds[0], corridors);
        ObservedPlans after = new ObservedPlans(problem, result.best(), seeds[0], corridors);
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("title", title());
        root.put("subtitle", subtitle(result));
        root.put("objective", objectives.get(0).name());
        root.put("unit", objectives.get(0).unit());
        root.put("plans", result.ranking().stream().map(this::plan).toList());
        root.put("history", result.history().stream().map(TuningReportWriter::row).toList());
        root.put("intersections", intersections(result, before, after));
        root.put("corridors", corridors(corridors, before, after));
        root.put("timeSpace", diagrams(corridors, before, after));
        root.put("front", front(result));
        root.put("network", ReportJson.network(problem.network()));
        root.put("classes", List.of(VehicleClass.values()));
        return root;
    }

    private Wording subtitle(TuningResult result) {
        int replications = result.ranking().get(0).replications().size();
        String counts =
                "%d / %d / %d"
                        .formatted(problem.size(), result.history().size(), result.simulations());
        return new Wording(
                "Intersections / generations / simulations: %s. Means of %d fresh replications with 95 %% intervals. Seed %d, Chalaco %s."
                        .formatted(counts, replications, seed, version),
                "Intersecciones / generaciones / simulaciones: %s. Medias de %d réplicas nuevas con intervalos del 95 %%. Semilla %d, Chalaco %s."
                        .formatted(counts, replications, seed, version));
    }

    private Map<String, Object> plan(RankedPlan plan) {
        List<Object> terms = new ArrayList<>();
        Objective objective = objectives.get(0);
        List<Term> first = objective.breakdown(plan.replications().get(0)).terms();
        for (int t = 0; t < first.size(); t++) {
            int term = t;
            double mean =
                    plan.replications().stream()
                            .mapToDouble(r -> objective.breakdown(r).terms().get(term).value())
                            .average()
                            .orElse(Double.NaN);
            terms.add(Map.of("name", first.get(t).name(), "value", mean));
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", plan.name());
        map.put("score", finite(plan.score().mean()));
        map.put("half", finite(plan.score().halfWidth()));
        map.put("change", finite(plan.change().mean()));
        map.put("changeHalf", finite(plan.change().halfWidth()));
        map.put("delay", mean(plan, r -> (r.totalDelaySeconds() + r.totalWaitingSeconds()) / 3600));
        map.put("stops", mean(plan, TrafficSums::totalStops));
        map.put("arrived", mean(plan, TrafficSums::arrived));
        map.put("terms", terms);
        return map;
    }

    private static double mean(
            RankedPlan plan, java.util.function.ToDoubleFunction<TrafficSums> figure) {
        return plan.replications().stream().mapToDouble(figure).average().orElse(0);
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static Map<String, Object> row(GenerationStatistics s) {
        return Map.of(
                "generation", s.generation(),
                "best", s.best(),
                "mean", s.mean(),
                "worst", s.worst(),
                "bestSoFar", s.bestSoFar());
    }

    private List<Object> intersections(
            TuningResult result, ObservedPlans before, ObservedPlans after) {
        List<SignalPlan> present = problem.presentPlans().plans(problem.intersections());
        List<SignalPlan> tuned = result.best().plans(problem.intersections());
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < problem.size(); i++) {
            String id = junctionOf(problem.intersections().get(i));
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", problem.intersections().get(i).id());
            row.put("vehicles", after.vehiclesAt(id));
            row.put("before", finite(before.delayAt(id)));
            row.put("after", finite(after.delayAt(id)));
            row.put("levelBefore", level(before.delayAt(id)));
            row.put("levelAfter", level(after.delayAt(id)));
            row.put("planBefore", text(present.get(i)));
            row.put("planAfter", text(tuned.get(i)));
            rows.add(row);
        }
        return rows;
    }

    private String junctionOf(TunedIntersection intersection) {
        RoadNetwork network = problem.network();
        String link = intersection.system().groups().get(0).heads().get(0).linkId();
        return network.junction(network.toJunction(network.getLinkIndex(link))).id();
    }

    private static String level(double delay) {
        LevelOfService level = LevelOfService.of(IntersectionControl.SIGNALISED, delay);
        return level == null ? "" : level.name();
    }

    /** Cycle, offset and greens: {@code 90 s, +12 s: A 40, B 35}. */
    private static String text(SignalPlan plan) {
        if (plan == null) {
            return "–";
        }
        List<String> greens = new ArrayList<>();
        plan.greens().stream()
                .map(SignalPlan.GroupGreen::groupId)
                .distinct()
                .forEach(id -> greens.add("%s %d".formatted(id, plan.green(id))));
        return String.format(
                Locale.ROOT,
                "%d s, +%d s: %s",
                plan.cycle(),
                plan.offset(),
                String.join(", ", greens));
    }

    private List<Object> corridors(
            List<Corridor> corridors, ObservedPlans before, ObservedPlans after) {
        List<Object> rows = new ArrayList<>();
        for (Corridor corridor : corridors) {
            for (boolean back : new boolean[] {false, true}) {
                var direction = back ? corridor.backward() : corridor.forward();
                if (direction.isEmpty()) {
                    continue;
                }
                Map<String, Object> row = new LinkedHashMap<>();
                row.put(
                        "name",
                        name(direction.get(0).from(), direction.get(direction.size() - 1).to()));
                row.put("signals", direction.size() + 1);
                row.put("flow", back ? corridor.backwardFlow() : corridor.forwardFlow());
                row.put("before", finite(before.travelTime(direction)));
                row.put("after", finite(after.travelTime(direction)));
                rows.add(row);
            }
        }
        return rows;
    }

    private String name(int from, int to) {
        return problem.intersections().get(from).id()
                + " → "
                + problem.intersections().get(to).id();
    }

    private List<Object> diagrams(
            List<Corridor> corridors, ObservedPlans before, ObservedPlans after) {
        List<Wording> names = new ArrayList<>();
        for (Corridor c : corridors) {
            names.add(
                    Wording.same(
                            name(
                                    c.forward().get(0).from(),
                                    c.forward().get(c.forward().size() - 1).to())));
        }
        List<AvenueDiagram> present = before.diagrams(named(names, "present", "actual"));
        List<AvenueDiagram> tuned = after.diagrams(named(names, "tuned", "optimizado"));
        List<Object> drawn = new ArrayList<>();
        for (int k = 0; k < Math.min(DIAGRAMS, present.size()); k++) {
            drawn.add(ReportJson.timeSpace(present.get(k)));
            drawn.add(ReportJson.timeSpace(tuned.get(k)));
        }
        return drawn;
    }

    private static List<Wording> named(List<Wording> names, String en, String es) {
        return names.stream()
                .map(n -> new Wording(n.en() + ", " + en, n.es() + ", " + es))
                .toList();
    }

    /** The Pareto front of two objectives; empty with one. */
    private Map<String, Object> front(TuningResult result) {
        if (objectives.size() < 2) {
            return Map.of("points", List.of());
        }
        List<Object> points = new ArrayList<>();
        for (Candidate c : result.finalists()) {
            points.add(List.of(c.scores()[0], c.scores()[1]));
        }
        List<Object> known = new ArrayList<>();
        for (RankedPlan plan : result.ranking()) {
            boolean own = plan.name().equals(SignalTuning.TUNED);
            known.add(
                    Map.of(
                            "name", own ? SignalTuning.TUNED : plan.name(),
                            "present", plan.name().equals(Comparison.PRESENT),
                            "x", mean(plan, objectives.get(0)::score),
                            "y", mean(plan, objectives.get(1)::score)));
        }
        return Map.of(
                "points",
                points,
                "plans",
                known,
                "x",
                axis(objectives.get(0)),
                "y",
                axis(objectives.get(1)));
    }

    private static Map<String, Object> axis(Objective objective) {
        return Map.of("name", objective.name(), "unit", objective.unit());
    }
}
