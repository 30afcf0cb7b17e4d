package org.chalaco.formats.vehicles;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chalaco.day2day.transit.PassengerRoom;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.xml.Numbers;
import org.chalaco.formats.xml.XmlCursor;

/**
 * Room for passengers of one vehicle type: {@code capacity} and how fast they change, as elements
 * (v1) or attributes (v2).
 */
final class PassengerRoomElements {

    private static final String ACCESS = "accessTimeInSecondsPerPerson";
    private static final String EGRESS = "egressTimeInSecondsPerPerson";
    private static final String DOORS = "doorOperationMode";
    private static final List<String> DOOR_MODES = List.of("serial", "parallel");
    private static final double LONGEST = 3600;
    private static final double MOST = 100_000;

    private final XmlCursor in;
    private boolean given;
    private int places;
    private double boarding = PassengerRoom.NONE.boardingTime();
    private double alighting = PassengerRoom.NONE.alightingTime();
    private String doors = "serial";

    PassengerRoomElements(XmlCursor in) {
        this.in = in;
    }

    /** Seats and standing room: attributes in v2, elements in v1. */
    void readCapacity() {
        given = true;
        places += (int) in.number("seats", 0, MOST, 0);
        places += (int) in.number("standingRoomInPersons", 0, MOST, 0);
        in.children(
                () -> {
                    switch (in.name()) {
                        case "seats", "standingRoom" ->
                                places += (int) in.number("persons", 0, MOST, 0);
                        default -> {} // freight and other capacities
                    }
                });
    }

    /** How fast passengers change, in v1. */
    void readTimes() {
        switch (in.name()) {
            case "accessTime" -> boarding = in.number("secondsPerPerson", 0, LONGEST, boarding);
            case "egressTime" -> alighting = in.number("secondsPerPerson", 0, LONGEST, alighting);
            default -> setDoors(in.find("mode"));
        }
    }

    private void setDoors(String mode) {
        if (mode == null) {
            return;
        }
        if (DOOR_MODES.contains(mode)) {
            doors = mode;
        } else {
            in.error(
                    ProblemType.VEHICLE_TYPE,
                    mode,
                    "The %s (%s) is none of %s.".formatted(DOORS, mode, DOOR_MODES),
                    NearestName.remedy(mode, DOOR_MODES));
        }
    }

    /** The room of a type, if its capacity is given. */
    Optional<PassengerRoom> find(String type, Map<String, String> attributes) {
        boarding = seconds(type, ACCESS, attributes, boarding);
        alighting = seconds(type, EGRESS, attributes, alighting);
        setDoors(attributes.get(DOORS));
        return given
                ? Optional.of(
                        new PassengerRoom(places, boarding, alighting, doors.equals("serial")))
                : Optional.empty();
    }

    private double seconds(
            String type, String name, Map<String, String> attributes, double standard) {
        String text = attributes.get(name);
        if (text == null) {
            return standard;
        }
        double value = Numbers.parse(text);
        if (value >= 0 && value <= LONGEST) {
            return value;
        }
        in.error(
                ProblemType.VEHICLE_TYPE,
                text,
                Numbers.complaint(name, "vehicle type " + type, text, 0, LONGEST),
                "Maybe 1?");
        return standard;
    }
}
