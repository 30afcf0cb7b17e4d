package org.chalaco.day2day.transit;

import static java.util.Objects.requireNonNull;

import org.chalaco.mobsim.traffic.VehicleType;

/**
 * A vehicle of public transport.
 *
 * @param id file id
 * @param type how it drives
 * @param room for passengers
 */
public record TransitVehicle(String id, VehicleType type, PassengerRoom room) {

    public TransitVehicle {
        requireNonNull(type, "type of transit vehicle " + id);
        requireNonNull(room, "room of transit vehicle " + id);
    }

    /** What MATSim calls its driver in events. */
    public String driverId() {
        return "pt_" + id + "_" + type.id();
    }
}
