package org.chalaco.scenario.osm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which roads can be reached from an approach through the inside of its intersection. */
final class TurnSearch {

    /** A road left at one of its ends. */
    record Exit(Piece piece, long from) {}

    private record State(long before, Piece piece, long node) {}

    private final RoadGraph graph;
    private final JunctionClusters clusters;
    private final TurnRules rules;

    TurnSearch(JunctionClusters clusters, TurnRules rules) {
        this.graph = clusters.graph();
        this.clusters = clusters;
        this.rules = rules;
    }

    /** Exits from a piece that arrives at a node; turning back only where nothing else is left. */
    Set<Exit> exits(Piece arriving, long node) {
        Set<Exit> exits = new LinkedHashSet<>();
        Set<State> seen = new HashSet<>();
        Deque<State> open = new ArrayDeque<>();
        open.add(new State(0, arriving, node));
        while (!open.isEmpty()) {
            State state = open.poll();
            if (seen.add(state)) {
                expand(state, arriving, open, exits);
            }
        }
        if (exits.isEmpty() && arriving.leadsFrom(node)) {
            exits.add(new Exit(arriving, node));
        }
        return exits;
    }

    private void expand(State state, Piece arriving, Deque<State> open, Set<Exit> exits) {
        long way = state.piece().wayAt(state.node());
        for (Piece next : graph.piecesAt(state.node())) {
            if (next.equals(state.piece()) || !next.leadsFrom(state.node())) {
                continue;
            }
            if (!rules.allows(state.before(), way, state.node(), next.wayAt(state.node()))) {
                continue;
            }
            if (clusters.isOne(next.start(), next.end())) {
                open.add(new State(way, next, next.otherEnd(state.node())));
            } else if (!next.equals(arriving)) {
                exits.add(new Exit(next, state.node()));
            }
        }
    }
}
