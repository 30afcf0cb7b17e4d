package org.chalaco.formats.vehicles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.formats.config.Parameter;
import org.chalaco.formats.config.ParameterTable;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;

/** Attributes of vehicle types that mean something here, for the manual. */
public final class VehicleTypeAttributes {

    private VehicleTypeAttributes() {}

    /** All of them, with the values of a car of {@link ParameterSet#CITY_TREIBER} as default. */
    public static ParameterTable table() {
        VehicleType car = ParameterSet.CITY_TREIBER.type(VehicleClass.CAR);
        List<Parameter<?>> parameters = new ArrayList<>();
        parameters.add(
                Parameter.choice(
                        TypeAttribute.VEHICLE_CLASS,
                        VehicleClass.CAR,
                        "Class, which gives what is missing below; without: that of the id or network mode."));
        Arrays.stream(TypeAttribute.values())
                .map(
                        a ->
                                Parameter.number(
                                        a.key(),
                                        a.unit(),
                                        a.of(car),
                                        a.least(),
                                        a.most(),
                                        a.meaning()))
                .forEach(parameters::add);
        return new ParameterTable("vehicleType", parameters);
    }
}
