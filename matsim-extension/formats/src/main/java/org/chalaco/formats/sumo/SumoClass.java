package org.chalaco.formats.sumo;

import java.util.Locale;
import org.chalaco.mobsim.traffic.VehicleClass;

/** SUMO's classes of vehicle, which links are open to or not. */
final class SumoClass {

    private SumoClass() {}

    static String of(VehicleClass vehicleClass) {
        return switch (vehicleClass) {
            case CAR -> "passenger";
            case TAXI -> "taxi";
            case COMBI, MINIBUS -> "coach";
            case BUS -> "bus";
            case MOTORCYCLE -> "motorcycle";
            case MOTOTAXI -> "moped";
            case PICKUP -> "delivery";
            case TRUCK -> "truck";
            case SEMITRAILER -> "trailer";
        };
    }

    /** A mode is called like a class or, as {@code car}, like what it drives; else by itself. */
    static String ofMode(String mode) {
        for (VehicleClass known : VehicleClass.values()) {
            if (known.name().equals(mode.toUpperCase(Locale.ROOT))) {
                return of(known);
            }
        }
        return of(VehicleClass.CAR);
    }
}
