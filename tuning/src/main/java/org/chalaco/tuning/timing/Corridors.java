package org.chalaco.tuning.timing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.tuning.problem.TunedIntersection;
import org.chalaco.tuning.problem.TuningProblem;

/**
 * Finds corridors in the routes of the demand: the heaviest segment first, extended at both ends by
 * the segment that most of its traffic comes from or goes on to.
 */
public final class Corridors {

    /** A continuation with less than this share of the corridor's first flow ends it. */
    private static final double LEAST_SHARE = 0.3;

    /** A stop line passed under a signal. */
    private record Pass(int intersection, String group, int routeIndex) {}

    /** A segment by its ends and links. */
    private record Key(int from, String fromGroup, int to, String toGroup, List<Integer> links) {}

    /** The signal that rules the way from one link to the next. */
    private record Signal(int intersection, String group) {}

    private final TuningProblem problem;
    private final Map<Long, Signal> signalOfMovement = new HashMap<>();
    private final Map<Key, Double> flow = new LinkedHashMap<>();
    private final Map<Key, Map<Key, Double>> after = new HashMap<>();
    private final Map<Key, Map<Key, Double>> before = new HashMap<>();
    private double hours;

    private Corridors(TuningProblem problem) {
        this.problem = problem;
        for (int i = 0; i < problem.size(); i++) {
            addMovements(i, problem.intersections().get(i));
        }
    }

    /** The corridors of some replications' demand, busiest first; none shares a segment. */
    public static List<Corridor> of(TuningProblem problem, long[] seeds) {
        Corridors corridors = new Corridors(problem);
        for (long seed : seeds) {
            for (Departure d : problem.demand().draw(seed).departures()) {
                double weight = problem.demand().types().get(d.typeIndex()).pcu();
                corridors.follow(d.route(), weight);
            }
        }
        corridors.hours = seeds.length * (problem.window().end() - problem.window().start()) / 3600;
        return corridors.find();
    }

    private void addMovements(int i, TunedIntersection intersection) {
        RoadNetwork network = problem.network();
        for (SignalGroup group : intersection.system().groups()) {
            for (int link : CriticalFlows.links(network, group)) {
                for (int c : CriticalFlows.connectors(network, group, link)) {
                    signalOfMovement.put(
                            movement(link, network.toLink(c)), new Signal(i, group.id()));
                }
            }
        }
    }

    private long movement(int fromLink, int toLink) {
        return (long) fromLink * problem.network().linkCount() + toLink;
    }

    private void follow(Route route, double pcu) {
        Pass last = null;
        Key lastKey = null;
        for (int k = 0; k + 1 < route.size(); k++) {
            Signal signal = signalOfMovement.get(movement(route.link(k), route.link(k + 1)));
            if (signal == null) {
                continue;
            }
            Pass pass = new Pass(signal.intersection(), signal.group(), k);
            Key key = last == null ? null : key(route, last, pass);
            if (key != null) {
                flow.merge(key, pcu, Double::sum);
                if (lastKey != null) {
                    after.computeIfAbsent(lastKey, x -> new LinkedHashMap<>())
                            .merge(key, pcu, Double::sum);
                    before.computeIfAbsent(key, x -> new LinkedHashMap<>())
                            .merge(lastKey, pcu, Double::sum);
                }
            }
            last = pass;
            lastKey = key;
        }
    }

    private static Key key(Route route, Pass from, Pass to) {
        if (from.intersection() == to.intersection()) {
            return null;
        }
        List<Integer> links = new ArrayList<>();
        for (int k = from.routeIndex() + 1; k <= to.routeIndex(); k++) {
            links.add(route.link(k));
        }
        return new Key(from.intersection(), from.group(), to.intersection(), to.group(), links);
    }

    private List<Corridor> find() {
        List<Key> byFlow = new ArrayList<>(flow.keySet());
        byFlow.sort(Comparator.<Key>comparingDouble(flow::get).reversed());
        Set<Long> used = new HashSet<>();
        List<Corridor> corridors = new ArrayList<>();
        for (Key start : byFlow) {
            if (!used.contains(pair(start))) {
                List<Key> chain = chain(start, used);
                chain.forEach(key -> used.add(pair(key)));
                corridors.add(
                        new Corridor(chain.stream().map(this::segment).toList(), backward(chain)));
            }
        }
        return corridors;
    }

    /** Both directions between two intersections are one. */
    private long pair(Key key) {
        int low = Math.min(key.from(), key.to());
        int high = Math.max(key.from(), key.to());
        return (long) low * problem.size() + high;
    }

    private List<Key> chain(Key start, Set<Long> used) {
        List<Key> chain = new ArrayList<>();
        chain.add(start);
        Set<Integer> on = new HashSet<>(List.of(start.from(), start.to()));
        double least = LEAST_SHARE * flow.get(start);
        Key end = start;
        while ((end = heaviest(after.get(end), least, on, used, false)) != null) {
            chain.add(end);
            on.add(end.to());
        }
        end = start;
        while ((end = heaviest(before.get(end), least, on, used, true)) != null) {
            chain.add(0, end);
            on.add(end.from());
        }
        return chain;
    }

    private Key heaviest(
            Map<Key, Double> next, double least, Set<Integer> on, Set<Long> used, boolean back) {
        Key best = null;
        for (Map.Entry<Key, Double> entry :
                next == null ? Set.<Map.Entry<Key, Double>>of() : next.entrySet()) {
            Key key = entry.getKey();
            boolean free = !on.contains(back ? key.from() : key.to()) && !used.contains(pair(key));
            boolean better = best == null || entry.getValue() > next.get(best);
            if (free && entry.getValue() >= least && better) {
                best = key;
            }
        }
        return best;
    }

    private Segment segment(Key key) {
        RoadNetwork network = problem.network();
        double seconds = 0;
        for (int link : key.links()) {
            seconds += network.length(link) / network.freeSpeed(link);
        }
        return new Segment(
                key.from(),
                key.fromGroup(),
                key.to(),
                key.toGroup(),
                key.links(),
                seconds,
                flow.get(key) / hours);
    }

    /** The heaviest segments of the opposite direction; empty if one is missing. */
    private List<Segment> backward(List<Key> chain) {
        Map<Long, Key> heaviest = new TreeMap<>();
        flow.forEach(
                (key, value) ->
                        heaviest.merge(
                                (long) key.from() * problem.size() + key.to(),
                                key,
                                (a, b) -> flow.get(b) > flow.get(a) ? b : a));
        List<Segment> segments = new ArrayList<>();
        for (int k = chain.size() - 1; k >= 0; k--) {
            Key there = chain.get(k);
            Key back = heaviest.get((long) there.to() * problem.size() + there.from());
            if (back == null) {
                return List.of();
            }
            segments.add(segment(back));
        }
        return segments;
    }
}
