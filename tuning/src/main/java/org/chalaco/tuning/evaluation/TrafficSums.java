package org.chalaco.tuning.evaluation;

import java.io.Serializable;
import java.util.Arrays;
import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * What one evaluation adds up to, within the part of the run that counts. Vehicles on the road or
 * waiting outside at the end count with their time so far: a plan that lets nobody in is not good.
 *
 * @param seconds length of the part that counts, s
 * @param departures vehicles that wanted to drive before the end
 * @param arrived vehicles that arrived within the part that counts
 * @param unfinished vehicles on the road or waiting outside at the end
 * @param vehicleSeconds time on the road by vehicle class, s
 * @param delaySeconds of it, time lost against driving alone with green all the way, s
 * @param waitingSeconds time spent waiting to enter by vehicle class, s
 * @param stops times a vehicle came to a stop by vehicle class
 * @param largestMeanLinkTime largest over links of vehicle-seconds by vehicles, s
 * @param squareWeightedLinkTime mean over links of vehicle-seconds by vehicles, weighted with the
 *     square of the vehicles, s
 * @param pedestrianSeconds delay of pedestrians at the crossings, s
 * @param signals number of signals that stand
 * @param localSeconds delay, waiting and {@value #LOCAL_STOP} s per stop on the approaches of each
 *     intersection of the problem, s
 * @param metered figures of the problem's meters, in their order
 * @param vehicleUpdates vehicles on the road summed over steps: what the simulation cost
 */
public record TrafficSums(
        double seconds,
        long departures,
        long arrived,
        long unfinished,
        double[] vehicleSeconds,
        double[] delaySeconds,
        double[] waitingSeconds,
        double[] stops,
        double largestMeanLinkTime,
        double squareWeightedLinkTime,
        double pedestrianSeconds,
        int signals,
        double[] localSeconds,
        double[] metered,
        long vehicleUpdates)
        implements Serializable {

    private static final long serialVersionUID = 1;

    /** What a stop is worth in the local figures, s. */
    public static final double LOCAL_STOP = 10;

    /** Time on the road, all classes, s. */
    public double totalVehicleSeconds() {
        return Arrays.stream(vehicleSeconds).sum();
    }

    /** Delay on the road, all classes, s. */
    public double totalDelaySeconds() {
        return Arrays.stream(delaySeconds).sum();
    }

    /** Waiting outside, all classes, s. */
    public double totalWaitingSeconds() {
        return Arrays.stream(waitingSeconds).sum();
    }

    /** Stops, all classes. */
    public double totalStops() {
        return Arrays.stream(stops).sum();
    }

    /** Delay on the road of a class, s. */
    public double delaySeconds(VehicleClass vehicleClass) {
        return delaySeconds[vehicleClass.ordinal()];
    }

    /** Waiting outside of a class, s. */
    public double waitingSeconds(VehicleClass vehicleClass) {
        return waitingSeconds[vehicleClass.ordinal()];
    }

    /** Equal bit for bit, but for the arrays' identity. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TrafficSums sums && Arrays.equals(numbers(), sums.numbers());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers());
    }

    private double[] numbers() {
        double[] single = {
            seconds,
            departures,
            arrived,
            unfinished,
            largestMeanLinkTime,
            squareWeightedLinkTime,
            pedestrianSeconds,
            signals,
            vehicleUpdates
        };
        double[][] parts = {
            single, vehicleSeconds, delaySeconds, waitingSeconds, stops, localSeconds, metered
        };
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }
}
