package org.chalaco.scenario.osm;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Nodes that are one intersection to a driver: where the carriageways of an avenue cross a street,
 * the map has two or four nodes a few metres apart. Short pieces between junctions are taken in,
 * the shortest first, longer ones where a signal stands; no intersection becomes wider than {@value
 * #WIDEST} m.
 */
final class JunctionClusters {

    /** Pieces shorter than this hold hardly a car, m. */
    private static final double SHORT = 15;

    /** Pieces within one signalised intersection, m. */
    private static final double SHORT_AT_SIGNAL = 32;

    /** Pieces of a ring between exit and entry of one arm, m. */
    private static final double SHORT_ON_RING = 12;

    private static final double WIDEST = 60;

    private final RoadGraph graph;
    private final NodePlaces places;
    private final SignalSites signals;
    private final Map<Long, TreeSet<Long>> clusterOf = new LinkedHashMap<>();

    JunctionClusters(RoadGraph graph, NodePlaces places, SignalSites signals) {
        this.graph = graph;
        this.places = places;
        this.signals = signals;
        graph.ends().forEach(n -> clusterOf.put(n, new TreeSet<>(List.of(n))));
        List<Piece> shortest =
                graph.pieces().stream()
                        .filter(this::isInside)
                        .sorted(
                                Comparator.<Piece>comparingDouble(p -> places.length(p.nodes()))
                                        .thenComparing(Piece::start)
                                        .thenComparing(Piece::end))
                        .toList();
        shortest.forEach(p -> unite(p.start(), p.end()));
    }

    private boolean isInside(Piece piece) {
        double metres = places.length(piece.nodes());
        if (piece.road().roundabout()) {
            return metres < SHORT_ON_RING;
        }
        boolean junctions = graph.isJunction(piece.start()) && graph.isJunction(piece.end());
        boolean signal = signals.has(piece.start()) || signals.has(piece.end());
        boolean pedestrian =
                signals.isPedestrian(piece.start()) || signals.isPedestrian(piece.end());
        return junctions && metres < SHORT
                || junctions && signal && !pedestrian && metres < SHORT_AT_SIGNAL;
    }

    private void unite(long a, long b) {
        TreeSet<Long> one = clusterOf.get(a);
        TreeSet<Long> other = clusterOf.get(b);
        if (one == other) {
            return;
        }
        for (long m : one) {
            for (long n : other) {
                if (places.distance(m, n) > WIDEST) {
                    return;
                }
            }
        }
        one.addAll(other);
        other.forEach(n -> clusterOf.put(n, one));
    }

    /** Nodes of the same intersection, this one among them. */
    TreeSet<Long> of(long node) {
        return clusterOf.get(node);
    }

    boolean isOne(long a, long b) {
        return clusterOf.get(a) == clusterOf.get(b);
    }

    /** Id of the intersection in the network: that of its first node. */
    String id(long node) {
        return String.valueOf(of(node).first());
    }

    /** The tagged nodes behind the signal of the intersection, if it has one. */
    TreeSet<Long> signals(long node) {
        TreeSet<Long> all = new TreeSet<>();
        of(node).forEach(n -> all.addAll(signals.signals(n)));
        return all;
    }

    /** Whether the signal serves pedestrians only. */
    boolean isPedestrian(long node) {
        return of(node).stream().allMatch(signals::isPedestrian);
    }

    double x(long node) {
        return of(node).stream().mapToDouble(places::x).average().orElseThrow();
    }

    double y(long node) {
        return of(node).stream().mapToDouble(places::y).average().orElseThrow();
    }

    /** From the node to the middle of its intersection, m. */
    double reach(long node) {
        return Math.hypot(places.x(node) - x(node), places.y(node) - y(node));
    }

    RoadGraph graph() {
        return graph;
    }
}
