package org.chalaco.mobsim.traffic;

import java.util.ArrayList;
import java.util.List;

/**
 * Arrivals of a Poisson process on one route: independent exponential headways.
 *
 * @param route links every vehicle drives
 * @param typeIndex vehicle type
 * @param flowVehPerHour mean flow, veh/h
 * @param from first moment, s
 * @param until end, s, exclusive
 */
public record PoissonFlow(
        Route route, int typeIndex, double flowVehPerHour, double from, double until) {

    public PoissonFlow {
        if (!(flowVehPerHour > 0) || !(until >= from)) {
            throw new IllegalArgumentException(
                    "A flow of (%s veh/h) from (%s s) until (%s s) is none."
                            .formatted(flowVehPerHour, from, until));
        }
    }

    /**
     * Draws the departures.
     *
     * @param seed of the run
     * @param firstVehicleIndex index of the first vehicle; the stream is its own, so two flows need
     *     different first indexes
     */
    public List<Departure> departures(long seed, int firstVehicleIndex) {
        RandomStream random = RandomStream.of(seed, firstVehicleIndex, "arrivals");
        double meanHeadway = 3600 / flowVehPerHour;
        List<Departure> departures = new ArrayList<>();
        for (double t = from + random.nextExponential(meanHeadway);
                t < until;
                t += random.nextExponential(meanHeadway)) {
            departures.add(
                    Departure.of(firstVehicleIndex + departures.size(), typeIndex, t, route));
        }
        return departures;
    }
}
