package org.chalaco.analysis.kpi;

/**
 * The whole network in one interval: departures and arrivals curve, vehicles on the road, speed.
 *
 * @param from start of the interval, s since midnight
 * @param until end, s; cut at the end of the run
 * @param departures vehicles that wanted to leave in it
 * @param entered vehicles that came onto the road in it
 * @param arrived vehicles that reached their destination in it
 * @param removed vehicles taken off the road in it before the end of the run
 * @param onRoadAtEnd vehicles on the road at its end
 * @param waitingOutsideAtEnd vehicles waiting to enter at its end
 * @param vehicleKm distance driven in it, veh km
 * @param vehicleHours time on the road in it, veh h
 * @param freeFlowHours the time that distance takes alone on the road, veh h
 * @param waitingOutsideHours time spent waiting to enter in it, veh h
 */
public record IntervalKpis(
        double from,
        double until,
        long departures,
        long entered,
        long arrived,
        long removed,
        long onRoadAtEnd,
        long waitingOutsideAtEnd,
        double vehicleKm,
        double vehicleHours,
        double freeFlowHours,
        double waitingOutsideHours) {

    /** Arrivals, veh/h. */
    public double throughputVehPerHour() {
        return Ratio.of(arrived * 3600.0, until - from);
    }

    /** Space-mean speed on the road, km/h; NaN if nobody drove. */
    public double meanSpeedKmh() {
        return Ratio.of(vehicleKm, vehicleHours);
    }

    /** Time on the road over free-flow time, -. */
    public double travelTimeIndex() {
        return Ratio.of(vehicleHours, freeFlowHours);
    }
}
