package org.chalaco.formats.vehicles;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chalaco.formats.AttributeClasses;
import org.chalaco.formats.InputLimits;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.xml.MatsimAttributes;
import org.chalaco.formats.xml.Numbers;
import org.chalaco.formats.xml.XmlCursor;
import org.chalaco.formats.xml.XmlFile;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Reads MATSim vehicle definitions, v2.
 *
 * <p>The drivers of a type are described by attributes {@code chalaco:speedFactor}, {@code
 * chalaco:timeGap}, {@code chalaco:standstillGap}, {@code chalaco:maxAcceleration}, {@code
 * chalaco:comfortableDeceleration}, {@code chalaco:exponent}, {@code chalaco:politeness}, and their
 * spread by the same names ending in {@code Spread}; what is missing is that of the class in the
 * run's {@link ParameterSet}. The class is {@code chalaco:vehicleClass}, else the id or the network
 * mode if it is the name of a class, else a car.
 *
 * <p>MATSim's default length of 7.5 m is the room a vehicle takes in a queue: a type of that
 * length, or of none, that says nothing of its standstill gap becomes that much shorter.
 */
public final class VehiclesReader {

    /** Room a vehicle takes in MATSim's queue, m. */
    private static final double JAM_SPACING = 7.5;

    private final ParameterSet standard;
    private final Problems problems;
    private final Map<String, VehicleType> types = new LinkedHashMap<>();
    private final Map<String, String> typeOfVehicle = new LinkedHashMap<>();
    private XmlCursor in;

    // the type being read
    private double length;
    private double maxSpeed;
    private double pcu;
    private String networkMode;
    private Map<String, String> attributes;

    private VehiclesReader(ParameterSet standard, Problems problems) {
        this.standard = standard;
        this.problems = problems;
    }

    /** Reads a file, with the drivers of {@link ParameterSet#CITY_TREIBER} where it names none. */
    public static Vehicles read(Path file, Problems problems) {
        return read(file, ParameterSet.CITY_TREIBER, problems);
    }

    /** Reads a file, with drivers of this set where it names none; what is wrong is reported. */
    public static Vehicles read(Path file, ParameterSet standard, Problems problems) {
        VehiclesReader reader = new VehiclesReader(standard, problems);
        XmlFile.read(
                file,
                "vehicleDefinitions",
                InputLimits.STANDARD,
                problems,
                cursor -> {
                    reader.in = cursor;
                    cursor.children(reader::readElement);
                });
        return new Vehicles(new ArrayList<>(reader.types.values()), reader.typeOfVehicle);
    }

    private void readElement() {
        switch (in.name()) {
            case "vehicleType" -> readType();
            case "vehicle" -> readVehicle();
            default -> in.unknownElement();
        }
    }

    private void readVehicle() {
        String id = in.require("id");
        String type = in.require("type");
        if (id == null || type == null) {
            return;
        }
        if (typeOfVehicle.putIfAbsent(id, type) != null) {
            givenTwice("vehicle", id);
        }
        if (!types.containsKey(type)) {
            in.error(
                    ProblemType.UNKNOWN_REFERENCE,
                    type,
                    "The vehicle (%s) is of the type (%s), which is not there.".formatted(id, type),
                    NearestName.remedy(type, types.keySet()));
        }
    }

    private void givenTwice(String what, String id) {
        in.error(
                ProblemType.GIVEN_TWICE,
                id,
                "The %s (%s) is given twice.".formatted(what, id),
                "Maybe rename one?");
    }

    private void readType() {
        String id = in.require("id");
        length = Double.NaN;
        maxSpeed = Double.POSITIVE_INFINITY;
        pcu = 1;
        networkMode = "car";
        attributes = new LinkedHashMap<>();
        in.children(this::readTypeChild);
        if (id == null) {
            return;
        }
        if (types.containsKey(id)) {
            givenTwice("vehicle type", id);
        }
        types.put(id, buildType(id));
    }

    private void readTypeChild() {
        switch (in.name()) {
            case "attributes" -> MatsimAttributes.read(in, attributes, new AttributeClasses());
            case "length" -> length = in.number("meter", Double.MIN_VALUE, 50, Double.NaN);
            case "maximumVelocity" ->
                    maxSpeed =
                            in.number(
                                    "meterPerSecond",
                                    Double.MIN_VALUE,
                                    Double.POSITIVE_INFINITY,
                                    maxSpeed);
            case "passengerCarEquivalents" -> pcu = in.number("pce", Double.MIN_VALUE, 100, pcu);
            case "networkMode" -> networkMode = in.find("networkMode");
            case "description", "capacity", "width", "engineInformation" -> {}
            case "costInformation", "flowEfficiencyFactor" -> {}
            default -> in.unknownElement();
        }
    }

    private VehicleType buildType(String id) {
        double[] values = new double[TypeAttribute.values().length];
        VehicleClass vehicleClass = vehicleClass(id);
        VehicleType ofClass = standard.type(vehicleClass);
        for (TypeAttribute attribute : TypeAttribute.values()) {
            values[attribute.ordinal()] = readValue(attribute, id, attribute.of(ofClass));
        }
        reportUnknown(id);
        boolean ours = attributes.containsKey(TypeAttribute.STANDSTILL_GAP.key());
        double standstillGap = values[TypeAttribute.STANDSTILL_GAP.ordinal()];
        double real =
                Double.isNaN(length) || (length == JAM_SPACING && !ours)
                        ? JAM_SPACING - Math.min(standstillGap, JAM_SPACING / 2)
                        : length;
        VehicleType type =
                new VehicleType(
                        id,
                        vehicleClass,
                        real,
                        maxSpeed,
                        pcu,
                        DriverParameters.CITY,
                        DriverSpread.NONE);
        return TypeAttribute.apply(type, values);
    }

    private double readValue(TypeAttribute attribute, String id, double standard) {
        String text = attributes.get(attribute.key());
        if (text == null) {
            return standard;
        }
        double value = Numbers.parse(text);
        if (value >= attribute.least() && value <= attribute.most()) {
            return value;
        }
        in.error(
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

    private void reportUnknown(String id) {
        List<String> known = new ArrayList<>(List.of(TypeAttribute.VEHICLE_CLASS));
        Arrays.stream(TypeAttribute.values()).map(TypeAttribute::key).forEach(known::add);
        for (String key : attributes.keySet()) {
            if (key.startsWith(TypeAttribute.PREFIX) && !known.contains(key)) {
                in.error(
                        ProblemType.UNKNOWN_PARAMETER,
                        key,
                        "The attribute (%s) of vehicle type (%s) is not known.".formatted(key, id),
                        NearestName.remedy(key, known));
            }
        }
    }

    private VehicleClass vehicleClass(String id) {
        String given = attributes.get(TypeAttribute.VEHICLE_CLASS);
        if (given == null) {
            return findClass(id)
                    .or(() -> findClass(networkMode == null ? "" : networkMode))
                    .orElse(VehicleClass.CAR);
        }
        Optional<VehicleClass> found = findClass(given.strip());
        if (found.isEmpty()) {
            List<String> known = Arrays.stream(VehicleClass.values()).map(Enum::name).toList();
            in.error(
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
