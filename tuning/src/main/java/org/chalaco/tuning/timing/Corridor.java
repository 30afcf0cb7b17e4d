package org.chalaco.tuning.timing;

import java.util.ArrayList;
import java.util.List;

/**
 * Signals one behind the other along which much traffic goes straight through.
 *
 * @param forward the way, segment by segment
 * @param backward the opposite direction in its own order, or empty where it is not continuous
 */
public record Corridor(List<Segment> forward, List<Segment> backward) {

    public Corridor {
        forward = List.copyOf(forward);
        backward = List.copyOf(backward);
    }

    /** The intersections in order, as indexes. */
    public List<Integer> intersections() {
        List<Integer> all = new ArrayList<>();
        all.add(forward.get(0).from());
        forward.forEach(s -> all.add(s.to()));
        return all;
    }

    /** Mean flow of the forward direction, PCU/h. */
    public double forwardFlow() {
        return forward.stream().mapToDouble(Segment::pcuPerHour).average().orElse(0);
    }

    /** Mean flow of the backward direction, PCU/h; 0 without. */
    public double backwardFlow() {
        return backward.stream().mapToDouble(Segment::pcuPerHour).average().orElse(0);
    }
}
