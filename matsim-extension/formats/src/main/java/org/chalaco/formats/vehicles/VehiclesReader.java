package org.chalaco.formats.vehicles;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chalaco.day2day.transit.PassengerRoom;
import org.chalaco.formats.AttributeClasses;
import org.chalaco.formats.InputLimits;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.xml.MatsimAttributes;
import org.chalaco.formats.xml.XmlCursor;
import org.chalaco.formats.xml.XmlFile;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Reads MATSim vehicle definitions, v2, and of v1 what means the same.
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

    private final ParameterSet standard;
    private final Problems problems;
    private final Map<String, VehicleType> types = new LinkedHashMap<>();
    private final Map<String, String> typeOfVehicle = new LinkedHashMap<>();
    private final Map<String, PassengerRoom> rooms = new LinkedHashMap<>();
    private XmlCursor in;

    // the type being read
    private PassengerRoomElements room;
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
        return new Vehicles(
                new ArrayList<>(reader.types.values()), reader.typeOfVehicle, reader.rooms);
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
        room = new PassengerRoomElements(in);
        in.children(this::readTypeChild);
        if (id == null) {
            return;
        }
        room.find(id, attributes).ifPresent(found -> rooms.put(id, found));
        if (types.containsKey(id)) {
            givenTwice("vehicle type", id);
        }
        types.put(
                id,
                new TypeDescription(id, length, maxSpeed, pcu, networkMode, attributes)
                        .toType(standard, in::error));
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
            case "capacity" -> room.readCapacity();
            case "accessTime", "egressTime", "doorOperation" -> room.readTimes();
            case "description", "width", "engineInformation" -> {}
            case "costInformation", "flowEfficiencyFactor" -> {}
            default -> in.unknownElement();
        }
    }
}
