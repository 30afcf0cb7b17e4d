package org.chalaco.formats.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.Problem;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.lanes.LaneDefinitions;
import org.chalaco.formats.xml.Numbers;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.LaneConnection;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * A network in MATSim's words that does not come from a file: nodes and links are added with their
 * attributes as text, which mean what {@link NetworkReader} says they mean.
 *
 * <p>Not thread-safe. A network that was described with errors is only fit for finding more.
 */
public final class NetworkDescription {

    private static final String SOURCE = "network";

    private final Problems problems;
    private final NetworkParts parts = NetworkParts.empty();
    private final Map<String, Link> links = new HashMap<>();
    private final List<Restricted> restrictions = new ArrayList<>();
    private boolean uTurns;

    private record Restricted(String linkId, String mode, List<String> sequence) {}

    private final Map<String, String[]> nextLinks = new LinkedHashMap<>();

    /** An empty network; what is wrong is reported here. */
    public NetworkDescription(Problems problems) {
        this.problems = problems;
    }

    /**
     * Allows turning round wherever nothing forbids it; default: only where nothing else is left.
     */
    public NetworkDescription allowUTurns(boolean allowed) {
        uTurns = allowed;
        return this;
    }

    /**
     * Adds a node.
     *
     * @param control value of the attribute {@value NetworkVocabulary#CONTROL}, or null
     */
    public void junction(String id, double x, double y, String control) {
        parts.junctions().add(new Junction(id, x, y, control(id, control)));
    }

    private JunctionControl control(String id, String text) {
        if (text == null) {
            return JunctionControl.PRIORITY;
        }
        List<String> known = Arrays.stream(JunctionControl.values()).map(Enum::name).toList();
        String name = text.strip().toUpperCase(Locale.ROOT);
        if (known.contains(name)) {
            return JunctionControl.valueOf(name);
        }
        problems.add(
                ProblemType.NETWORK_CONTROL.error(
                        "node",
                        text,
                        "The control (%s) of node (%s) is none of %s.".formatted(text, id, known),
                        NearestName.remedy(text, known)));
        return JunctionControl.PRIORITY;
    }

    /** Adds a link; its rank, turn restrictions and lane connections are taken from attributes. */
    public void link(Link link) {
        Map<String, String> attributes = new LinkedHashMap<>(link.attributes());
        String rank = attributes.remove(NetworkVocabulary.RANK);
        String restrictions = attributes.remove(NetworkVocabulary.DISALLOWED);
        String connections = attributes.remove(NetworkVocabulary.CONNECTIONS);
        Link described = link.withAttributes(attributes).withRank(rank(link, rank));
        parts.links().add(described);
        links.put(link.id(), described);
        if (restrictions != null || connections != null) {
            nextLinks.put(link.id(), new String[] {restrictions, connections});
        }
    }

    /**
     * Forbids the links of a sequence to be driven one after the other behind a link; like in
     * files, only single turns of mode car are kept.
     */
    public void restrict(String linkId, String mode, List<String> sequence) {
        restrictions.add(new Restricted(linkId, mode, sequence));
    }

    private int rank(Link link, String text) {
        if (text == null) {
            return link.rank();
        }
        double rank = Numbers.parse(text);
        if (rank == Math.rint(rank) && Math.abs(rank) <= 1e6) {
            return (int) rank;
        }
        problems.add(
                ProblemType.NOT_A_NUMBER.error(
                        "link",
                        text,
                        "The rank (%s) of link (%s) is not a whole number."
                                .formatted(text, link.id()),
                        "Maybe %d?".formatted(link.rank())));
        return link.rank();
    }

    /** Packs it, with the lanes of these links connected as defined. */
    public RoadNetwork build(LaneDefinitions lanes) {
        NextLinks reading =
                new NextLinks(
                        parts,
                        links,
                        (type, severity, line, value, message, remedy) ->
                                problems.add(
                                        new Problem(
                                                type.id(), severity, SOURCE, 0, "link", value,
                                                message, remedy)));
        nextLinks.forEach((id, texts) -> reading.read(id, 0, texts[0], texts[1]));
        restrictions.forEach(r -> reading.restrict(r.linkId(), r.mode(), r.sequence()));
        if (uTurns) {
            addUTurns();
        }
        return parts.build(SOURCE, lanes, uTurns, problems);
    }

    /** Where lanes are connected one by one, turning round is possible from the leftmost, too. */
    private void addUTurns() {
        Map<String, List<Link>> byStart = new HashMap<>();
        parts.links()
                .forEach(l -> byStart.computeIfAbsent(l.from(), k -> new ArrayList<>()).add(l));
        Set<String> connected = new LinkedHashSet<>();
        parts.connections().forEach(c -> connected.add(c.fromLinkId()));
        for (String id : connected) {
            Link link = links.get(id);
            for (Link back : byStart.getOrDefault(link.to(), List.of())) {
                if (back.to().equals(link.from()) && !isConnected(id, back.id())) {
                    parts.connections()
                            .add(
                                    new LaneConnection(
                                            id,
                                            link.laneCount() - 1,
                                            back.id(),
                                            back.laneCount() - 1));
                }
            }
        }
    }

    private boolean isConnected(String from, String to) {
        return parts.connections().stream()
                .anyMatch(c -> c.fromLinkId().equals(from) && c.toLinkId().equals(to));
    }
}
