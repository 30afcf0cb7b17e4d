package org.chalaco.day2day.transit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The public transport of a day: routes with their departures, and the vehicles that make them.
 *
 * @param routes in the order of the timetable
 * @param vehicles by id
 */
public record TransitSupply(List<TransitRoute> routes, Map<String, TransitVehicle> vehicles) {

    /** No public transport. */
    public static final TransitSupply NONE = new TransitSupply(List.of(), Map.of());

    public TransitSupply {
        routes = List.copyOf(routes);
        vehicles = Collections.unmodifiableMap(new LinkedHashMap<>(vehicles));
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return routes.isEmpty();
    }
}
