package org.chalaco.mobsim.network;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A directed road between two junctions: what a network is built from.
 *
 * @param id file id
 * @param from id of the junction it starts at
 * @param to id of the junction it ends at
 * @param length centre to centre, m; may exceed the straight distance where the road bends
 * @param laneCount number of lanes, at least 1
 * @param freeSpeed legal or free speed, m/s
 * @param rank importance at priority junctions: the lower rank yields to the higher
 * @param modes modes that may use it, in MATSim's words ({@code car}, {@code truck}, ...)
 * @param attributes whatever else the file says of it (street name, source, certainty); never read
 *     by the simulation
 */
public record Link(
        String id,
        String from,
        String to,
        double length,
        int laneCount,
        double freeSpeed,
        int rank,
        Set<String> modes,
        Map<String, String> attributes) {

    public Link {
        requireNonNull(id, "link id");
        requireNonNull(from, "from of link " + id);
        requireNonNull(to, "to of link " + id);
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException(
                    "The length (%s m) of link (%s) is not a positive number."
                            .formatted(length, id));
        }
        if (laneCount < 1) {
            throw new IllegalArgumentException(
                    "Link (%s) has (%d) lanes.%nMaybe 1?".formatted(id, laneCount));
        }
        if (!(freeSpeed > 0) || Double.isInfinite(freeSpeed)) {
            throw new IllegalArgumentException(
                    "The free speed (%s m/s) of link (%s) is not a positive number."
                            .formatted(freeSpeed, id));
        }
        modes = Collections.unmodifiableSet(new TreeSet<>(modes));
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /**
     * A link for cars with its rank taken from speed and lanes: wider and faster roads go first.
     */
    public static Link of(
            String id, String from, String to, double length, int laneCount, double freeSpeed) {
        return new Link(
                id,
                from,
                to,
                length,
                laneCount,
                freeSpeed,
                rankOf(laneCount, freeSpeed),
                Set.of("car"),
                Map.of());
    }

    /** The rank a road has by its looks: 10 per 10 km/h of speed plus its lanes. */
    public static int rankOf(int laneCount, double freeSpeed) {
        return 10 * (int) Math.round(freeSpeed * 3.6 / 10) + laneCount;
    }

    /** The same link with another rank. */
    public Link withRank(int newRank) {
        return new Link(id, from, to, length, laneCount, freeSpeed, newRank, modes, attributes);
    }

    /** The same link open to other modes. */
    public Link withModes(Set<String> newModes) {
        return new Link(id, from, to, length, laneCount, freeSpeed, rank, newModes, attributes);
    }

    /** The same link with other attributes. */
    public Link withAttributes(Map<String, String> newAttributes) {
        return new Link(id, from, to, length, laneCount, freeSpeed, rank, modes, newAttributes);
    }
}
