package org.chalaco.formats.network;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.lanes.LaneDefinitions;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.LaneConnection;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * What a network is built from, before it is packed.
 *
 * @param junctions in file order
 * @param links in file order
 * @param connections lane connections that replace derived ones
 * @param restrictions movements that are forbidden
 */
record NetworkParts(
        List<Junction> junctions,
        List<Link> links,
        List<LaneConnection> connections,
        Set<Restriction> restrictions) {

    /** A movement that is forbidden. */
    record Restriction(String fromLinkId, String toLinkId) {}

    static NetworkParts empty() {
        return new NetworkParts(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>());
    }

    RoadNetwork.Builder toBuilder() {
        RoadNetwork.Builder builder = RoadNetwork.builder();
        junctions.forEach(builder::junction);
        links.forEach(builder::link);
        connections.forEach(builder::connect);
        restrictions.forEach(r -> builder.forbid(r.fromLinkId(), r.toLinkId()));
        return builder;
    }

    /** The network, with the lanes of these links connected as defined. */
    RoadNetwork build(String file, LaneDefinitions lanes, boolean uTurns, Problems problems) {
        RoadNetwork network = build(file, uTurns, problems);
        if (lanes.isEmpty()) {
            return network;
        }
        connections.addAll(lanes.connections(network, problems));
        return build(file, uTurns, problems);
    }

    /** The network; without the lane connections if they are impossible. */
    private RoadNetwork build(String file, boolean uTurns, Problems problems) {
        try {
            return toBuilder().allowUTurns(uTurns).build();
        } catch (IllegalArgumentException e) {
            e.getMessage()
                    .lines()
                    .forEach(
                            line -> problems.error(ProblemType.NETWORK_CONNECTION, file, line, ""));
            connections.clear();
            return toBuilder().allowUTurns(uTurns).build();
        }
    }
}
