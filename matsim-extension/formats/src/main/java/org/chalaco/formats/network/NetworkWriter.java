package org.chalaco.formats.network;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.formats.AttributeClasses;
import org.chalaco.formats.xml.Json;
import org.chalaco.formats.xml.MatsimAttributes;
import org.chalaco.formats.xml.XmlOutput;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Writes MATSim networks, v2, such that {@link NetworkReader} builds the same network again.
 *
 * <p>Capacity is the link's attribute {@value NetworkVocabulary#CAPACITY}, or {@value
 * #CAPACITY_PER_LANE} veh/h a lane. Turns that geometry allows but the network forbids are written
 * as MATSim's turn restrictions; lane connections only where they differ from what is derived.
 */
public final class NetworkWriter {

    /** Capacity of a lane where a link gives none, veh/h. */
    public static final double CAPACITY_PER_LANE = 1800;

    private final RoadNetwork network;
    private final AttributeClasses classes;
    private final NextLinkNotes notes;
    private final Map<String, String> about;
    private XmlOutput out;

    private NetworkWriter(
            RoadNetwork network, AttributeClasses classes, Map<String, String> about) {
        this.about = about;
        this.network = network;
        this.classes = classes;
        this.notes = NextLinkNotes.of(network);
    }

    /** Writes a network; every attribute is a String. */
    public static void write(Path file, RoadNetwork network) {
        write(file, network, new AttributeClasses());
    }

    /** Writes a network with these Java classes of attributes. */
    public static void write(Path file, RoadNetwork network, AttributeClasses classes) {
        new NetworkWriter(network, classes, Map.of()).write(file);
    }

    /**
     * Writes a network that says something of itself, such as {@value NetworkVocabulary#SOURCE}.
     *
     * @param about attributes of the network as a whole, in their order; readers skip them
     */
    public static void write(Path file, RoadNetwork network, Map<String, String> about) {
        new NetworkWriter(network, new AttributeClasses(), about).write(file);
    }

    private void write(Path file) {
        try (XmlOutput output = XmlOutput.withDoctype(file, "network", "network_v2.dtd")) {
            out = output;
            out.start("network");
            MatsimAttributes.write(out, about, classes);
            out.start("nodes");
            network.junctions().forEach(this::writeNode);
            out.end();
            out.start("links")
                    .attribute("capperiod", "01:00:00")
                    .attribute("effectivecellsize", "7.5")
                    .attribute("effectivelanewidth", "3.75");
            for (int l = 0; l < network.linkCount(); l++) {
                writeLink(l);
            }
            out.end().end();
            out.commit();
        }
    }

    private void writeNode(Junction junction) {
        out.start("node")
                .attribute("id", junction.id())
                .attribute("x", junction.x())
                .attribute("y", junction.y());
        if (junction.control() != JunctionControl.PRIORITY) {
            writeAttributes(Map.of(NetworkVocabulary.CONTROL, junction.control().name()));
        }
        out.end();
    }

    private void writeLink(int linkIndex) {
        Link link = network.link(linkIndex);
        Map<String, String> attributes = new LinkedHashMap<>(link.attributes());
        String capacity = attributes.remove(NetworkVocabulary.CAPACITY);
        out.start("link")
                .attribute("id", link.id())
                .attribute("from", link.from())
                .attribute("to", link.to())
                .attribute("length", link.length())
                .attribute("freespeed", link.freeSpeed());
        if (capacity == null) {
            out.attribute("capacity", CAPACITY_PER_LANE * link.laneCount());
        } else {
            out.attribute("capacity", capacity);
        }
        out.attribute("permlanes", link.laneCount())
                .attribute("oneway", "1")
                .attribute("modes", String.join(",", link.modes()));
        addNotes(linkIndex, link, attributes);
        writeAttributes(attributes);
        out.end();
    }

    private void addNotes(int linkIndex, Link link, Map<String, String> attributes) {
        if (link.rank() != Link.rankOf(link.laneCount(), link.freeSpeed())) {
            attributes.put(NetworkVocabulary.RANK, Integer.toString(link.rank()));
        }
        List<String> forbidden = notes.forbidden(linkIndex);
        if (!forbidden.isEmpty()) {
            List<List<String>> sequences = forbidden.stream().map(List::of).toList();
            attributes.put(NetworkVocabulary.DISALLOWED, Json.write(Map.of("car", sequences)));
        }
        Map<String, List<List<Integer>>> connections = notes.connections(linkIndex);
        if (!connections.isEmpty()) {
            attributes.put(NetworkVocabulary.CONNECTIONS, Json.write(connections));
        }
    }

    private void writeAttributes(Map<String, String> attributes) {
        if (attributes.containsKey(NetworkVocabulary.DISALLOWED)) {
            classes.remember(NetworkVocabulary.DISALLOWED, NetworkVocabulary.DISALLOWED_CLASS);
        }
        MatsimAttributes.write(out, attributes, classes);
    }
}
