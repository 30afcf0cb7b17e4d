package org.chalaco.app.report;

/**
 * The figures at the top of the report. NaN where a figure is unknown: its sentence is left out.
 *
 * @param departures vehicles that wanted to drive
 * @param arrived vehicles that reached their destination
 * @param enRouteAtEnd vehicles on the road when the run ended
 * @param waitingOutsideAtEnd vehicles that never found a gap to enter
 * @param waitingOutside total time spent waiting to enter, s
 * @param meanSpeed vehicle distance over vehicle time, all vehicles on the road, m/s
 * @param peakSpeed the same on avenues in the peak, m/s
 * @param peakTime start of the peak, s since midnight
 * @param travelTimeIndex travel time over free travel time, -
 * @param controlDelay mean delay at signals and junctions, s per vehicle and junction
 * @param stopsPerKm stops per vehicle kilometre
 * @param distance driven by all vehicles, m
 * @param travelTime of all vehicles on the road, s
 * @param peakVehiclesOnRoad most vehicles on the road at once
 */
public record Headline(
        double departures,
        double arrived,
        double enRouteAtEnd,
        double waitingOutsideAtEnd,
        double waitingOutside,
        double meanSpeed,
        double peakSpeed,
        double peakTime,
        double travelTimeIndex,
        double controlDelay,
        double stopsPerKm,
        double distance,
        double travelTime,
        double peakVehiclesOnRoad) {}
