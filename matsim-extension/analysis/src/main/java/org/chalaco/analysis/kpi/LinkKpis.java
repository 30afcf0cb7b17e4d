package org.chalaco.analysis.kpi;

import java.util.List;

/**
 * One link in one interval, or over the whole run.
 *
 * <p>A vehicle is on a link from crossing the stop line before it (so the box is part of the link)
 * until it crosses the link's own stop line, arrives or is removed. Time, distance and free-flow
 * time are spread over the intervals a vehicle was on the link, so sums over intervals are exact.
 *
 * @param linkId the link; several joined by {@code +} if merged
 * @param linkIndex its index in the network, or -1 if merged
 * @param from start, s since midnight
 * @param until end, s
 * @param entered vehicles that entered over the stop line before it, or started on it
 * @param left vehicles that left over its stop line or arrived on it
 * @param unfinished vehicles on it when the run ended, or removed from it; over the whole run,
 *     {@code entered = left + unfinished}
 * @param vehicleKm distance driven, veh km
 * @param vehicleHours time spent, veh h
 * @param freeFlowHours time the same distance takes alone on the road, veh h; for unfinished
 *     vehicles the whole link's, but no more than they spent
 * @param delaySeconds time lost by the vehicles that left in the interval; of the unfinished, the
 *     time lost so far, s
 * @param stops times a vehicle came to a stop, counted where it left
 */
public record LinkKpis(
        String linkId,
        int linkIndex,
        double from,
        double until,
        long entered,
        long left,
        long unfinished,
        double vehicleKm,
        double vehicleHours,
        double freeFlowHours,
        double delaySeconds,
        long stops) {

    /** Space-mean speed, km/h; NaN if nobody was there. */
    public double meanSpeedKmh() {
        return Ratio.of(vehicleKm, vehicleHours);
    }

    /** Time spent over free-flow time, -; NaN if nobody was there. */
    public double travelTimeIndex() {
        return Ratio.of(vehicleHours, freeFlowHours);
    }

    /** Time lost per vehicle that left or never did, s; NaN if there was nobody. */
    public double meanDelay() {
        return Ratio.of(delaySeconds, left + unfinished);
    }

    /** Vehicles that left, veh/h. */
    public double flowVehPerHour() {
        return Ratio.of(left * 3600.0, until - from);
    }

    /** Vehicles on the link, mean over the interval. */
    public double meanVehicles() {
        return Ratio.of(vehicleHours * 3600, until - from);
    }

    /**
     * Several links or intervals as one: sums, over the union of their times.
     *
     * @param name what to call them
     * @throws IllegalArgumentException if there is nothing to merge
     */
    public static LinkKpis merged(String name, List<LinkKpis> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("(%s) has no links to merge.".formatted(name));
        }
        return parts.stream().reduce((a, b) -> a.plus(name, b)).orElseThrow().renamed(name);
    }

    private LinkKpis renamed(String name) {
        return new LinkKpis(
                name,
                linkIndex,
                from,
                until,
                entered,
                left,
                unfinished,
                vehicleKm,
                vehicleHours,
                freeFlowHours,
                delaySeconds,
                stops);
    }

    private LinkKpis plus(String name, LinkKpis other) {
        return new LinkKpis(
                name,
                linkIndex == other.linkIndex ? linkIndex : -1,
                Math.min(from, other.from),
                Math.max(until, other.until),
                entered + other.entered,
                left + other.left,
                unfinished + other.unfinished,
                vehicleKm + other.vehicleKm,
                vehicleHours + other.vehicleHours,
                freeFlowHours + other.freeFlowHours,
                delaySeconds + other.delaySeconds,
                stops + other.stops);
    }
}
