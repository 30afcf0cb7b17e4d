package org.chalaco.day2day;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.transit.TransitSupply;
import org.chalaco.day2day.transit.TransitVehicle;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * What everyone drives. MATSim: {@code vehiclesSource} of {@code qsim}.
 *
 * @param types vehicle types; departures name them by their place in this list
 * @param source where the type of a trip comes from
 * @param vehicleTypes for {@link Source#FROM_VEHICLES_DATA}: type id by vehicle id; the vehicle of
 *     a person is called like the person, or {@code person_mode}, unless
 * @param ownVehicles names it: by person id, then by mode
 * @param transit vehicles of public transport by the ids of their drivers
 */
public record Fleet(
        List<VehicleType> types,
        Source source,
        Map<String, String> vehicleTypes,
        Map<String, Map<String, String>> ownVehicles,
        Map<String, TransitVehicle> transit) {

    /** MATSim's three ways to know the type of a vehicle. */
    public enum Source {
        /** All vehicles are of the first type. */
        DEFAULT_VEHICLE("defaultVehicle"),
        /** The type is called like the mode. */
        MODE_VEHICLE_TYPES("modeVehicleTypesFromVehiclesData"),
        /** Every vehicle is listed with its type. */
        FROM_VEHICLES_DATA("fromVehiclesData");

        private final String fileName;

        Source(String fileName) {
            this.fileName = fileName;
        }

        /** MATSim's name. */
        public String fileName() {
            return fileName;
        }
    }

    /** No such type. */
    public static final int NONE = -1;

    public Fleet {
        types = List.copyOf(types);
        vehicleTypes = Map.copyOf(vehicleTypes);
        ownVehicles = Map.copyOf(ownVehicles);
        transit = Map.copyOf(transit);
        if (types.isEmpty()) {
            throw new IllegalArgumentException(
                    "A fleet needs at least one vehicle type.%nMaybe VehicleType.CAR?".formatted());
        }
    }

    /** A fleet without public transport. */
    public Fleet(
            List<VehicleType> types,
            Source source,
            Map<String, String> vehicleTypes,
            Map<String, Map<String, String>> ownVehicles) {
        this(types, source, vehicleTypes, ownVehicles, Map.of());
    }

    /** A fleet in which vehicles are called after persons and modes. */
    public Fleet(List<VehicleType> types, Source source, Map<String, String> vehicleTypes) {
        this(types, source, vehicleTypes, Map.of());
    }

    /** Everyone drives the same. */
    public static Fleet of(VehicleType type) {
        return new Fleet(List.of(type), Source.DEFAULT_VEHICLE, Map.of());
    }

    /** Every mode has the type of its name. */
    public static Fleet byMode(List<VehicleType> types) {
        return new Fleet(types, Source.MODE_VEHICLE_TYPES, Map.of());
    }

    /** The same fleet with the vehicles of public transport; their types come last. */
    public Fleet with(TransitSupply supply) {
        List<VehicleType> all = new ArrayList<>(types);
        Map<String, TransitVehicle> byDriver = new LinkedHashMap<>();
        for (TransitVehicle vehicle : supply.vehicles().values()) {
            byDriver.put(vehicle.driverId(), vehicle);
            if (!all.contains(vehicle.type())) {
                all.add(vehicle.type());
            }
        }
        return new Fleet(all, source, vehicleTypes, ownVehicles, byDriver);
    }

    /** Index of the type a person drives, or -1 if there is none. */
    public int findType(Person person, String mode) {
        TransitVehicle bus = transit.get(person.id());
        if (bus != null) {
            return types.indexOf(bus.type());
        }
        return switch (source) {
            case DEFAULT_VEHICLE -> 0;
            case MODE_VEHICLE_TYPES -> findType(mode);
            case FROM_VEHICLES_DATA -> {
                String id = vehicleTypes.get(vehicleId(person, mode));
                yield id == null ? NONE : findType(id);
            }
        };
    }

    /**
     * What the vehicle is called that a person drives in a mode: as the person says, else {@code
     * person_mode}, and like the person for a car or where only such a vehicle is listed.
     */
    public String vehicleId(Person person, String mode) {
        TransitVehicle bus = transit.get(person.id());
        if (bus != null) {
            return bus.id();
        }
        String own = ownVehicles.getOrDefault(person.id(), Map.of()).get(mode);
        if (own != null) {
            return own;
        }
        String ofMode = person.id() + "_" + mode;
        boolean listed = source == Source.FROM_VEHICLES_DATA;
        boolean like =
                listed && !vehicleTypes.isEmpty()
                        ? !vehicleTypes.containsKey(ofMode)
                        : mode.equals("car");
        return like ? person.id() : ofMode;
    }

    private int findType(String id) {
        for (int k = 0; k < types.size(); k++) {
            if (types.get(k).id().equals(id)) {
                return k;
            }
        }
        return NONE;
    }

    /** What vehicles of a mode can do at best, m/s; infinite where that differs or is unknown. */
    double maxSpeed(String mode) {
        int type =
                switch (source) {
                    case DEFAULT_VEHICLE -> 0;
                    case MODE_VEHICLE_TYPES -> findType(mode);
                    case FROM_VEHICLES_DATA -> NONE;
                };
        return type == NONE ? Double.POSITIVE_INFINITY : types.get(type).maxSpeed();
    }
}
