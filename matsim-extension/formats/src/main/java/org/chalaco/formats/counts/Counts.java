package org.chalaco.formats.counts;

import java.util.List;
import org.chalaco.mobsim.detector.CountStation;
import org.chalaco.mobsim.detector.TrafficCount;

/**
 * What a counts file holds.
 *
 * @param name of the collection
 * @param year the counts stand for
 * @param stations where was counted
 * @param counts what was counted
 */
public record Counts(
        String name, int year, List<CountStation> stations, List<TrafficCount> counts) {

    /** No counts. */
    public static final Counts NONE = new Counts("", 0, List.of(), List.of());

    public Counts {
        stations = List.copyOf(stations);
        counts = List.copyOf(counts);
    }
}
