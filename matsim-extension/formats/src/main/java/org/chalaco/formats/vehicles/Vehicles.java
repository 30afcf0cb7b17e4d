package org.chalaco.formats.vehicles;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.transit.PassengerRoom;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * What a vehicles file holds.
 *
 * @param types vehicle types, in file order
 * @param typeOfVehicle from vehicle id to type id, in file order; empty where vehicles are made
 *     from types alone
 * @param rooms for passengers, by type id; of types that give their capacity
 */
public record Vehicles(
        List<VehicleType> types,
        Map<String, String> typeOfVehicle,
        Map<String, PassengerRoom> rooms) {

    public Vehicles {
        types = List.copyOf(types);
        typeOfVehicle = Collections.unmodifiableMap(new LinkedHashMap<>(typeOfVehicle));
        rooms = Map.copyOf(rooms);
    }

    /** Vehicles without passengers. */
    public Vehicles(List<VehicleType> types, Map<String, String> typeOfVehicle) {
        this(types, typeOfVehicle, Map.of());
    }
}
