package org.chalaco.analysis.count;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.chalaco.analysis.kpi.KpiTable;
import org.chalaco.mobsim.detector.TrafficCount;

/**
 * Observed and simulated counts side by side.
 *
 * @param rows one per observed count that the simulation covers, in the order of the observed
 * @param notSimulated observed counts that the simulation does not cover
 */
public record CountComparison(List<StationComparison> rows, List<TrafficCount> notSimulated) {

    /** Columns for files and manual. */
    public static final KpiTable<StationComparison> TABLE =
            KpiTable.of(
                    StationComparison.class,
                    "counts",
                    "A count station in an interval, counted and simulated",
                    "Una estación de aforo en un intervalo, aforada y simulada",
                    """
                    stationId          | | count station | estación de aforo
                    from               | s | start, since midnight | inicio, desde medianoche
                    until              | s | end, since midnight | fin, desde medianoche
                    vehicleClass       | | class; empty is all together | clase; vacío es el total
                    observed           | veh/h | counted flow | flujo aforado
                    simulated          | veh/h | simulated flow | flujo simulado
                    difference         | veh/h | simulated minus counted | simulado menos aforado
                    relativeDifference | - | difference over counted flow | diferencia entre flujo aforado
                    geh                | - | GEH statistic, below 5 is good | estadístico GEH, bueno bajo 5
                    """);

    /** Times closer than this are the same, s. */
    private static final double SAME_MOMENT = 0.5;

    public CountComparison {
        rows = List.copyOf(rows);
        notSimulated = List.copyOf(notSimulated);
    }

    /**
     * Compares. Simulated counts of shorter intervals are summed to the observed ones; an observed
     * count is compared only if simulated counts of its station and class fill its interval. A
     * class that never passed counts as 0 where the station has simulated totals for the interval.
     *
     * @param observed counts of the street
     * @param simulated counts of the simulation
     */
    public static CountComparison of(List<TrafficCount> observed, List<TrafficCount> simulated) {
        Map<String, List<TrafficCount>> byStation = new LinkedHashMap<>();
        for (TrafficCount count : simulated) {
            byStation.computeIfAbsent(count.stationId(), k -> new ArrayList<>()).add(count);
        }
        List<StationComparison> rows = new ArrayList<>();
        List<TrafficCount> missing = new ArrayList<>();
        for (TrafficCount count : observed) {
            double flow = flow(count, byStation.getOrDefault(count.stationId(), List.of()));
            if (Double.isNaN(flow)) {
                missing.add(count);
            } else {
                rows.add(row(count, flow));
            }
        }
        return new CountComparison(rows, missing);
    }

    private static StationComparison row(TrafficCount count, double simulatedFlow) {
        return new StationComparison(
                count.stationId(),
                count.from(),
                count.until(),
                count.vehicleClass(),
                count.flowVehPerHour(),
                simulatedFlow);
    }

    /** Simulated flow in the interval of this count, veh/h; NaN if it is not filled. */
    private static double flow(TrafficCount wanted, List<TrafficCount> simulated) {
        double covered = 0;
        double coveredInTotal = 0;
        double vehicles = 0;
        for (TrafficCount s : simulated) {
            if (s.from() < wanted.from() - SAME_MOMENT
                    || s.until() > wanted.until() + SAME_MOMENT) {
                continue;
            }
            coveredInTotal += s.vehicleClass() == null ? s.until() - s.from() : 0;
            if (s.vehicleClass() == wanted.vehicleClass()) {
                covered += s.until() - s.from();
                vehicles += s.vehicles();
            }
        }
        double seconds = wanted.until() - wanted.from();
        boolean filled = Math.max(covered, coveredInTotal) >= seconds - SAME_MOMENT;
        return filled ? vehicles * 3600 / seconds : Double.NaN;
    }

    /** Share of rows with a GEH below {@value Geh#GOOD}, -; NaN without rows. */
    public double shareGood() {
        return mean(row -> row.geh() < Geh.GOOD ? 1 : 0);
    }

    /** Mean GEH, -. */
    public double meanGeh() {
        return mean(StationComparison::geh);
    }

    /** Mean of simulated minus observed, veh/h. */
    public double meanDifference() {
        return mean(StationComparison::difference);
    }

    /** Root mean square error, veh/h. */
    public double rmse() {
        return Math.sqrt(mean(row -> row.difference() * row.difference()));
    }

    /** Root mean square error over the mean observed flow, -. */
    public double percentRmse() {
        return rmse() / mean(StationComparison::observed);
    }

    /**
     * Squared correlation of observed and simulated, -; NaN with fewer than two rows or where one
     * side never varies. It is 1 also for flows that are all twice too high: read it with the RMSE.
     */
    public double rSquared() {
        double meanObserved = mean(StationComparison::observed);
        double meanSimulated = mean(StationComparison::simulated);
        double covariance =
                mean(r -> (r.observed() - meanObserved) * (r.simulated() - meanSimulated));
        double variances =
                mean(r -> Math.pow(r.observed() - meanObserved, 2))
                        * mean(r -> Math.pow(r.simulated() - meanSimulated, 2));
        return variances > 0 ? covariance * covariance / variances : Double.NaN;
    }

    private double mean(ToDoubleFunction<StationComparison> figure) {
        return rows.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }
}
