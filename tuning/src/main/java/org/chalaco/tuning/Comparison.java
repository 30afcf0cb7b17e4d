package org.chalaco.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.tuning.evaluation.EvaluationBackend;
import org.chalaco.tuning.evaluation.EvaluationTask;
import org.chalaco.tuning.evaluation.Interval;
import org.chalaco.tuning.evaluation.TrafficSums;
import org.chalaco.tuning.objective.Objective;
import org.chalaco.tuning.problem.PlanSet;

/** Compares plans on the same seeds, with 95 % confidence intervals. */
public final class Comparison {

    /** Name of today's plans, against which changes are told. */
    public static final String PRESENT = "present";

    private final EvaluationBackend backend;
    private final Objective objective;

    /** A comparison by this objective. */
    public Comparison(EvaluationBackend backend, Objective objective) {
        this.backend = backend;
        this.objective = objective;
    }

    /**
     * Runs every plan set on every seed, in usual traffic.
     *
     * @return best first; equals in the order given
     */
    public List<RankedPlan> rank(Map<String, PlanSet> plans, long[] seeds) {
        return rank(plans, seeds, false);
    }

    /**
     * Runs every plan set on every seed.
     *
     * @param withReserve whether the traffic is that of a search, with the problem's reserve
     * @return best first; equals in the order given
     */
    public List<RankedPlan> rank(Map<String, PlanSet> plans, long[] seeds, boolean withReserve) {
        Map<String, PlanSet> named = new LinkedHashMap<>(plans);
        List<EvaluationTask> tasks = new ArrayList<>();
        for (PlanSet set : named.values()) {
            for (long seed : seeds) {
                tasks.add(new EvaluationTask(set, seed, withReserve));
            }
        }
        List<TrafficSums> sums = backend.evaluate(tasks);
        Map<String, List<TrafficSums>> byName = new LinkedHashMap<>();
        int k = 0;
        for (String name : named.keySet()) {
            byName.put(name, sums.subList(k, k + seeds.length));
            k += seeds.length;
        }
        List<RankedPlan> ranking = new ArrayList<>();
        byName.forEach(
                (name, own) ->
                        ranking.add(ranked(name, named.get(name), own, byName.get(PRESENT))));
        ranking.sort(Comparator.comparingDouble(r -> r.score().mean()));
        return ranking;
    }

    private RankedPlan ranked(
            String name, PlanSet plans, List<TrafficSums> own, List<TrafficSums> present) {
        double[] scores = scores(own);
        Interval change = new Interval(Double.NaN, Double.NaN, 0);
        if (present != null) {
            double[] today = scores(present);
            double mean = Interval.of(today).mean();
            double[] differences = new double[scores.length];
            for (int r = 0; r < scores.length; r++) {
                differences[r] = (scores[r] - today[r]) / mean;
            }
            change = Interval.of(differences);
        }
        return new RankedPlan(name, plans, Interval.of(scores), change, own);
    }

    private double[] scores(List<TrafficSums> sums) {
        return sums.stream().mapToDouble(objective::score).toArray();
    }
}
