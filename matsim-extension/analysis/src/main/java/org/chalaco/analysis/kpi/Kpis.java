package org.chalaco.analysis.kpi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * The key figures of one run. Immutable; every figure's unit and meaning: {@link KpiTables}.
 *
 * <p>Vehicles still on the road or waiting outside when the run ends count with their time so far.
 * All figures are of simulated vehicles: of a sample, they are not scaled up.
 *
 * @param startTime start of the first interval, s since midnight
 * @param endTime end of the run, s since midnight
 * @param interval length of an interval, s; the last may be cut short
 * @param total all classes together
 * @param classes classes with at least one departure, in the order of {@link VehicleClass}
 * @param intervals the whole network by interval
 * @param links each link over the whole run, in index order
 * @param linkIntervals each link in each interval, link by link
 * @param movements each movement over the whole run, by from-link, then to-link
 * @param movementIntervals each movement in each interval, movement by movement
 * @param intersections each intersection over the whole run, in index order
 * @param intersectionIntervals each intersection in each interval, intersection by intersection
 */
public record Kpis(
        double startTime,
        double endTime,
        double interval,
        ClassKpis total,
        List<ClassKpis> classes,
        List<IntervalKpis> intervals,
        List<LinkKpis> links,
        List<LinkKpis> linkIntervals,
        List<MovementKpis> movements,
        List<MovementKpis> movementIntervals,
        List<IntersectionKpis> intersections,
        List<IntersectionKpis> intersectionIntervals) {

    public Kpis {
        classes = List.copyOf(classes);
        intervals = List.copyOf(intervals);
        links = List.copyOf(links);
        linkIntervals = List.copyOf(linkIntervals);
        movements = List.copyOf(movements);
        movementIntervals = List.copyOf(movementIntervals);
        intersections = List.copyOf(intersections);
        intersectionIntervals = List.copyOf(intersectionIntervals);
    }

    /** Number of intervals. */
    public int intervalCount() {
        return intervals.size();
    }

    /** One link in the {@code k}-th interval. */
    public LinkKpis link(int linkIndex, int k) {
        return linkIntervals.get(linkIndex * intervalCount() + k);
    }

    /**
     * Some links over some time as one, for example the avenues between 8:00 and 9:00.
     *
     * @param name what to call them
     * @param chosen which links
     * @param from s since midnight; intervals that start before are left out
     * @param until s; intervals that end later are left out
     * @throws IllegalArgumentException if no link and interval is chosen
     */
    public LinkKpis linksMerged(
            String name, Predicate<LinkKpis> chosen, double from, double until) {
        return LinkKpis.merged(
                name,
                linkIntervals.stream()
                        .filter(l -> l.from() >= from && l.until() <= until && chosen.test(l))
                        .toList());
    }

    /** A short table for the console, in English. */
    public String summarize() {
        return summarize(Locale.ENGLISH);
    }

    /** A short table for the console: in Spanish for {@code es}, in English for all others. */
    public String summarize(Locale locale) {
        return KpiSummary.of(this, locale);
    }

    /**
     * How this run differs from another: every numeric figure of the total and of the classes that
     * appear in both.
     *
     * @param base the run to compare with
     */
    public List<KpiDifference> diff(Kpis base) {
        List<KpiDifference> differences = new ArrayList<>();
        addDifferences(differences, base.total, total);
        for (ClassKpis mine : classes) {
            for (ClassKpis theirs : base.classes) {
                if (mine.vehicleClass() == theirs.vehicleClass()) {
                    addDifferences(differences, theirs, mine);
                }
            }
        }
        return List.copyOf(differences);
    }

    private static void addDifferences(
            List<KpiDifference> differences, ClassKpis base, ClassKpis mine) {
        for (KpiColumn<ClassKpis> column : KpiTables.CLASSES.columns()) {
            if (column.value().apply(mine) instanceof Number value
                    && column.value().apply(base) instanceof Number before) {
                differences.add(
                        new KpiDifference(
                                mine.name(),
                                column.name(),
                                column.unit(),
                                before.doubleValue(),
                                value.doubleValue()));
            }
        }
    }
}
