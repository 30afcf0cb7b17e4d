package org.chalaco.tuning.objective;

import java.util.Map;
import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * Persons per vehicle, driver included where the driver travels. Own assumptions for a Latin
 * American city, of low certainty; private cars as in Lima (1.5 to 1.7).
 */
public final class Occupancy {

    /** By class. */
    public static final Map<VehicleClass, Double> USUAL =
            Map.of(
                    VehicleClass.CAR, 1.6,
                    VehicleClass.TAXI, 1.3,
                    VehicleClass.MOTOTAXI, 1.2,
                    VehicleClass.MOTORCYCLE, 1.1,
                    VehicleClass.COMBI, 12.0,
                    VehicleClass.MINIBUS, 25.0,
                    VehicleClass.BUS, 40.0,
                    VehicleClass.TRUCK, 1.2,
                    VehicleClass.PICKUP, 1.2,
                    VehicleClass.SEMITRAILER, 1.0);

    private Occupancy() {}
}
