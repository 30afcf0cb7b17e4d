package org.chalaco.vision.classification;

import java.util.List;
import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * The five kinds that the shipped network tells apart, in the order of its outputs. Taxis and
 * pickups look like cars, vans and coasters like buses, trailers like trucks: finer classes are a
 * matter of length, which the road plane gives.
 */
public final class VehicleKinds {

    /** Outputs of the network. */
    public static final List<VehicleClass> ALL =
            List.of(
                    VehicleClass.CAR,
                    VehicleClass.BUS,
                    VehicleClass.TRUCK,
                    VehicleClass.MOTORCYCLE,
                    VehicleClass.MOTOTAXI);

    private VehicleKinds() {}

    /** The kind a class belongs to. */
    public static VehicleClass of(VehicleClass vehicleClass) {
        return switch (vehicleClass) {
            case CAR, TAXI, PICKUP -> VehicleClass.CAR;
            case COMBI, MINIBUS, BUS -> VehicleClass.BUS;
            case TRUCK, SEMITRAILER -> VehicleClass.TRUCK;
            case MOTORCYCLE -> VehicleClass.MOTORCYCLE;
            case MOTOTAXI -> VehicleClass.MOTOTAXI;
        };
    }
}
