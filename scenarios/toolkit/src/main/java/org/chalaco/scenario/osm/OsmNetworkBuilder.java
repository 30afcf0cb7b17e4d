package org.chalaco.scenario.osm;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.LaneConnection;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.scenario.network.LinkComponent;
import org.chalaco.scenario.network.NetworkDraft;

/** Puts the parts together: pieces of road between intersections become links. */
final class OsmNetworkBuilder {

    /** No link is shorter than a car and its gap, m. */
    private static final double SHORTEST_LINK = 8;

    /** A sign stands at most so far before its junction, m. */
    private static final double SIGN_REACH = 30;

    private static final int RING_RANK = 95;
    private static final int YIELDING_RANK = 1;

    /** A link and the direction of the piece it is made of. */
    private record Drawn(Link link, Piece piece, long from, long to, String arrows) {}

    private final OsmFile content;
    private final List<Road> roads;
    private final UtmProjection projection;
    private final Problems problems;
    private final NodePlaces places;
    private final RoadGraph graph;
    private final JunctionClusters clusters;
    private final TurnRules rules;
    private final Map<String, Drawn> drawn = new LinkedHashMap<>();
    private final Map<Long, Integer> partsOfWay = new HashMap<>();
    private final List<Guess> guesses = new ArrayList<>();
    private final Map<String, Long> figures = new LinkedHashMap<>();
    private final Set<String> allWayStops = new TreeSet<>();

    OsmNetworkBuilder(
            OsmFile content,
            String file,
            List<Road> roads,
            UtmProjection projection,
            Problems problems) {
        this.content = content;
        this.roads = roads;
        this.projection = projection;
        this.problems = problems;
        places = new NodePlaces(content, roads, projection);
        graph = new RoadGraph(roads, places);
        SignalSites signals = new SignalSites(content, graph, places);
        graph.straighten();
        clusters = new JunctionClusters(graph, places, signals);
        rules = new TurnRules(content, file, problems);
    }

    OsmNetwork build() {
        graph.pieces().forEach(this::draw);
        rules.checkVia(waysInside());
        RoadNetwork all = pack(drawn.keySet(), List.of());
        RoadNetwork kept = strongPart(all);
        RoadNetwork network = withArrows(kept);
        describe(network);
        count(all, network);
        Map<String, String> signals = signals(network);
        return new OsmNetwork(
                network, projection, signals, pedestrian(signals.keySet()), guesses, figures);
    }

    private Set<Long> waysInside() {
        return graph.pieces().stream()
                .filter(p -> clusters.isOne(p.start(), p.end()))
                .flatMap(p -> p.ways().stream())
                .collect(Collectors.toSet());
    }

    // ---------------------------------------------------------------- links

    private void draw(Piece piece) {
        if (clusters.isOne(piece.start(), piece.end())) {
            return;
        }
        long way = piece.ways().get(0);
        int part = partsOfWay.merge(way, 1, Integer::sum);
        if (piece.forward() != null) {
            draw(way + "." + part, piece, piece.start(), piece.end(), piece.forward());
        }
        if (piece.backward() != null) {
            draw(way + "." + part + "r", piece, piece.end(), piece.start(), piece.backward());
        }
    }

    private void draw(String id, Piece piece, long from, long to, Road.Direction direction) {
        double metres = places.length(piece.nodes()) + clusters.reach(from) + clusters.reach(to);
        double straight =
                Math.hypot(clusters.x(from) - clusters.x(to), clusters.y(from) - clusters.y(to));
        double length = Math.max(SHORTEST_LINK, Math.max(straight, metres));
        Link link =
                new Link(
                        id,
                        clusters.id(from),
                        clusters.id(to),
                        Math.rint(length * 100) / 100,
                        direction.lanes(),
                        Math.rint(direction.speed() * 100) / 100,
                        rank(piece, to),
                        piece.road().modes(),
                        attributes(piece));
        drawn.put(id, new Drawn(link, piece, from, to, direction.turnLanes()));
    }

    private Map<String, String> attributes(Piece piece) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (!piece.road().name().isEmpty()) {
            attributes.put("name", piece.road().name());
        }
        attributes.put("class", piece.road().way().tags().get("highway"));
        if (piece.road().roundabout()) {
            attributes.put("junction", "roundabout");
        }
        attributes.put("osm", text(piece.ways()));
        return attributes;
    }

    private static String text(Iterable<Long> ids) {
        List<String> words = new ArrayList<>();
        ids.forEach(id -> words.add(String.valueOf(id)));
        return String.join(" ", words);
    }

    /** Who comes from a ring goes first, who meets a sign goes last, else the road decides. */
    private int rank(Piece piece, long to) {
        if (piece.road().roundabout()) {
            return RING_RANK;
        }
        List<Long> nodes = piece.end() == to ? piece.nodes() : piece.reversed().nodes();
        double metres = 0;
        for (int k = nodes.size() - 1; k >= 0; k--) {
            metres += k == nodes.size() - 1 ? 0 : places.distance(nodes.get(k), nodes.get(k + 1));
            if (metres > SIGN_REACH) {
                break;
            }
            if (isSign(nodes.get(k), k == nodes.size() - 1)) {
                return YIELDING_RANK;
            }
        }
        return piece.road().kind().rank(piece.road().ramp());
    }

    /** A sign on the junction itself names no approach, unless all must stop. */
    private boolean isSign(long node, boolean onJunction) {
        Map<String, String> tags = content.findNode(node).tags();
        String highway = tags.getOrDefault("highway", "");
        if (highway.equals("stop") && tags.getOrDefault("stop", "").equals("all") && onJunction) {
            allWayStops.add(clusters.id(node));
        }
        return !onJunction && (highway.equals("stop") || highway.equals("give_way"));
    }

    // ---------------------------------------------------------------- network

    private RoadNetwork pack(Set<String> ids, List<LaneConnection> connections) {
        NetworkDraft draft = new NetworkDraft();
        Map<Long, Set<Drawn>> leaving = new HashMap<>();
        for (String id : ids) {
            Drawn d = drawn.get(id);
            draft.put(junction(d.from()));
            draft.put(junction(d.to()));
            leaving.computeIfAbsent(clusters.of(d.from()).first(), k -> new LinkedHashSet<>())
                    .add(d);
        }
        TurnSearch search = new TurnSearch(clusters, rules);
        for (String id : ids) {
            Drawn d = drawn.get(id);
            draft.put(d.link());
            Set<TurnSearch.Exit> exits = search.exits(d.piece(), d.to());
            for (Drawn next : leaving.getOrDefault(clusters.of(d.to()).first(), Set.of())) {
                if (!exits.contains(new TurnSearch.Exit(next.piece(), next.from()))) {
                    draft.forbid(id, next.link().id());
                }
            }
        }
        connections.forEach(draft::connect);
        return draft.toNetwork();
    }

    private Junction junction(long node) {
        String id = clusters.id(node);
        return new Junction(
                id,
                Math.rint(clusters.x(node) * 100) / 100,
                Math.rint(clusters.y(node) * 100) / 100,
                allWayStops.contains(id) ? JunctionControl.ALL_WAY_STOP : JunctionControl.PRIORITY);
    }

    /** What one can reach changes when dead ends fall away, so it is asked again. */
    private RoadNetwork strongPart(RoadNetwork all) {
        RoadNetwork network = all;
        BitSet strong = LinkComponent.largest(network);
        while (strong.cardinality() > 1 && strong.cardinality() < network.linkCount()) {
            Set<String> ids = new LinkedHashSet<>();
            for (int l = 0; l < network.linkCount(); l++) {
                if (strong.get(l)) {
                    ids.add(network.link(l).id());
                }
            }
            network = pack(ids, List.of());
            strong = LinkComponent.largest(network);
        }
        return strong.cardinality() > 1 ? network : pack(Set.of(), List.of());
    }

    private RoadNetwork withArrows(RoadNetwork network) {
        List<LaneConnection> connections = new ArrayList<>();
        for (int l = 0; l < network.linkCount(); l++) {
            Drawn d = drawn.get(network.link(l).id());
            if (d.arrows() == null) {
                continue;
            }
            List<LaneConnection> own = TurnLanes.connections(network, l, d.arrows());
            connections.addAll(own);
            if (own.isEmpty()) {
                guess(
                        d,
                        "turns",
                        "derived",
                        "turn:lanes=" + d.arrows() + " does not fit the roads");
            }
        }
        return connections.isEmpty() ? network : pack(ids(network), connections);
    }

    private static Set<String> ids(RoadNetwork network) {
        return network.links().stream()
                .map(Link::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    // ---------------------------------------------------------------- guesses and figures

    private void guess(Drawn d, String what, String value, String because) {
        guesses.add(new Guess("link", d.link().id(), text(d.piece().ways()), what, value, because));
    }

    private void describe(RoadNetwork network) {
        Set<String> junctions = new LinkedHashSet<>();
        for (Link link : network.links()) {
            Drawn d = drawn.get(link.id());
            d.piece().remarks().forEach(r -> guess(d, r.what(), r.value(), r.because()));
            if (link.length() > SHORTEST_LINK + 0.01) {
                junctions.add(link.to());
                continue;
            }
            guess(d, "length", link.length() + " m", "shorter links hold no car");
        }
        for (long node : graph.ends()) {
            if (junctions.remove(clusters.id(node)) && clusters.of(node).size() > 1) {
                guesses.add(
                        new Guess(
                                "junction",
                                clusters.id(node),
                                text(clusters.of(node)),
                                "intersection",
                                clusters.of(node).size() + " nodes as one",
                                "they lie within one intersection"));
            }
        }
    }

    private Map<String, String> signals(RoadNetwork network) {
        Map<String, String> signals = new LinkedHashMap<>();
        for (long node : graph.ends()) {
            TreeSet<Long> tagged = clusters.signals(node);
            if (!tagged.isEmpty() && network.findJunction(clusters.id(node)) >= 0) {
                signals.putIfAbsent(clusters.id(node), text(tagged));
            }
        }
        figures.put("junctions with signals", (long) signals.size());
        return signals;
    }

    private Set<String> pedestrian(Set<String> signals) {
        Set<String> pedestrian = new TreeSet<>();
        for (long node : graph.ends()) {
            if (signals.contains(clusters.id(node)) && clusters.isPedestrian(node)) {
                pedestrian.add(clusters.id(node));
            }
        }
        return pedestrian;
    }

    private void count(RoadNetwork all, RoadNetwork network) {
        figures.put("ways for cars", (long) roads.size());
        figures.put("links", (long) network.linkCount());
        figures.put("junctions", (long) network.junctionCount());
        figures.put("km of link", Math.round(kilometres(network)));
        figures.put(
                "km left out, outside the connected part",
                Math.round(kilometres(all) - kilometres(network)));
        figures.put("turn restrictions", (long) rules.count());
        figures.put("warnings", problems.warningCount());
    }

    private static double kilometres(RoadNetwork network) {
        return network.links().stream().mapToDouble(Link::length).sum() / 1000;
    }
}
