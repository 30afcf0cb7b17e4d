package org.chalaco.scenario.sensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.analysis.count.Geh;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problem.Severity;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.scenario.od.CountTarget;

/**
 * Whether counts fit each other: no place counted twice with other numbers, no intervals that
 * overlap, no classes that are more than all vehicles together.
 */
final class CountCheck {

    /** Two counts of one thing differ beyond what counting explains. */
    private static final double CONTRADICTION = 5;

    private final String file;
    private final Problems problems;

    CountCheck(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Reports what contradicts; returns the counts without exact doubles. */
    List<CountTarget> check(List<CountTarget> targets) {
        List<CountTarget> kept = withoutDoubles(targets);
        overlaps(kept);
        classes(kept);
        return kept;
    }

    private List<CountTarget> withoutDoubles(List<CountTarget> targets) {
        Map<List<Object>, CountTarget> first = new LinkedHashMap<>();
        for (CountTarget t : targets) {
            List<Object> what = new ArrayList<>();
            what.add(t.passages());
            what.add(t.from());
            what.add(t.until());
            what.add(String.valueOf(t.vehicleClass()));
            CountTarget before = first.putIfAbsent(what, t);
            if (before != null
                    && Geh.of(before.vehicles() / t.hours(), t.vehicles() / t.hours())
                            > CONTRADICTION) {
                error(
                        ProblemType.COUNT_CONTRADICTION,
                        t,
                        "Stations (%s) and (%s) counted %.0f and %.0f vehicles at the same place from %s to %s."
                                .formatted(
                                        before.stationId(),
                                        t.stationId(),
                                        before.vehicles(),
                                        t.vehicles(),
                                        clock(t.from()),
                                        clock(t.until())),
                        "Maybe one of them is of another day, or of another link?");
            }
        }
        return List.copyOf(first.values());
    }

    private void overlaps(List<CountTarget> targets) {
        Map<List<Object>, List<CountTarget>> bySeries = new LinkedHashMap<>();
        for (CountTarget t : targets) {
            bySeries.computeIfAbsent(
                            List.of(t.passages(), String.valueOf(t.vehicleClass())),
                            k -> new ArrayList<>())
                    .add(t);
        }
        for (List<CountTarget> series : bySeries.values()) {
            List<CountTarget> sorted = new ArrayList<>(series);
            sorted.sort(java.util.Comparator.comparingDouble(CountTarget::from));
            for (int k = 1; k < sorted.size(); k++) {
                CountTarget a = sorted.get(k - 1);
                CountTarget b = sorted.get(k);
                if (b.from() < a.until() - 0.5) {
                    error(
                            ProblemType.COUNT_INTERVAL,
                            b,
                            "At station (%s) the interval from %s to %s overlaps the one from %s to %s."
                                    .formatted(
                                            b.stationId(),
                                            clock(b.from()),
                                            clock(b.until()),
                                            clock(a.from()),
                                            clock(a.until())),
                            "Maybe an end is wrong?");
                }
            }
        }
    }

    private void classes(List<CountTarget> targets) {
        Map<List<Object>, Double> byClass = new LinkedHashMap<>();
        for (CountTarget t : targets) {
            if (t.vehicleClass() != null) {
                byClass.merge(
                        List.of(t.passages(), t.from(), t.until()), t.vehicles(), Double::sum);
            }
        }
        for (CountTarget t : targets) {
            Double sum = byClass.get(List.<Object>of(t.passages(), t.from(), t.until()));
            if (t.vehicleClass() == null
                    && sum != null
                    && sum > t.vehicles()
                    && Geh.of(sum / t.hours(), t.vehicles() / t.hours()) > CONTRADICTION) {
                error(
                        ProblemType.COUNT_CONTRADICTION,
                        t,
                        "At station (%s) from %s to %s the classes sum to %.0f vehicles, but all together are %.0f."
                                .formatted(
                                        t.stationId(),
                                        clock(t.from()),
                                        clock(t.until()),
                                        sum,
                                        t.vehicles()),
                        "Maybe a class is counted twice?");
            }
        }
    }

    private void error(ProblemType type, CountTarget t, String message, String remedy) {
        problems.add(
                new Problem(
                        type.id(),
                        Severity.ERROR,
                        file,
                        0,
                        t.stationId(),
                        String.valueOf(t.vehicles()),
                        message,
                        remedy));
    }

    static String clock(double seconds) {
        long minutes = Math.round(seconds / 60);
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
