package org.chalaco.analysis.kpi;

/**
 * Queue at one stop line, lane or approach, over the samples of a period. For an approach the
 * length is that of its longest lane queue and the vehicles are those of all its lanes.
 *
 * @param samples number of samples; 0 if no queue was observed, then all else is NaN
 * @param meanLength from the stop line to the rear bumper of the last queued vehicle, mean, m
 * @param p95Length 95th percentile of the length, m
 * @param maxLength longest, m
 * @param meanVehicles queued vehicles, mean
 * @param p95Vehicles 95th percentile of the vehicles
 * @param maxVehicles most
 */
public record QueueKpis(
        int samples,
        double meanLength,
        double p95Length,
        double maxLength,
        double meanVehicles,
        double p95Vehicles,
        double maxVehicles) {

    /** Nothing was observed. */
    public static final QueueKpis NONE =
            new QueueKpis(
                    0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
