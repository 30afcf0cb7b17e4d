package org.chalaco.analysis.kpi;

import java.util.List;

/**
 * One intersection, in one interval or over the whole run: the sum of its approaches. Junctions
 * where no two streams meet and no signal stands are not intersections.
 *
 * @param junctionId the junction
 * @param junctionIndex its index
 * @param control how it is controlled
 * @param from start, s since midnight
 * @param until end, s
 * @param approaches its approaches, in order of link index
 */
public record IntersectionKpis(
        String junctionId,
        int junctionIndex,
        IntersectionControl control,
        double from,
        double until,
        List<ApproachKpis> approaches) {

    public IntersectionKpis {
        approaches = List.copyOf(approaches);
    }

    /** Vehicles that crossed a stop line. */
    public long vehicles() {
        return approaches.stream().mapToLong(ApproachKpis::vehicles).sum();
    }

    /** Vehicles on an approach when the run ended, or removed from one. */
    public long unfinished() {
        return approaches.stream().mapToLong(ApproachKpis::unfinished).sum();
    }

    /** Flow, veh/h. */
    public double flowVehPerHour() {
        return Ratio.of(vehicles() * 3600.0, until - from);
    }

    /** Mean control delay over all approaches, s per vehicle; NaN if there was nobody. */
    public double meanControlDelay() {
        double delay = approaches.stream().mapToDouble(ApproachKpis::delaySeconds).sum();
        return Ratio.of(delay, vehicles() + unfinished());
    }

    /** Stops per vehicle, -. */
    public double stopsPerVehicle() {
        return Ratio.of(approaches.stream().mapToLong(ApproachKpis::stops).sum(), vehicles());
    }

    /** Degree of saturation of the busiest lane, -; NaN if unknown. */
    public double degreeOfSaturation() {
        return approaches.stream()
                .mapToDouble(ApproachKpis::degreeOfSaturation)
                .filter(x -> !Double.isNaN(x))
                .max()
                .orElse(Double.NaN);
    }

    /** The longest of the approaches' 95th percentile queues, m; NaN if unknown. */
    public double p95QueueLength() {
        return approaches.stream()
                .mapToDouble(a -> a.queue().p95Length())
                .filter(x -> !Double.isNaN(x))
                .max()
                .orElse(Double.NaN);
    }

    /** Grade by the mean control delay; null if there was nobody. */
    public LevelOfService levelOfService() {
        return LevelOfService.of(control, meanControlDelay());
    }
}
