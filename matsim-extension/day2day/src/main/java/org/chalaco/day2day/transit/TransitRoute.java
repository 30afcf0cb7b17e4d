package org.chalaco.day2day.transit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.chalaco.mobsim.traffic.Route;

/**
 * A way that vehicles of a line take, with its stops and its departures.
 *
 * @param lineId the line
 * @param id id within the line
 * @param calls stops in order
 * @param links from the first link to the last, one leading to the next
 * @param departures in any order
 */
public record TransitRoute(
        String lineId,
        String id,
        List<TransitCall> calls,
        Route links,
        List<TransitDeparture> departures) {

    public TransitRoute {
        requireNonNull(links, "links of transit route " + id);
        calls = List.copyOf(calls);
        departures = List.copyOf(departures);
    }
}
