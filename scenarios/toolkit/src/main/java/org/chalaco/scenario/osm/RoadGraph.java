package org.chalaco.scenario.osm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Roads cut where they meet, put together where nothing changes, and cut again where a road bends
 * so much that a straight line would reach its end from the wrong side. Mutable while it is built.
 */
final class RoadGraph {

    /** A straight link may differ so much from the direction in which the road really arrives. */
    private static final double BEND = Math.toRadians(30);

    /** Metres before a junction that give the direction of a road. */
    private static final double APPROACH = 25;

    /** Shorter parts are not cut off for a bend, m. */
    private static final double SHORTEST_PART = 25;

    private static final int DEEPEST = 4;

    private final NodePlaces places;
    private final Map<Integer, Piece> pieces = new TreeMap<>();
    private final Map<Long, List<Integer>> at = new LinkedHashMap<>();
    private int next;

    RoadGraph(List<Road> roads, NodePlaces places) {
        this.places = places;
        cut(roads);
        List.copyOf(at.keySet()).forEach(this::join);
    }

    private void cut(List<Road> roads) {
        Map<Long, Integer> uses = new HashMap<>();
        for (Road road : roads) {
            List<Long> nodes = road.way().nodes();
            nodes.forEach(n -> uses.merge(n, 1, Integer::sum));
            uses.merge(nodes.get(0), 1, Integer::sum);
            uses.merge(nodes.get(nodes.size() - 1), 1, Integer::sum);
        }
        for (Road road : roads) {
            List<Long> nodes = road.way().nodes();
            int from = 0;
            for (int k = 1; k < nodes.size(); k++) {
                if (uses.get(nodes.get(k)) > 1) {
                    Piece part = Piece.of(road, nodes.subList(from, k + 1));
                    add(part.withArrows(k == nodes.size() - 1, from == 0));
                    from = k;
                }
            }
        }
    }

    private void add(Piece piece) {
        if (piece.nodes().size() == 2 && piece.start() == piece.end()) {
            return;
        }
        pieces.put(next, piece);
        at.computeIfAbsent(piece.start(), k -> new ArrayList<>()).add(next);
        at.computeIfAbsent(piece.end(), k -> new ArrayList<>()).add(next);
        next++;
    }

    private Piece remove(int index) {
        Piece piece = pieces.remove(index);
        at.get(piece.start()).remove((Integer) index);
        at.get(piece.end()).remove((Integer) index);
        return piece;
    }

    /** Joins the two pieces that meet at a node, if they are of one kind. */
    private void join(long node) {
        List<Integer> both = at.get(node);
        if (both.size() != 2 || both.get(0).equals(both.get(1))) {
            return;
        }
        Piece a = pieces.get(both.get(0));
        Piece b = pieces.get(both.get(1));
        Piece first = a.end() == node ? a : a.reversed();
        Piece second = b.start() == node ? b : b.reversed();
        if (first.end() == node && second.start() == node && first.goesOnAs(second)) {
            List<Integer> gone = List.copyOf(both);
            gone.forEach(this::remove);
            add(keepDirection(first.joined(second)));
        }
    }

    /** Drawn in the direction of traffic where there is only one. */
    private static Piece keepDirection(Piece piece) {
        return piece.forward() == null ? piece.reversed() : piece;
    }

    /** Cuts a piece at an inner node. */
    void cutAt(Piece piece, long node) {
        int index = indexOf(piece);
        remove(index);
        piece.split(piece.nodes().indexOf(node)).forEach(this::add);
    }

    private int indexOf(Piece piece) {
        for (int k : at.get(piece.start())) {
            if (pieces.get(k).equals(piece)) {
                return k;
            }
        }
        throw new IllegalStateException("A piece of way %s is lost.".formatted(piece.ways()));
    }

    /** Cuts what bends; to be called last, when it is known what is a junction. */
    void straighten() {
        for (int index : List.copyOf(pieces.keySet())) {
            straighten(remove(index), 0);
        }
    }

    private void straighten(Piece piece, int depth) {
        List<Long> nodes = piece.nodes();
        boolean loop = piece.start() == piece.end();
        if (nodes.size() > 2 && depth < DEEPEST && (loop || bends(nodes))) {
            List<Piece> parts = piece.split(places.farthest(nodes));
            boolean longEnough =
                    parts.stream().allMatch(p -> places.length(p.nodes()) >= SHORTEST_PART);
            if (loop || longEnough) {
                parts.forEach(p -> straighten(p, loop ? depth : depth + 1));
                return;
            }
        }
        add(piece);
    }

    private boolean bends(List<Long> nodes) {
        List<Long> back = new ArrayList<>(nodes);
        java.util.Collections.reverse(back);
        double chord = places.heading(nodes.get(0), nodes.get(nodes.size() - 1));
        return between(chord, places.headingAtEnd(nodes, APPROACH)) > BEND
                || between(chord + Math.PI, places.headingAtEnd(back, APPROACH)) > BEND;
    }

    private static double between(double a, double b) {
        return Math.abs(Math.IEEEremainder(a - b, 2 * Math.PI));
    }

    /** All pieces, in a fixed order. */
    List<Piece> pieces() {
        return List.copyOf(pieces.values());
    }

    /** Pieces that end at the node. */
    List<Piece> piecesAt(long node) {
        return at.getOrDefault(node, List.of()).stream().distinct().map(pieces::get).toList();
    }

    /** Nodes at which pieces end, in a fixed order. */
    List<Long> ends() {
        return at.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether roads meet there, more than two arms. */
    boolean isJunction(long node) {
        return at.getOrDefault(node, List.of()).size() > 2;
    }
}
