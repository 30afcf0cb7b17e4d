package org.chalaco.bench.sumo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Our network as the plain files that SUMO's netconvert builds from: nodes, edges, and every
 * connector as a connection, so that lanes lead where ours lead.
 *
 * <p>For the neutral grids: ids need no escaping, links are straight. Lanes count from the kerb on
 * both sides.
 */
final class SumoNetwork {

    private final RoadNetwork network;
    private final SumoSignals signals;

    SumoNetwork(RoadNetwork network, SumoSignals signals) {
        this.network = network;
        this.signals = signals;
    }

    /** Writes one file. */
    @FunctionalInterface
    interface Elements {
        void writeTo(Writer out) throws IOException;
    }

    void write(Path folder) throws IOException {
        file(folder.resolve("grid.nod.xml"), "nodes", this::nodes);
        file(folder.resolve("grid.edg.xml"), "edges", this::edges);
        file(folder.resolve("grid.con.xml"), "connections", this::connections);
        file(folder.resolve("grid.tll.xml"), "tlLogics", signals::write);
    }

    static void file(Path file, String root, Elements elements) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root + ">\n");
            elements.writeTo(out);
            out.write("</" + root + ">\n");
        }
    }

    /** One formatted line in the English notation. */
    static void line(Writer out, String format, Object... values) throws IOException {
        out.write(String.format(Locale.ROOT, format, values));
        out.write('\n');
    }

    private void nodes(Writer out) throws IOException {
        for (int k = 0; k < network.junctionCount(); k++) {
            Junction junction = network.junction(k);
            String type = signals.controls(k) ? "traffic_light" : "priority";
            line(
                    out,
                    "<node id=\"%s\" x=\"%s\" y=\"%s\" type=\"%s\"/>",
                    junction.id(),
                    junction.x(),
                    junction.y(),
                    type);
        }
    }

    private void edges(Writer out) throws IOException {
        for (int k = 0; k < network.linkCount(); k++) {
            Link link = network.link(k);
            line(
                    out,
                    "<edge id=\"%s\" from=\"%s\" to=\"%s\" numLanes=\"%d\" speed=\"%s\" priority=\"%d\"/>",
                    link.id(),
                    network.junction(network.fromJunction(k)).id(),
                    network.junction(network.toJunction(k)).id(),
                    network.laneCount(k),
                    network.freeSpeed(k),
                    network.laneCount(k));
        }
    }

    private void connections(Writer out) throws IOException {
        for (int c = 0; c < network.connectorCount(); c++) {
            line(out, "<connection %s/>", connection(network, c));
        }
    }

    /** From where to where a connector leads, as attributes. */
    static String connection(RoadNetwork network, int connector) {
        return "from=\"%s\" to=\"%s\" fromLane=\"%d\" toLane=\"%d\""
                .formatted(
                        network.link(network.fromLink(connector)).id(),
                        network.link(network.toLink(connector)).id(),
                        network.positionOnLink(network.fromLane(connector)),
                        network.positionOnLink(network.toLane(connector)));
    }
}
