package org.chalaco.formats.vehicles;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Attributes of a vehicle type that describe its drivers: the IDM parameters of the mean driver,
 * and how much drivers differ.
 */
enum TypeAttribute {
    SPEED_FACTOR(
            "speedFactor",
            "-",
            0.01,
            3,
            "Desired speed as a multiple of the link's free speed.",
            t -> t.driver().speedFactor()),
    TIME_GAP(
            "timeGap",
            "s",
            0.01,
            10,
            "Desired time gap T to the vehicle ahead.",
            t -> t.driver().timeGap()),
    STANDSTILL_GAP(
            "standstillGap",
            "m",
            0.01,
            20,
            "Gap s0 kept when standing, bumper to bumper.",
            t -> t.driver().standstillGap()),
    MAX_ACCELERATION(
            "maxAcceleration",
            "m/s²",
            0.01,
            20,
            "Acceleration a from standstill on a free road.",
            t -> t.driver().maxAcceleration()),
    COMFORTABLE_DECELERATION(
            "comfortableDeceleration",
            "m/s²",
            0.01,
            20,
            "Braking b that drivers plan with.",
            t -> t.driver().comfortableDeceleration()),
    EXPONENT(
            "exponent",
            "-",
            0.1,
            20,
            "Exponent δ: how acceleration fades near the desired speed.",
            t -> t.driver().exponent()),
    POLITENESS(
            "politeness",
            "-",
            0,
            1,
            "Politeness p: weight of others' disadvantage when changing lanes.",
            t -> t.driver().politeness()),
    SPEED_FACTOR_SPREAD(
            "speedFactorSpread", "-", 0, 0.4, spread("speedFactor"), t -> t.spread().speedFactor()),
    TIME_GAP_SPREAD("timeGapSpread", "-", 0, 0.4, spread("timeGap"), t -> t.spread().timeGap()),
    STANDSTILL_GAP_SPREAD(
            "standstillGapSpread",
            "-",
            0,
            0.4,
            spread("standstillGap"),
            t -> t.spread().standstillGap()),
    MAX_ACCELERATION_SPREAD(
            "maxAccelerationSpread",
            "-",
            0,
            0.4,
            spread("maxAcceleration"),
            t -> t.spread().maxAcceleration()),
    COMFORTABLE_DECELERATION_SPREAD(
            "comfortableDecelerationSpread",
            "-",
            0,
            0.4,
            spread("comfortableDeceleration"),
            t -> t.spread().comfortableDeceleration());

    /** What all of them begin with. */
    static final String PREFIX = "chalaco:";

    /** The attribute that names the class; the others are numbers. */
    static final String VEHICLE_CLASS = PREFIX + "vehicleClass";

    private final String key;
    private final String unit;
    private final double least;
    private final double most;
    private final String meaning;
    private final ToDoubleFunction<VehicleType> value;

    TypeAttribute(
            String key,
            String unit,
            double least,
            double most,
            String meaning,
            ToDoubleFunction<VehicleType> value) {
        this.key = PREFIX + key;
        this.unit = unit;
        this.least = least;
        this.most = most;
        this.meaning = meaning;
        this.value = value;
    }

    private static String spread(String key) {
        return "How much drivers differ in %s: standard deviation over mean.".formatted(key);
    }

    String unit() {
        return unit;
    }

    String meaning() {
        return meaning;
    }

    String key() {
        return key;
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }

    double of(VehicleType type) {
        return value.applyAsDouble(type);
    }

    static Optional<TypeAttribute> find(String key) {
        for (TypeAttribute attribute : values()) {
            if (attribute.key.equals(key)) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }

    /** Driver and spread from one value per attribute, in the order of this enum. */
    static VehicleType apply(VehicleType type, double[] v) {
        return type.withDriver(new DriverParameters(v[0], v[1], v[2], v[3], v[4], v[5], v[6]))
                .withSpread(new DriverSpread(v[7], v[8], v[9], v[10], v[11]));
    }
}
