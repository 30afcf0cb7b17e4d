package org.chalaco.formats.lanes;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.formats.xml.XmlOutput;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Writes MATSim lane definitions, v2.0, one lane per physical lane, for signals that speak to
 * single lanes. MATSim wants a lane that leads to these from the start of the link: it is called
 * like the link with {@code .ol}.
 */
public final class LanesWriter {

    private static final double USUAL_LENGTH = 45;

    private LanesWriter() {}

    /** Id of a physical lane in lane definitions. */
    public static String laneId(String linkId, int laneFromKerb) {
        return linkId + "." + laneFromKerb;
    }

    /** Writes the lanes of these links, in their order; links that lead nowhere are left out. */
    public static void write(Path file, RoadNetwork network, Collection<String> linkIds) {
        try (XmlOutput out =
                XmlOutput.withSchema(file, "laneDefinitions", "laneDefinitions_v2.0.xsd")) {
            for (String linkId : linkIds) {
                int link = network.getLinkIndex(linkId);
                if (network.nextLinkCount(link) > 0) {
                    writeLink(out, network, link);
                }
            }
            out.commit();
        }
    }

    private static void writeLink(XmlOutput out, RoadNetwork network, int link) {
        String linkId = network.link(link).id();
        out.start("lanesToLinkAssignment").attribute("linkIdRef", linkId);
        Set<Integer> connected = new TreeSet<>();
        for (int k = 0; k < network.laneCount(link); k++) {
            int lane = network.firstLane(link) + k;
            if (network.firstConnector(lane) < network.endConnector(lane)) {
                connected.add(k);
            }
        }
        out.start("lane").attribute("id", linkId + ".ol").start("leadsTo");
        for (int k : connected) {
            out.start("toLane").attribute("refId", laneId(linkId, k)).end();
        }
        out.end();
        writeShape(out, network.laneCount(link), network.length(link), 0);
        for (int k : connected) {
            writeLane(out, network, link, k);
        }
        out.end();
    }

    private static void writeLane(XmlOutput out, RoadNetwork network, int link, int fromKerb) {
        int lane = network.firstLane(link) + fromKerb;
        Set<String> next = new TreeSet<>();
        for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
            next.add(network.link(network.toLink(c)).id());
        }
        out.start("lane").attribute("id", laneId(network.link(link).id(), fromKerb));
        out.start("leadsTo");
        for (String to : next) {
            out.start("toLink").attribute("refId", to).end();
        }
        out.end();
        double length = Math.min(USUAL_LENGTH, network.length(link) / 2);
        writeShape(out, 1, length, network.laneCount(link) / 2 - fromKerb);
    }

    /** What a lane is like, and its end. */
    private static void writeShape(XmlOutput out, int lanes, double length, int alignment) {
        out.start("representedLanes").attribute("number", lanes).end();
        out.start("capacity").attribute("vehiclesPerHour", 1800 * lanes).end();
        out.start("startsAt").attribute("meterFromLinkEnd", length).end();
        out.start("alignment").endWithText(Integer.toString(alignment));
        out.end();
    }
}
