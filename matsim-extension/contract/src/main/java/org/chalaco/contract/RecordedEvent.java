package org.chalaco.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One event as MATSim writes it to a file.
 *
 * @param time s since midnight
 * @param type MATSim's name, such as "entered link"
 * @param attributes everything else by MATSim's names
 */
public record RecordedEvent(double time, String type, Map<String, String> attributes) {

    public static final String ACTIVITY_END = "actend";
    public static final String ACTIVITY_START = "actstart";
    public static final String DEPARTURE = "departure";
    public static final String ARRIVAL = "arrival";
    public static final String ENTERS_VEHICLE = "PersonEntersVehicle";
    public static final String LEAVES_VEHICLE = "PersonLeavesVehicle";
    public static final String ENTERS_TRAFFIC = "vehicle enters traffic";
    public static final String LEAVES_TRAFFIC = "vehicle leaves traffic";
    public static final String LEFT_LINK = "left link";
    public static final String ENTERED_LINK = "entered link";
    public static final String TRAVELLED = "travelled";
    public static final String STUCK = "stuckAndAbort";
    public static final String VEHICLE_ABORTS = "vehicle aborts";
    public static final String SIGNAL = "signalGroupStateChangedEvent";
    public static final String DRIVER_STARTS = "TransitDriverStarts";
    public static final String AT_STOP = "VehicleArrivesAtFacility";
    public static final String LEAVES_STOP = "VehicleDepartsAtFacility";
    public static final String WAITS_FOR_BUS = "waitingForPt";

    public RecordedEvent {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** An attribute, or the empty string where the event has none of that name. */
    public String get(String name) {
        return attributes.getOrDefault(name, "");
    }

    /** Whose event it is, or the empty string. */
    public String person() {
        return get("person");
    }

    /** Its vehicle, or the empty string. */
    public String vehicle() {
        return get("vehicle");
    }

    /** Its link, or the empty string. */
    public String link() {
        return get("link");
    }

    /** Whether it is of this type. */
    public boolean is(String other) {
        return type.equals(other);
    }
}
