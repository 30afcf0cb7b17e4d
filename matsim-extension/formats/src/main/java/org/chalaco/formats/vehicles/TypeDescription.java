package org.chalaco.formats.vehicles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chalaco.formats.Complaints;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.xml.Numbers;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * A vehicle type in MATSim's words, from a file or from a running MATSim. What its attributes mean
 * is told by {@link VehiclesReader}.
 *
 * @param id file id
 * @param length m; MATSim's 7.5 m is the room it takes in a queue; NaN: not given
 * @param maxSpeed m/s; infinite: only the road limits it
 * @param pcu passenger car units, -
 * @param networkMode mode of the network it drives on
 * @param attributes of the type, as text
 */
public record TypeDescription(
        String id,
        double length,
        double maxSpeed,
        double pcu,
        String networkMode,
        Map<String, String> attributes) {

    /** Room a vehicle takes in MATSim's queue, m. */
    private static final double JAM_SPACING = 7.5;

    public TypeDescription {
        attributes = Map.copyOf(attributes);
    }

    /**
     * The type it describes.
     *
     * @param standard drivers of types that do not say how they drive
     * @param complaints takes attributes that cannot be used; the standard takes their place
     */
    public VehicleType toType(ParameterSet standard, Complaints complaints) {
        double[] values = new double[TypeAttribute.values().length];
        VehicleClass vehicleClass = vehicleClass(complaints);
        VehicleType ofClass = standard.type(vehicleClass);
        for (TypeAttribute attribute : TypeAttribute.values()) {
            values[attribute.ordinal()] = value(attribute, attribute.of(ofClass), complaints);
        }
        reportUnknown(complaints);
        VehicleType type =
                new VehicleType(
                        id,
                        vehicleClass,
                        realLength(values[TypeAttribute.STANDSTILL_GAP.ordinal()]),
                        maxSpeed,
                        pcu,
                        DriverParameters.CITY,
                        DriverSpread.NONE);
        return TypeAttribute.apply(type, values);
    }

    private double realLength(double standstillGap) {
        boolean ours = attributes.containsKey(TypeAttribute.STANDSTILL_GAP.key());
        return Double.isNaN(length) || (length == JAM_SPACING && !ours)
                ? JAM_SPACING - Math.min(standstillGap, JAM_SPACING / 2)
                : length;
    }

    private double value(TypeAttribute attribute, double standard, Complaints complaints) {
        String text = attributes.get(attribute.key());
        if (text == null) {
            return standard;
        }
        double value = Numbers.parse(text);
        if (value >= attribute.least() && value <= attribute.most()) {
            return value;
        }
        complaints.error(
                ProblemType.VEHICLE_TYPE,
                text,
                Numbers.complaint(
                        attribute.key(),
                        "vehicle type " + id,
                        text,
                        attribute.least(),
                        attribute.most()),
                "Maybe %s?".formatted(Numbers.write(standard)));
        return standard;
    }

    private void reportUnknown(Complaints complaints) {
        List<String> known = new ArrayList<>(List.of(TypeAttribute.VEHICLE_CLASS));
        Arrays.stream(TypeAttribute.values()).map(TypeAttribute::key).forEach(known::add);
        for (String key : attributes.keySet().stream().sorted().toList()) {
            if (key.startsWith(TypeAttribute.PREFIX) && !known.contains(key)) {
                complaints.error(
                        ProblemType.UNKNOWN_PARAMETER,
                        key,
                        "The attribute (%s) of vehicle type (%s) is not known.".formatted(key, id),
                        NearestName.remedy(key, known));
            }
        }
    }

    private VehicleClass vehicleClass(Complaints complaints) {
        String given = attributes.get(TypeAttribute.VEHICLE_CLASS);
        if (given == null) {
            return findClass(id)
                    .or(() -> findClass(networkMode == null ? "" : networkMode))
                    .orElse(VehicleClass.CAR);
        }
        Optional<VehicleClass> found = findClass(given.strip());
        if (found.isEmpty()) {
            List<String> known = Arrays.stream(VehicleClass.values()).map(Enum::name).toList();
            complaints.error(
                    ProblemType.VEHICLE_TYPE,
                    given,
                    "The class (%s) of vehicle type (%s) is none of %s."
                            .formatted(given, id, known),
                    NearestName.remedy(given, known));
        }
        return found.orElse(VehicleClass.CAR);
    }

    private static Optional<VehicleClass> findClass(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(VehicleClass.values()).filter(c -> c.name().equals(upper)).findFirst();
    }
}
