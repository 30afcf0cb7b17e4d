package org.chalaco.formats.vehicles;

import java.nio.file.Path;
import org.chalaco.formats.xml.Numbers;
import org.chalaco.formats.xml.XmlOutput;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Writes MATSim vehicle definitions, v2; {@link VehiclesReader} reads the same types again. The
 * length is that of the vehicle, bumper to bumper. A type's network mode is its id, as a leg's mode
 * is the id of its vehicle type.
 */
public final class VehiclesWriter {

    private static final String DOUBLE = "java.lang.Double";

    private VehiclesWriter() {}

    /** Writes types, then vehicles. */
    public static void write(Path file, Vehicles vehicles) {
        try (XmlOutput out =
                XmlOutput.withSchema(file, "vehicleDefinitions", "vehicleDefinitions_v2.0.xsd")) {
            vehicles.types().forEach(type -> writeType(out, type));
            vehicles.typeOfVehicle()
                    .forEach(
                            (id, type) ->
                                    out.start("vehicle")
                                            .attribute("id", id)
                                            .attribute("type", type)
                                            .end());
            out.commit();
        }
    }

    private static void writeType(XmlOutput out, VehicleType type) {
        out.start("vehicleType").attribute("id", type.id());
        out.start("attributes");
        out.matsimAttribute(
                TypeAttribute.VEHICLE_CLASS, "java.lang.String", type.vehicleClass().name());
        for (TypeAttribute attribute : TypeAttribute.values()) {
            out.matsimAttribute(attribute.key(), DOUBLE, Numbers.write(attribute.of(type)));
        }
        out.end();
        out.start("length").attribute("meter", type.length()).end();
        out.start("maximumVelocity").attribute("meterPerSecond", speed(type.maxSpeed())).end();
        out.start("passengerCarEquivalents").attribute("pce", type.pcu()).end();
        out.start("networkMode").attribute("networkMode", type.id()).end();
        out.end();
    }

    private static String speed(double metersPerSecond) {
        return Double.isInfinite(metersPerSecond) ? "INF" : Numbers.write(metersPerSecond);
    }
}
