package org.chalaco.app.compare;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Means over seeds of what has a place or a class: movements, links, crossings, quantiles. */
final class MeanFigures {

    /** Sums and how often there was a value, by strategy. */
    private record Sum(double[] values, int[] counts) {}

    private final int strategies;
    private final Map<String, Map<String, Map<String, Sum>>> sums = new TreeMap<>();
    private int seeds;

    MeanFigures(int strategies) {
        this.strategies = strategies;
    }

    /** Another seed begins. */
    void seed() {
        seeds++;
    }

    void add(int strategy, RunRecord.Entry e) {
        if (!Double.isNaN(e.value())) {
            Sum sum =
                    sums.computeIfAbsent(e.kind(), k -> new TreeMap<>())
                            .computeIfAbsent(e.subject(), k -> new TreeMap<>())
                            .computeIfAbsent(
                                    e.measure(),
                                    k -> new Sum(new double[strategies], new int[strategies]));
            sum.values()[strategy] += e.value();
            sum.counts()[strategy]++;
        }
    }

    /** All subjects of a kind, in the order of their names. */
    List<String> subjects(String kind) {
        return List.copyOf(new TreeSet<>(sums.getOrDefault(kind, Map.of()).keySet()));
    }

    private Sum find(String kind, String subject, String measure) {
        return sums.getOrDefault(kind, Map.of()).getOrDefault(subject, Map.of()).get(measure);
    }

    /** Mean over seeds, where no value counts as zero. */
    double perSeed(int strategy, String kind, String subject, String measure) {
        Sum sum = find(kind, subject, measure);
        return sum == null || seeds == 0 ? 0 : sum.values()[strategy] / seeds;
    }

    /** Mean over the seeds that have a value; NaN if none has. */
    double mean(int strategy, String kind, String subject, String measure) {
        Sum sum = find(kind, subject, measure);
        return sum == null || sum.counts()[strategy] == 0
                ? Double.NaN
                : sum.values()[strategy] / sum.counts()[strategy];
    }
}
