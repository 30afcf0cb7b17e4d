package org.chalaco.day2day;

import java.util.List;
import java.util.Map;
import org.chalaco.day2day.demand.Person;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * What everyone drives. MATSim: {@code vehiclesSource} of {@code qsim}.
 *
 * @param types vehicle types; departures name them by their place in this list
 * @param source where the type of a trip comes from
 * @param vehicleTypes for {@link Source#FROM_VEHICLES_DATA}: type id by vehicle id; the vehicle of
 *     a person is called like the person, or {@code person_mode}
 */
public record Fleet(List<VehicleType> types, Source source, Map<String, String> vehicleTypes) {

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
        if (types.isEmpty()) {
            throw new IllegalArgumentException(
                    "A fleet needs at least one vehicle type.%nMaybe VehicleType.CAR?".formatted());
        }
    }

    /** Everyone drives the same. */
    public static Fleet of(VehicleType type) {
        return new Fleet(List.of(type), Source.DEFAULT_VEHICLE, Map.of());
    }

    /** Every mode has the type of its name. */
    public static Fleet byMode(List<VehicleType> types) {
        return new Fleet(types, Source.MODE_VEHICLE_TYPES, Map.of());
    }

    /** Index of the type a person drives, or -1 if there is none. */
    public int findType(Person person, String mode) {
        return switch (source) {
            case DEFAULT_VEHICLE -> 0;
            case MODE_VEHICLE_TYPES -> findType(mode);
            case FROM_VEHICLES_DATA -> {
                String own = vehicleTypes.get(person.id() + "_" + mode);
                String id = own == null ? vehicleTypes.get(person.id()) : own;
                yield id == null ? NONE : findType(id);
            }
        };
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
