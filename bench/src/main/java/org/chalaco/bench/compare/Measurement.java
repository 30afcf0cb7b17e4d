package org.chalaco.bench.compare;

/**
 * One run of one simulator on one grid.
 *
 * @param grid id of the grid
 * @param simulator name
 * @param arrived trips that reached their destination
 * @param forced trips that did not go all the way by themselves: SUMO's teleports out of deadlocks,
 *     our unfinished trips
 * @param vehicleUpdates vehicles on the road, summed over steps
 * @param stepSeconds length of a step, s
 * @param meanTripSeconds mean time from the wished departure to the arrival, s
 * @param cpuSeconds of the simulation, loading apart, s
 * @param wallSeconds likewise, s
 * @param peakBytes most resident memory of the process, B
 */
record Measurement(
        String grid,
        String simulator,
        long arrived,
        long forced,
        double vehicleUpdates,
        double stepSeconds,
        double meanTripSeconds,
        double cpuSeconds,
        double wallSeconds,
        double peakBytes) {

    double updatesPerCpuSecond() {
        return vehicleUpdates / cpuSeconds;
    }

    double vehicleSecondsPerCpuSecond() {
        return stepSeconds * vehicleUpdates / cpuSeconds;
    }
}
