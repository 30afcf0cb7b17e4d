package org.chalaco.mobsim.traffic;

import static java.util.Objects.requireNonNull;

/**
 * A type of vehicle and the people who drive it.
 *
 * @param id file id
 * @param vehicleClass class it counts as
 * @param length bumper to bumper, m
 * @param maxSpeed what it can do, m/s
 * @param pcu passenger car units, -
 * @param driver the mean driver
 * @param spread how much drivers differ
 */
public record VehicleType(
        String id,
        VehicleClass vehicleClass,
        double length,
        double maxSpeed,
        double pcu,
        DriverParameters driver,
        DriverSpread spread) {

    /** A car of 4.3 m with {@linkplain DriverParameters#CITY city drivers} who all drive alike. */
    public static final VehicleType CAR =
            new VehicleType(
                    "car",
                    VehicleClass.CAR,
                    4.3,
                    100 / 3.6,
                    1.0,
                    DriverParameters.CITY,
                    DriverSpread.NONE);

    public VehicleType {
        requireNonNull(id, "vehicle type id");
        requireNonNull(vehicleClass, "class of vehicle type " + id);
        requireNonNull(driver, "driver of vehicle type " + id);
        requireNonNull(spread, "spread of vehicle type " + id);
        if (!(length > 0 && length <= 50)) {
            throw new IllegalArgumentException(
                    "The length (%s m) of vehicle type (%s) is not between 0 and 50 m."
                            .formatted(length, id));
        }
        if (!(maxSpeed > 0)) {
            throw new IllegalArgumentException(
                    "The maximum speed (%s m/s) of vehicle type (%s) is not positive."
                            .formatted(maxSpeed, id));
        }
        if (!(pcu > 0)) {
            throw new IllegalArgumentException(
                    "The pcu (%s) of vehicle type (%s) is not positive.".formatted(pcu, id));
        }
    }

    /** The same type with another mean driver. */
    public VehicleType withDriver(DriverParameters newDriver) {
        return new VehicleType(id, vehicleClass, length, maxSpeed, pcu, newDriver, spread);
    }

    /** The same type with another spread of drivers. */
    public VehicleType withSpread(DriverSpread newSpread) {
        return new VehicleType(id, vehicleClass, length, maxSpeed, pcu, driver, newSpread);
    }
}
