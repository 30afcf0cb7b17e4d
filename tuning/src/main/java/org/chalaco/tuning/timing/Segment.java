package org.chalaco.tuning.timing;

import java.util.List;

/**
 * The way from one signal to the next, as routes drive it.
 *
 * @param from index of the intersection it begins at
 * @param fromGroup signal group that lets vehicles onto it
 * @param to index of the intersection it ends at
 * @param toGroup signal group at its end
 * @param links links from behind the first stop line to the second, as indexes
 * @param seconds time the way takes alone, s
 * @param pcuPerHour flow
 */
public record Segment(
        int from,
        String fromGroup,
        int to,
        String toGroup,
        List<Integer> links,
        double seconds,
        double pcuPerHour) {

    public Segment {
        links = List.copyOf(links);
    }
}
