package org.chalaco.formats.vehicles;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.VehicleBehavior;
import org.chalaco.day2day.demand.Person;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.xml.Json;

/**
 * Which vehicles persons call their own: MATSim's attribute {@value #ATTRIBUTE} of a person, a JSON
 * object from mode to vehicle.
 */
public final class PersonVehicles {

    /** Name of the attribute. */
    public static final String ATTRIBUTE = "vehicles";

    private PersonVehicles() {}

    /**
     * Vehicle ids by person id, then by mode, of those who name any; vehicles that are not listed
     * are errors. A vehicle that several persons call their own is a warning, because each of them
     * has one where a trip begins.
     */
    public static Map<String, Map<String, String>> read(
            List<Person> persons, Vehicles vehicles, Problems problems) {
        return read(persons, vehicles, VehicleBehavior.TELEPORT, problems);
    }

    /** The same; where vehicles are not brought, several persons may well share one. */
    public static Map<String, Map<String, String>> read(
            List<Person> persons, Vehicles vehicles, VehicleBehavior behavior, Problems problems) {
        Map<String, Map<String, String>> own = new LinkedHashMap<>();
        Map<String, String> owners = new HashMap<>();
        for (Person person : persons) {
            String text = person.attributes().get(ATTRIBUTE);
            if (text == null) {
                continue;
            }
            Map<String, String> byMode = parse(person, text, problems);
            byMode.values().forEach(v -> check(person, v, vehicles, problems));
            if (behavior == VehicleBehavior.TELEPORT) {
                byMode.values().forEach(v -> warnOfSharing(person, v, owners, problems));
            }
            own.put(person.id(), byMode);
        }
        return own;
    }

    private static Map<String, String> parse(Person person, String text, Problems problems) {
        Map<String, String> byMode = new LinkedHashMap<>();
        try {
            if (Json.parse(text) instanceof Map<?, ?> map) {
                map.forEach((mode, vehicle) -> byMode.put("" + mode, "" + vehicle));
                return byMode;
            }
        } catch (IllegalArgumentException e) {
            // told below: it is no object either way
        }
        problems.add(
                ProblemType.VEHICLE_TYPE.error(
                        "person",
                        text,
                        "The vehicles (%s) of person (%s) are not a JSON object from mode to vehicle."
                                .formatted(text, person.id()),
                        "Maybe {\"car\":\"%s\"}?".formatted(person.id())));
        return byMode;
    }

    private static void check(Person person, String vehicle, Vehicles vehicles, Problems problems) {
        if (!vehicles.typeOfVehicle().containsKey(vehicle)) {
            problems.add(
                    ProblemType.UNKNOWN_REFERENCE.error(
                            "person",
                            vehicle,
                            "The vehicle (%s) of person (%s) is not there."
                                    .formatted(vehicle, person.id()),
                            problems.isListing()
                                    ? NearestName.remedy(vehicle, vehicles.typeOfVehicle().keySet())
                                    : ""));
        }
    }

    private static void warnOfSharing(
            Person person, String vehicle, Map<String, String> owners, Problems problems) {
        String before = owners.putIfAbsent(vehicle, person.id());
        if (before != null && !before.equals(person.id())) {
            problems.add(
                    ProblemType.VEHICLE_SHARED.warning(
                            "person",
                            vehicle,
                            "The vehicle (%s) belongs to (%s) and to (%s); each of them drives one of that name."
                                    .formatted(vehicle, before, person.id()),
                            ""));
        }
    }
}
