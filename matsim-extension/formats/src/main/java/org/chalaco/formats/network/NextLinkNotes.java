package org.chalaco.formats.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * What must be noted of a network so that it can be derived again from junctions and links: turns
 * that are forbidden, and lane connections that geometry would not give. Found by deriving it and
 * comparing.
 */
final class NextLinkNotes {

    private final RoadNetwork network;
    private final Map<Integer, List<String>> forbidden = new HashMap<>();
    private final Map<Integer, Map<String, List<List<Integer>>>> connections = new HashMap<>();

    private NextLinkNotes(RoadNetwork network) {
        this.network = network;
    }

    static NextLinkNotes of(RoadNetwork network) {
        NextLinkNotes notes = new NextLinkNotes(network);
        while (notes.compareTurns(notes.derive())) {
            // A forbidden turn may open another one, such as a U-turn where nothing else is left.
        }
        notes.compareConnections(notes.derive());
        return notes;
    }

    /** Ids of next links that geometry allows and the network forbids, in index order. */
    List<String> forbidden(int linkIndex) {
        return forbidden.getOrDefault(linkIndex, List.of());
    }

    /** Lane connections by next link, or nothing where they are the derived ones. */
    Map<String, List<List<Integer>>> connections(int linkIndex) {
        return connections.getOrDefault(linkIndex, Map.of());
    }

    private RoadNetwork derive() {
        RoadNetwork.Builder builder = RoadNetwork.builder();
        network.junctions().forEach(builder::junction);
        network.links().forEach(builder::link);
        forbidden.forEach(
                (from, list) -> list.forEach(to -> builder.forbid(network.link(from).id(), to)));
        return builder.build();
    }

    /** Whether a turn was found that the network forbids and that was not noted before. */
    private boolean compareTurns(RoadNetwork derived) {
        boolean found = false;
        for (int l = 0; l < derived.linkCount(); l++) {
            for (int k = 0; k < derived.nextLinkCount(l); k++) {
                int next = derived.nextLink(l, k);
                if (!network.connects(l, next)) {
                    forbidden
                            .computeIfAbsent(l, link -> new ArrayList<>())
                            .add(network.link(next).id());
                    found = true;
                }
            }
        }
        return found;
    }

    private void compareConnections(RoadNetwork derived) {
        for (int l = 0; l < network.linkCount(); l++) {
            Map<String, List<List<Integer>>> own = lanePairs(network, l);
            if (!own.equals(lanePairs(derived, l))) {
                connections.put(l, own);
            }
        }
    }

    private static Map<String, List<List<Integer>>> lanePairs(RoadNetwork network, int link) {
        Map<String, List<List<Integer>>> pairs = new LinkedHashMap<>();
        int first = network.firstLane(link);
        for (int lane = first; lane < first + network.laneCount(link); lane++) {
            for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
                pairs.computeIfAbsent(network.link(network.toLink(c)).id(), k -> new ArrayList<>())
                        .add(
                                List.of(
                                        network.positionOnLink(lane),
                                        network.positionOnLink(network.toLane(c))));
            }
        }
        return pairs;
    }
}
