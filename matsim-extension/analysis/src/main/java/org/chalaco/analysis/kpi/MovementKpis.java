package org.chalaco.analysis.kpi;

import org.chalaco.mobsim.network.Turn;

/**
 * One movement, from link to link, in one interval or over the whole run. Vehicles count when they
 * cross the stop line.
 *
 * @param fromLinkId link left
 * @param toLinkId link entered
 * @param fromLinkIndex its index
 * @param toLinkIndex its index
 * @param junctionId intersection it crosses
 * @param turn how it bends
 * @param control how the intersection is controlled; null at a junction that is none, where two
 *     links merely meet
 * @param from start, s since midnight
 * @param until end, s
 * @param vehicles that made it
 * @param pcu the same in passenger car units
 * @param delaySeconds sum of control delays: time on the approach link minus free-flow time at the
 *     vehicle's own maximum speed, never negative, s
 * @param stops times they came to a stop on the approach link
 * @param degreeOfSaturation flow over capacity of the busiest lane it uses, -; the flow is what
 *     passed, so demand beyond capacity shows in delay and queue, not here; NaN where green or
 *     saturation flow are unknown
 */
public record MovementKpis(
        String fromLinkId,
        String toLinkId,
        int fromLinkIndex,
        int toLinkIndex,
        String junctionId,
        Turn turn,
        IntersectionControl control,
        double from,
        double until,
        long vehicles,
        double pcu,
        double delaySeconds,
        long stops,
        double degreeOfSaturation) {

    /** Mean control delay, s per vehicle; NaN if nobody passed. */
    public double meanControlDelay() {
        return Ratio.of(delaySeconds, vehicles);
    }

    /** Stops per vehicle, -. */
    public double stopsPerVehicle() {
        return Ratio.of(stops, vehicles);
    }

    /** Flow, veh/h. */
    public double flowVehPerHour() {
        return Ratio.of(vehicles * 3600.0, until - from);
    }

    /** Grade by delay, F where saturated; null if nobody passed. */
    public LevelOfService levelOfService() {
        return LevelOfService.of(control, meanControlDelay(), degreeOfSaturation);
    }
}
