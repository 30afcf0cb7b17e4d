package org.chalaco.analysis.kpi;

/**
 * One approach of an intersection, in one interval or over the whole run.
 *
 * @param linkId the link that ends at the intersection
 * @param linkIndex its index
 * @param control how the intersection is controlled
 * @param from start, s since midnight
 * @param until end, s
 * @param vehicles that crossed its stop line
 * @param unfinished vehicles that stood or drove on it when the run ended, or were removed from it
 * @param delaySeconds sum of control delays, of the unfinished with their delay so far, s
 * @param stops times they came to a stop
 * @param degreeOfSaturation of its busiest lane, -; NaN if unknown
 * @param queue queue from the stop line backwards
 */
public record ApproachKpis(
        String linkId,
        int linkIndex,
        IntersectionControl control,
        double from,
        double until,
        long vehicles,
        long unfinished,
        double delaySeconds,
        long stops,
        double degreeOfSaturation,
        QueueKpis queue) {

    /** Mean control delay, s per vehicle, unfinished ones included; NaN if there was nobody. */
    public double meanControlDelay() {
        return Ratio.of(delaySeconds, vehicles + unfinished);
    }

    /** Flow, veh/h. */
    public double flowVehPerHour() {
        return Ratio.of(vehicles * 3600.0, until - from);
    }

    /** Stops per vehicle, -. */
    public double stopsPerVehicle() {
        return Ratio.of(stops, vehicles);
    }

    /** Grade by delay, F where saturated; null if there was nobody. */
    public LevelOfService levelOfService() {
        return LevelOfService.of(control, meanControlDelay(), degreeOfSaturation);
    }

    /** Mean queue of the longest lane, m; NaN if not observed. */
    public double meanQueueLength() {
        return queue.meanLength();
    }

    /** 95th percentile queue of the longest lane, m; NaN if not observed. */
    public double p95QueueLength() {
        return queue.p95Length();
    }

    /** Longest queue, m; NaN if not observed. */
    public double maxQueueLength() {
        return queue.maxLength();
    }

    /** Mean number of queued vehicles in all lanes; NaN if not observed. */
    public double meanQueueVehicles() {
        return queue.meanVehicles();
    }

    /** 95th percentile of the queued vehicles; NaN if not observed. */
    public double p95QueueVehicles() {
        return queue.p95Vehicles();
    }

    /** Most queued vehicles; NaN if not observed. */
    public double maxQueueVehicles() {
        return queue.maxVehicles();
    }
}
