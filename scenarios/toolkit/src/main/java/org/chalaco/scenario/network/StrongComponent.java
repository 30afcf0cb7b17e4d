package org.chalaco.scenario.network;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;

/** Finds the junctions that can all be reached from one another. */
final class StrongComponent {

    private StrongComponent() {}

    /** The largest such set; of two equal ones, the one with the earlier junction. */
    static Set<String> largest(NetworkDraft draft) {
        Map<String, List<String>> forward = neighbours(draft, Link::from, Link::to);
        Map<String, List<String>> backward = neighbours(draft, Link::to, Link::from);
        Set<String> best = Set.of();
        Set<String> seen = new LinkedHashSet<>();
        for (Junction junction : draft.junctions()) {
            if (!seen.contains(junction.id())) {
                Set<String> component = reach(junction.id(), forward);
                component.retainAll(reach(junction.id(), backward));
                seen.addAll(component);
                if (component.size() > best.size()) {
                    best = component;
                }
            }
        }
        return best;
    }

    private static Map<String, List<String>> neighbours(
            NetworkDraft draft, Function<Link, String> from, Function<Link, String> to) {
        Map<String, List<String>> result = new LinkedHashMap<>();
        for (Link link : draft.links()) {
            result.computeIfAbsent(from.apply(link), k -> new java.util.ArrayList<>())
                    .add(to.apply(link));
        }
        return result;
    }

    private static Set<String> reach(String start, Map<String, List<String>> neighbours) {
        Set<String> reached = new LinkedHashSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (String next : neighbours.getOrDefault(open.pop(), List.of())) {
                if (reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }
}
