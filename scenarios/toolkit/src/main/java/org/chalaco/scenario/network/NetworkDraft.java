package org.chalaco.scenario.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.LaneConnection;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * A network while it is being drawn: junctions and links that may still be changed, in the order
 * they were put in. Mutable, not thread-safe; {@link #toNetwork()} packs it.
 */
public final class NetworkDraft {

    private final Map<String, Junction> junctions = new LinkedHashMap<>();
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final List<LaneConnection> connections = new ArrayList<>();
    private final List<Turn> forbidden = new ArrayList<>();

    private record Turn(String fromLinkId, String toLinkId) {}

    /** A draft of a finished network, lane connections included. */
    public static NetworkDraft of(RoadNetwork network) {
        NetworkDraft draft = new NetworkDraft();
        network.junctions().forEach(draft::put);
        network.links().forEach(draft::put);
        for (int c = 0; c < network.connectorCount(); c++) {
            draft.connect(
                    new LaneConnection(
                            network.link(network.fromLink(c)).id(),
                            network.positionOnLink(network.fromLane(c)),
                            network.link(network.toLink(c)).id(),
                            network.positionOnLink(network.toLane(c))));
        }
        return draft;
    }

    /** Says where a lane leads; the first connection of a link replaces all derived ones. */
    public void connect(LaneConnection connection) {
        connections.add(connection);
    }

    /** Bans a turn. */
    public void forbid(String fromLinkId, String toLinkId) {
        forbidden.add(new Turn(fromLinkId, toLinkId));
    }

    /** Replaces all connections of these links. */
    public void reconnect(List<LaneConnection> replacing) {
        Set<String> from =
                replacing.stream().map(LaneConnection::fromLinkId).collect(Collectors.toSet());
        connections.removeIf(c -> from.contains(c.fromLinkId()));
        connections.addAll(replacing);
    }

    /**
     * Forgets the connections from and to the link, and all others of the links that lead to it, so
     * that they are derived anew: its lanes have changed.
     */
    public void forgetConnections(String linkId) {
        List<String> touched = new ArrayList<>(List.of(linkId));
        for (LaneConnection c : connections) {
            if (c.toLinkId().equals(linkId)) {
                touched.add(c.fromLinkId());
            }
        }
        connections.removeIf(c -> touched.contains(c.fromLinkId()));
    }

    /** Adds a junction or replaces the one with its id. */
    public void put(Junction junction) {
        junctions.put(junction.id(), junction);
    }

    /** Adds a link or replaces the one with its id. */
    public void put(Link link) {
        links.put(link.id(), link);
    }

    /** Takes a junction out; its links stay and must be moved by the caller. */
    public void removeJunction(String id) {
        junctions.remove(id);
    }

    /** The junction with this id, or null. */
    public Junction findJunction(String id) {
        return junctions.get(id);
    }

    /** The link with this id, or null. */
    public Link findLink(String id) {
        return links.get(id);
    }

    /** Junctions, in order; a copy. */
    public List<Junction> junctions() {
        return new ArrayList<>(junctions.values());
    }

    /** Links, in order; a copy. */
    public List<Link> links() {
        return new ArrayList<>(links.values());
    }

    /** Links that start or end at the junction. */
    public List<Link> linksAt(String junctionId) {
        return links.values().stream()
                .filter(l -> l.from().equals(junctionId) || l.to().equals(junctionId))
                .toList();
    }

    /**
     * Keeps the largest part of the network in which everyone can drive from everywhere to
     * everywhere.
     *
     * @return ids of the junctions taken out, with all their links
     */
    public List<String> keepStrongComponent() {
        Set<String> kept = StrongComponent.largest(this);
        List<String> dropped = junctions.keySet().stream().filter(j -> !kept.contains(j)).toList();
        dropped.forEach(junctions::remove);
        links.values().removeIf(l -> !kept.contains(l.from()) || !kept.contains(l.to()));
        return dropped;
    }

    /** Packs the network; see {@link RoadNetwork.Builder#build()}. */
    public RoadNetwork toNetwork() {
        RoadNetwork.Builder builder = RoadNetwork.builder();
        junctions.values().forEach(builder::junction);
        links.values().forEach(builder::link);
        connections.stream()
                .filter(c -> links.containsKey(c.fromLinkId()) && links.containsKey(c.toLinkId()))
                .forEach(builder::connect);
        forbidden.forEach(t -> builder.forbid(t.fromLinkId(), t.toLinkId()));
        return builder.build();
    }
}
