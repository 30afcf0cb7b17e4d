package org.chalaco.mobsim.run;

/**
 * What one run did, in numbers. Every departure of the run's time is exactly one of: arrived, on
 * the road at the end, waiting outside at the end, or removed as hopeless.
 *
 * @param departures vehicles that wanted to drive before the end
 * @param entered vehicles that came onto the road
 * @param arrived vehicles that reached their destination
 * @param onRoadAtEnd vehicles still driving when the run ended
 * @param waitingOutsideAtEnd vehicles that never found a gap to enter
 * @param removedAsHopeless vehicles taken off by the relief for hopeless cases
 * @param waitingOutsideSeconds total time spent waiting to enter, s
 * @param wrongLaneTurns turns made from a lane that does not lead there
 * @param redLightsRun stop lines crossed at red by drivers who could have stopped; 0 unless
 *     something is wrong
 * @param laneChanges lane changes
 * @param vehicleUpdates vehicles on the road, summed over steps
 * @param peakVehiclesOnRoad most vehicles on the road at once
 * @param steps steps taken
 * @param endTime when the run ended, s since midnight
 * @param seed that the run can be repeated with
 */
public record RunResult(
        long departures,
        long entered,
        long arrived,
        long onRoadAtEnd,
        long waitingOutsideAtEnd,
        long removedAsHopeless,
        double waitingOutsideSeconds,
        long wrongLaneTurns,
        long redLightsRun,
        long laneChanges,
        long vehicleUpdates,
        int peakVehiclesOnRoad,
        long steps,
        double endTime,
        long seed) {}
