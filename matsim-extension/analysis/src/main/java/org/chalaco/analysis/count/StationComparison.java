package org.chalaco.analysis.count;

import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * One station in one hour (or other interval): counted and simulated.
 *
 * @param stationId the station
 * @param from start, s since midnight
 * @param until end, s, exclusive
 * @param vehicleClass class compared, or null for all together
 * @param observed counted flow, veh/h
 * @param simulated simulated flow, veh/h
 */
public record StationComparison(
        String stationId,
        double from,
        double until,
        VehicleClass vehicleClass,
        double observed,
        double simulated) {

    /** GEH of the two flows. */
    public double geh() {
        return Geh.of(simulated, observed);
    }

    /** {@code simulated - observed}, veh/h. */
    public double difference() {
        return simulated - observed;
    }

    /** Difference over the counted flow, -; NaN if nothing was counted. */
    public double relativeDifference() {
        return observed > 0 ? difference() / observed : Double.NaN;
    }
}
