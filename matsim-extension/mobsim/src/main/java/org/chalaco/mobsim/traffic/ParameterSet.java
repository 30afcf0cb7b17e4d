package org.chalaco.mobsim.traffic;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A named choice of vehicle types and drivers for every {@link VehicleClass}, with its source.
 *
 * <pre>{@code
 * VehicleType truck = ParameterSet.LIMA_CALLAO.type(VehicleClass.TRUCK);
 * }</pre>
 *
 * <p>What each set gives at a signal (saturation flow, lost time, passenger car units) is measured
 * in {@code docs/validation}. Immutable.
 */
public final class ParameterSet {

    /**
     * City driving of Treiber and Kesting, <i>Traffic Flow Dynamics</i> (2013), ch. 11: one driver,
     * {@link DriverParameters#CITY}, for all; classes differ in length, top speed and passenger car
     * units only, everyone of a class drives alike. The default.
     */
    public static final ParameterSet CITY_TREIBER =
            new Draft("city-treiber", DriverSpread.NONE)
                    .type(VehicleClass.CAR, 4.3, 100, 1.0, DriverParameters.CITY)
                    .type(VehicleClass.TAXI, 4.3, 100, 1.0, DriverParameters.CITY)
                    .type(VehicleClass.COMBI, 5.3, 90, 1.25, DriverParameters.CITY)
                    .type(VehicleClass.MINIBUS, 7.0, 80, 2.0, DriverParameters.CITY)
                    .type(VehicleClass.BUS, 12.0, 80, 3.0, DriverParameters.CITY)
                    .type(VehicleClass.MOTORCYCLE, 2.0, 90, 0.4, DriverParameters.CITY)
                    .type(VehicleClass.MOTOTAXI, 2.7, 45, 0.75, DriverParameters.CITY)
                    .type(VehicleClass.PICKUP, 5.3, 90, 1.25, DriverParameters.CITY)
                    .type(VehicleClass.TRUCK, 8.5, 75, 2.5, DriverParameters.CITY)
                    .type(VehicleClass.SEMITRAILER, 18.5, 70, 4.0, DriverParameters.CITY)
                    .set();

    /**
     * Lima and Callao: the city values calibrated so that a queue of cars discharges the 1600 to
     * 1800 veh/h per lane observed there, with a start loss of 2 to 3 s; other classes after their
     * size, power and manners. Sizes and units: {@code scenarios/callao/SOURCES.md} 3.6, saturation
     * flow 3.7 (own knowledge, medium to low certainty); drivers: own calibration. Drivers of a
     * class differ as in {@link DriverSpread#USUAL}.
     */
    public static final ParameterSet LIMA_CALLAO =
            new Draft("lima-callao", DriverSpread.USUAL)
                    .type(VehicleClass.CAR, 4.3, 100, 1.0, driver(1.0, 1.3, 2.0, 1.7, 2.0, 0.1))
                    .type(VehicleClass.TAXI, 4.3, 100, 1.0, driver(1.05, 1.2, 1.8, 1.8, 2.2, 0.05))
                    .type(VehicleClass.COMBI, 5.3, 90, 1.25, driver(1.05, 1.15, 1.8, 1.5, 2.2, 0))
                    .type(VehicleClass.MINIBUS, 7.0, 80, 2.0, driver(1.0, 1.4, 2.0, 1.1, 2.0, 0))
                    .type(VehicleClass.BUS, 12.0, 80, 3.0, driver(0.95, 1.6, 2.0, 1.0, 1.8, 0.05))
                    .type(
                            VehicleClass.MOTORCYCLE,
                            2.0,
                            90,
                            0.4,
                            driver(1.1, 0.9, 1.2, 2.2, 2.5, 0.05))
                    .type(
                            VehicleClass.MOTOTAXI,
                            2.7,
                            45,
                            0.75,
                            driver(0.9, 1.2, 1.5, 1.2, 2.0, 0.05))
                    .type(VehicleClass.PICKUP, 5.3, 90, 1.25, driver(1.0, 1.2, 2.0, 1.5, 2.0, 0.1))
                    .type(VehicleClass.TRUCK, 8.5, 75, 2.5, driver(0.9, 1.7, 2.5, 0.8, 1.7, 0.1))
                    .type(
                            VehicleClass.SEMITRAILER,
                            18.5,
                            70,
                            4.0,
                            driver(0.85, 1.9, 3.0, 0.6, 1.5, 0.1))
                    .set();

    private static final List<ParameterSet> ALL = List.of(CITY_TREIBER, LIMA_CALLAO);

    private final String id;
    private final Map<VehicleClass, VehicleType> types;

    private ParameterSet(String id, Map<VehicleClass, VehicleType> types) {
        this.id = id;
        this.types = types;
    }

    private static DriverParameters driver(
            double speedFactor,
            double timeGap,
            double standstillGap,
            double maxAcceleration,
            double comfortableDeceleration,
            double politeness) {
        return new DriverParameters(
                speedFactor,
                timeGap,
                standstillGap,
                maxAcceleration,
                comfortableDeceleration,
                4,
                politeness);
    }

    /** All sets, the default first. */
    public static List<ParameterSet> listAll() {
        return ALL;
    }

    /** Name in config files. */
    public String id() {
        return id;
    }

    /** The type of a class; its id is the name of the class in lower case. */
    public VehicleType type(VehicleClass vehicleClass) {
        return types.get(requireNonNull(vehicleClass, "vehicle class"));
    }

    /** The types of all classes, in the order of the classes. */
    public List<VehicleType> types() {
        return List.copyOf(types.values());
    }

    @Override
    public String toString() {
        return id;
    }

    /** Collects the types of a set. */
    private static final class Draft {
        private final String id;
        private final DriverSpread spread;
        private final Map<VehicleClass, VehicleType> types = new EnumMap<>(VehicleClass.class);

        Draft(String id, DriverSpread spread) {
            this.id = id;
            this.spread = spread;
        }

        Draft type(
                VehicleClass vehicleClass,
                double length,
                double maxSpeedKmh,
                double pcu,
                DriverParameters driver) {
            types.put(
                    vehicleClass,
                    new VehicleType(
                            vehicleClass.name().toLowerCase(java.util.Locale.ROOT),
                            vehicleClass,
                            length,
                            maxSpeedKmh / 3.6,
                            pcu,
                            driver,
                            spread));
            return this;
        }

        ParameterSet set() {
            return new ParameterSet(id, types);
        }
    }
}
