package org.chalaco.mobsim.detector;

import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * Vehicles counted at a station in an interval: one type for what is observed and what is
 * simulated.
 *
 * @param stationId the station
 * @param from start of the interval, s since midnight
 * @param until end, s, exclusive
 * @param vehicleClass class counted, or null for all together
 * @param vehicles number of vehicles
 * @param quality share of the interval that was really observed, 0 to 1
 */
public record TrafficCount(
        String stationId,
        double from,
        double until,
        VehicleClass vehicleClass,
        double vehicles,
        double quality) {

    /** Flow, veh/h. */
    public double flowVehPerHour() {
        return vehicles * 3600 / (until - from);
    }
}
