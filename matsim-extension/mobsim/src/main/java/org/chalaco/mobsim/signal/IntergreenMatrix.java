package org.chalaco.mobsim.signal;

import java.util.Map;
import java.util.TreeMap;

/**
 * Seconds that must pass between the end of one group's green and the start of another's: amber and
 * all-red inside. Pairs that are not given need none.
 *
 * @param seconds from ending group to starting group to seconds
 */
public record IntergreenMatrix(Map<String, Map<String, Integer>> seconds) {

    /** No clearance needed anywhere. */
    public static final IntergreenMatrix NONE = new IntergreenMatrix(Map.of());

    public IntergreenMatrix {
        Map<String, Map<String, Integer>> copy = new TreeMap<>();
        seconds.forEach((from, row) -> copy.put(from, Map.copyOf(row)));
        seconds = java.util.Collections.unmodifiableMap(copy);
    }

    /** Clearance from the end of one group's green to the start of another's, s. */
    public int between(String endingGroupId, String startingGroupId) {
        return seconds.getOrDefault(endingGroupId, Map.of()).getOrDefault(startingGroupId, 0);
    }
}
