package org.chalaco.analysis.kpi;

import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * Totals of one vehicle class, or of all classes together.
 *
 * <p>Every departure is exactly one of: arrived, on the road at the end, waiting outside at the
 * end, or removed. Vehicles that did not arrive count with the time and the whole links driven so
 * far; the piece driven on their last link is unknown to the events and is left out of the
 * distance.
 *
 * @param vehicleClass the class, or null for all together
 * @param departures vehicles that wanted to drive before the end of the run
 * @param entered vehicles that came onto the road
 * @param arrived vehicles that reached their destination
 * @param onRoadAtEnd vehicles on the road when the run ended: trips unfinished
 * @param waitingOutsideAtEnd vehicles that had not found a gap to enter when the run ended
 * @param removed vehicles taken off the road as hopeless, or stuck, before the end
 * @param vehicleKm distance driven, veh km
 * @param vehicleHours time on the road, veh h
 * @param freeFlowHours the time that distance takes alone on the road, with green all the way, veh
 *     h
 * @param delayHours time lost on the road, {@code vehicleHours - freeFlowHours}, never negative per
 *     vehicle and link, veh h
 * @param waitingOutsideHours time spent waiting to enter, so far, veh h
 * @param stops times a vehicle came to a stop
 * @param arrivedTripHours sum over arrived vehicles, from wanted departure to arrival, veh h
 * @param arrivedKm distance driven by arrived vehicles, veh km
 */
public record ClassKpis(
        VehicleClass vehicleClass,
        long departures,
        long entered,
        long arrived,
        long onRoadAtEnd,
        long waitingOutsideAtEnd,
        long removed,
        double vehicleKm,
        double vehicleHours,
        double freeFlowHours,
        double delayHours,
        double waitingOutsideHours,
        long stops,
        double arrivedTripHours,
        double arrivedKm) {

    /** Name for tables: the class, or {@code ALL}. */
    public String name() {
        return vehicleClass == null ? "ALL" : vehicleClass.name();
    }

    /** Space-mean speed on the road, km/h; NaN if nobody drove. */
    public double meanSpeedKmh() {
        return Ratio.of(vehicleKm, vehicleHours);
    }

    /** Time on the road over free-flow time, -; NaN if nobody drove. */
    public double travelTimeIndex() {
        return Ratio.of(vehicleHours, freeFlowHours);
    }

    /** Time lost on the road per vehicle that entered, s. */
    public double meanDelay() {
        return Ratio.of(delayHours * 3600, entered);
    }

    /** Time spent waiting to enter per departure, s. */
    public double meanWaitingOutside() {
        return Ratio.of(waitingOutsideHours * 3600, departures);
    }

    /** Wanted departure to arrival, waiting outside included, mean over arrived vehicles, s. */
    public double meanTripTime() {
        return Ratio.of(arrivedTripHours * 3600, arrived);
    }

    /** Distance per arrived vehicle, km. */
    public double meanTripKm() {
        return Ratio.of(arrivedKm, arrived);
    }

    /** Stops per vehicle-kilometre, 1/km. */
    public double stopsPerKm() {
        return Ratio.of(stops, vehicleKm);
    }
}
