package org.chalaco.scenario.osm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which junctions have signals. Mappers put a signal either on the junction or on each approach
 * where its stop line is; those of the second kind are led on to the junction they stand before. A
 * signal with no junction near it is one for pedestrians.
 */
final class SignalSites {

    /** So far before a junction a stop line may lie, m. */
    private static final double REACH = 40;

    private final OsmFile file;
    private final RoadGraph graph;
    private final NodePlaces places;
    private final Map<Long, Set<Long>> tagged = new LinkedHashMap<>();
    private final Set<Long> pedestrian = new TreeSet<>();

    SignalSites(OsmFile file, RoadGraph graph, NodePlaces places) {
        this.file = file;
        this.graph = graph;
        this.places = places;
        graph.ends().forEach(this::atEnd);
        graph.pieces().forEach(this::along);
        pedestrian.forEach(n -> tagged.computeIfAbsent(n, k -> new TreeSet<>()).add(n));
    }

    private boolean isSignal(long node) {
        return file.findNode(node).tags().getOrDefault("highway", "").equals("traffic_signals");
    }

    private void atEnd(long node) {
        if (!isSignal(node)) {
            return;
        }
        if (graph.isJunction(node)) {
            tag(node, node);
            return;
        }
        long nearest = -1;
        double least = REACH;
        for (Piece piece : graph.piecesAt(node)) {
            long other = piece.otherEnd(node);
            double metres = places.length(piece.nodes());
            if (piece.leadsTo(other) && graph.isJunction(other) && metres < least) {
                least = metres;
                nearest = other;
            }
        }
        if (nearest >= 0) {
            tag(nearest, node);
        } else if (graph.piecesAt(node).size() > 1) {
            pedestrian.add(node);
        }
    }

    private void along(Piece piece) {
        List<Long> inner = new ArrayList<>();
        for (int k = 1; k < piece.nodes().size() - 1; k++) {
            long node = piece.nodes().get(k);
            if (isSignal(node) && !findJunction(piece, k)) {
                inner.add(node);
            }
        }
        Piece rest = piece;
        for (long node : inner) {
            pedestrian.add(node);
            graph.cutAt(rest, node);
            Piece before = rest;
            rest = before.split(before.nodes().indexOf(node)).get(1);
        }
    }

    private boolean findJunction(Piece piece, int k) {
        List<Long> nodes = piece.nodes();
        String side =
                file.findNode(nodes.get(k)).tags().getOrDefault("traffic_signals:direction", "");
        double ahead = places.length(nodes.subList(k, nodes.size()));
        double behind = places.length(nodes.subList(0, k + 1));
        boolean forward = piece.forward() != null && !side.equals("backward") && ahead < REACH;
        boolean backward = piece.backward() != null && !side.equals("forward") && behind < REACH;
        forward &= graph.isJunction(piece.end());
        backward &= graph.isJunction(piece.start());
        if (forward && (!backward || ahead <= behind)) {
            tag(piece.end(), nodes.get(k));
        } else if (backward) {
            tag(piece.start(), nodes.get(k));
        }
        return forward || backward;
    }

    private void tag(long junction, long signal) {
        tagged.computeIfAbsent(junction, k -> new TreeSet<>()).add(signal);
    }

    /** Whether the node is controlled by a signal. */
    boolean has(long node) {
        return tagged.containsKey(node);
    }

    /** Whether its signal is there for pedestrians only. */
    boolean isPedestrian(long node) {
        return pedestrian.contains(node);
    }

    /** The tagged nodes that control this one. */
    Set<Long> signals(long node) {
        return tagged.getOrDefault(node, Set.of());
    }
}
