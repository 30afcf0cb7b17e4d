package org.chalaco.app.tune;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.output.ResultsJson;
import org.chalaco.tuning.RankedPlan;
import org.chalaco.tuning.SignalTuning;
import org.chalaco.tuning.TuningResult;
import org.chalaco.tuning.evaluation.TrafficSums;
import org.chalaco.tuning.objective.Objective;
import org.chalaco.tuning.problem.TuningProblem;

/** What a search came to, for the screen and as JSON. */
final class TuneSummary {

    private final TuningProblem problem;
    private final Objective objective;
    private final TuningResult result;

    TuneSummary(TuningProblem problem, Objective objective, TuningResult result) {
        this.problem = problem;
        this.objective = objective;
        this.result = result;
    }

    /** A short table. */
    String text(Path folder) {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s: %d intersections, %d generations, %d simulations%n",
                        problem.name(),
                        problem.size(),
                        result.history().size(),
                        result.simulations()));
        if (result.stopped()) {
            text.append(
                    "Stopped: the best plans so far are written; they were not compared yet.\n");
            return text.append("Plans: ").append(folder.resolve("signals")).append('\n').toString();
        }
        text.append(
                String.format(
                        Locale.ROOT,
                        "%-12s %14s %10s %10s %10s %8s%n",
                        "plan",
                        objective.name(),
                        "+- 95 %",
                        "change",
                        "+- 95 %",
                        "stops"));
        for (RankedPlan plan : result.ranking()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%-12s %14.2f %10.2f %8.1f %% %8.1f %% %8.0f%n",
                            plan.name(),
                            plan.score().mean(),
                            plan.score().halfWidth(),
                            100 * plan.change().mean(),
                            100 * plan.change().halfWidth(),
                            stops(plan)));
        }
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s in %s, means of %d fresh replications; change against the present plans%n",
                        objective.name(),
                        objective.unit(),
                        result.ranking().get(0).replications().size()));
        text.append("Plans: ").append(folder.resolve("signals")).append('\n');
        return text.append("Report: ")
                .append(folder.resolve("report.html"))
                .append('\n')
                .toString();
    }

    private static double stops(RankedPlan plan) {
        return plan.replications().stream()
                .mapToDouble(TrafficSums::totalStops)
                .average()
                .orElse(Double.NaN);
    }

    /** The same as JSON. */
    ResultsJson json() {
        ResultsJson json =
                new ResultsJson("tune", ChalacoVersion.current())
                        .put("scenario", problem.name())
                        .put("objective", objective.name())
                        .put("intersections", problem.size(), "-")
                        .put("generations", result.history().size(), "-")
                        .put("simulations", result.simulations(), "-")
                        .put("stopped", Boolean.toString(result.stopped()));
        put(json, "tuned", find(SignalTuning.TUNED));
        put(json, "present", find("present"));
        var plans = json.results().putArray("plans");
        for (RankedPlan plan : result.ranking()) {
            plans.addObject()
                    .put("plan", plan.name())
                    .put("score", plan.score().mean())
                    .put("scoreHalfWidth", plan.score().halfWidth())
                    .put("change", plan.change().mean())
                    .put("changeHalfWidth", plan.change().halfWidth());
        }
        json.units()
                .putObject("plans")
                .put("score", objective.unit())
                .put("scoreHalfWidth", objective.unit())
                .put("change", "-")
                .put("changeHalfWidth", "-");
        return json;
    }

    private void put(ResultsJson json, String name, List<RankedPlan> plan) {
        double score = plan.isEmpty() ? Double.NaN : plan.get(0).score().mean();
        double half = plan.isEmpty() ? Double.NaN : plan.get(0).score().halfWidth();
        json.put(name + "Score", score, objective.unit());
        json.put(name + "HalfWidth", half, objective.unit());
    }

    private List<RankedPlan> find(String name) {
        return result.ranking().stream().filter(p -> p.name().equals(name)).toList();
    }
}
