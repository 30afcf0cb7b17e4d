package org.chalaco.app.bench;

/**
 * What a run did, in the figures that must be the same however fast it was done.
 *
 * @param vehicleUpdates vehicles on the road, summed over steps
 * @param arrived trips that reached their destination
 * @param unfinished trips that did not: on the road, outside or removed at the end
 * @param meanTripSeconds mean time from the wish to leave to the arrival, s
 * @param eventCount events; 0 if nobody counted them
 * @param eventHash digest of all events, or empty if nobody made it
 */
public record BenchKpis(
        long vehicleUpdates,
        long arrived,
        long unfinished,
        double meanTripSeconds,
        long eventCount,
        String eventHash) {}
