package org.chalaco.app.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.chalaco.tuning.RankedPlan;
import org.chalaco.tuning.evaluation.Interval;
import org.chalaco.tuning.evaluation.TrafficSums;

/** The study's table, from all plans judged on the same fresh seeds. */
final class StudyTable {

    static final String UNIFORM = "uniform-10";

    private final Map<String, RankedPlan> judged;

    StudyTable(Map<String, RankedPlan> judged) {
        this.judged = judged;
    }

    List<StudyRow> rows() {
        List<StudyRow> rows = new ArrayList<>();
        for (String name : StudyRow.NAMES) {
            if (judged.containsKey(name)) {
                rows.add(row(name, List.of(judged.get(name))));
            }
        }
        for (SearchKind kind : SearchKind.values()) {
            List<RankedPlan> own =
                    judged.values().stream()
                            .filter(p -> p.name().startsWith(kind.id() + "-"))
                            .toList();
            if (!own.isEmpty()) {
                rows.add(row(kind.id(), own));
            }
        }
        return rows;
    }

    private StudyRow row(String name, List<RankedPlan> plans) {
        Map<StudyFigure, Interval> figures = new EnumMap<>(StudyFigure.class);
        for (StudyFigure figure : StudyFigure.values()) {
            figures.put(figure, interval(plans, figure::of));
        }
        double[] delays = means(plans, StudyFigure.DELAY::of);
        return new StudyRow(
                name,
                plans.size(),
                figures,
                change(plans),
                java.util.Arrays.stream(delays).min().orElse(Double.NaN),
                java.util.Arrays.stream(delays).max().orElse(Double.NaN));
    }

    /** One plan varies with the traffic, an algorithm with its searches. */
    private static Interval interval(List<RankedPlan> plans, ToDoubleFunction<TrafficSums> figure) {
        return Interval.of(plans.size() == 1 ? values(plans.get(0), figure) : means(plans, figure));
    }

    private static double[] values(RankedPlan plan, ToDoubleFunction<TrafficSums> figure) {
        return plan.replications().stream().mapToDouble(figure).toArray();
    }

    private static double[] means(List<RankedPlan> plans, ToDoubleFunction<TrafficSums> figure) {
        return plans.stream().mapToDouble(p -> Interval.of(values(p, figure)).mean()).toArray();
    }

    private Interval change(List<RankedPlan> plans) {
        double[] uniform = values(judged.get(UNIFORM), StudyFigure.DELAY::of);
        double base = Interval.of(uniform).mean();
        if (plans.size() == 1) {
            double[] own = values(plans.get(0), StudyFigure.DELAY::of);
            double[] change = new double[own.length];
            for (int k = 0; k < own.length; k++) {
                change[k] = (own[k] - uniform[k]) / base;
            }
            return Interval.of(change);
        }
        double[] means = means(plans, StudyFigure.DELAY::of);
        for (int k = 0; k < means.length; k++) {
            means[k] = (means[k] - base) / base;
        }
        return Interval.of(means);
    }
}
