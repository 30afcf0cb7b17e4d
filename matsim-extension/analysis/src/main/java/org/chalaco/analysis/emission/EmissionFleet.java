package org.chalaco.analysis.emission;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.chalaco.mobsim.traffic.VehicleClass;

/** What the vehicles of a town emit, class by class. Immutable and thread-safe. */
public final class EmissionFleet {

    /**
     * Callao's fleet: mototaxis and motorcycles as small petrol cars without catalyst, combis and
     * pick-ups as heavy diesel cars, coasters as small buses, trucks by their mass. Own
     * assumptions, in {@code fleet-callao.csv}. It serves for towns that say nothing of their own.
     */
    public static final EmissionFleet CALLAO = read();

    private final Map<VehicleClass, EmissionProfile> profiles;

    private EmissionFleet(Map<VehicleClass, EmissionProfile> profiles) {
        this.profiles = new EnumMap<>(profiles);
    }

    private static EmissionFleet read() {
        Map<VehicleClass, EmissionProfile> all = new EnumMap<>(VehicleClass.class);
        for (String[] row : CoefficientTable.rows("fleet-callao.csv")) {
            EngineType engine = EngineType.valueOf(row[1]);
            EmissionProfile profile = EmissionProfile.of(IntPanis.of(engine), engine.co2PerLitre());
            for (Pollutant p : Pollutant.values()) {
                profile = profile.withFactor(p, Double.parseDouble(row[2 + p.ordinal()]));
            }
            all.put(VehicleClass.valueOf(row[0]), profile);
        }
        return new EmissionFleet(all);
    }

    /** The profile of a class. */
    public EmissionProfile profile(VehicleClass vehicleClass) {
        return profiles.get(vehicleClass);
    }

    /** The same fleet with another profile of one class. */
    public EmissionFleet with(VehicleClass vehicleClass, EmissionProfile profile) {
        Map<VehicleClass, EmissionProfile> others = new EnumMap<>(profiles);
        others.put(vehicleClass, profile);
        return new EmissionFleet(others);
    }

    /** The same fleet with every profile changed. */
    public EmissionFleet withAll(UnaryOperator<EmissionProfile> change) {
        Map<VehicleClass, EmissionProfile> others = new EnumMap<>(VehicleClass.class);
        profiles.forEach((c, profile) -> others.put(c, change.apply(profile)));
        return new EmissionFleet(others);
    }

    /**
     * The same fleet with the carbon dioxide of standing vehicles as measured in the United States
     * (Argonne National Laboratory; Department of Energy, fact 861, 2015): compact petrol car 1.4,
     * compact diesel car 1.7, city bus 9.8, heavy truck 4.9 kg/h. By the model's own values buses
     * burn a third of that, petrol cars 40 % more.
     */
    public EmissionFleet withMeasuredIdling() {
        return withAll(
                profile -> {
                    if (!(profile.model() instanceof IntPanis model)) {
                        return profile; // another model's own values stay
                    }
                    EngineType engine = model.engine();
                    double gramsPerSecond =
                            switch (engine) {
                                case PETROL_CAR, LPG_CAR -> 1400 / 3600.0;
                                case DIESEL_CAR -> 1700 / 3600.0;
                                case BUS -> 9800 / 3600.0;
                                case TRUCK -> 4900 / 3600.0;
                            };
                    return profile.withIdle(
                            Pollutant.CO2, profile.factor(Pollutant.CO2) * gramsPerSecond);
                });
    }
}
