package org.chalaco.scenario.callao;

import java.util.List;
import org.chalaco.scenario.table.Assumptions;

/** Modes of private vehicles, with their share of person trips and their occupancy. */
final class MotorisedModes {

    /** In the order of the tables. */
    static final List<String> ALL = List.of("car", "taxi", "motorcycle", "pickup", "mototaxi");

    private MotorisedModes() {}

    /** Vehicle trips of the mode per person trip. */
    static double vehiclesPerTrip(Assumptions numbers, String mode) {
        return numbers.get("mode_" + mode) / numbers.get("occupancy_" + mode);
    }

    /** Vehicle trips of all modes per person trip; mototaxis do not pass gateways. */
    static double vehiclesPerTrip(Assumptions numbers, boolean gateway) {
        return ALL.stream()
                .filter(m -> !gateway || !m.equals("mototaxi"))
                .mapToDouble(m -> vehiclesPerTrip(numbers, m))
                .sum();
    }
}
