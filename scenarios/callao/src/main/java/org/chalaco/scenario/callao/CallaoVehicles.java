package org.chalaco.scenario.callao;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.scenario.callao.CallaoFacts.TypeRow;

/** The vehicle types of {@code data/vehicle_types.csv}, one per mode. */
final class CallaoVehicles {

    private CallaoVehicles() {}

    static List<VehicleType> types(CallaoFacts facts) {
        double speed = facts.assumptions().get("spread_speed");
        double other = facts.assumptions().get("spread_other");
        List<VehicleType> types = new ArrayList<>();
        for (TypeRow row : facts.types()) {
            types.add(
                    new VehicleType(
                            row.id(),
                            row.vehicleClass(),
                            row.length(),
                            Math.rint(row.maxSpeedKmh() / 3.6 * 100) / 100,
                            row.pcu(),
                            driver(row),
                            new DriverSpread(speed, other, other, other, other)));
        }
        return types;
    }

    private static DriverParameters driver(TypeRow row) {
        return new DriverParameters(
                row.speedFactor(),
                row.timeGap(),
                row.standstillGap(),
                row.maxAcceleration(),
                row.comfortableDeceleration(),
                DriverParameters.CITY.exponent(),
                row.politeness());
    }
}
