package org.chalaco.formats.sumo;

import java.util.Set;
import java.util.TreeSet;
import org.chalaco.formats.xml.XmlOutput;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;

/** Junctions as nodes, links as edges, connectors as connections. Lanes count from the kerb. */
final class SumoNetwork {

    /** A road that is longer than the way between its ends by more than this has a bend, m. */
    private static final double BEND = 1;

    /**
     * Who gives way at a green sees the others from afar, not from 4.5 m as at a blind corner, m.
     */
    private static final double SIGHT = 100;

    private final RoadNetwork network;
    private final SumoSignals signals;
    private final SumoIds links;
    private final SumoIds junctions;
    private final Set<String> allModes = new TreeSet<>();

    SumoNetwork(RoadNetwork network, SumoSignals signals, SumoIds links, SumoIds junctions) {
        this.network = network;
        this.signals = signals;
        this.links = links;
        this.junctions = junctions;
        network.links().forEach(link -> allModes.addAll(link.modes()));
    }

    String junctionId(int junction) {
        return junctions.of(network.junction(junction).id());
    }

    void nodes(XmlOutput out) {
        out.start("nodes");
        for (int k = 0; k < network.junctionCount(); k++) {
            Junction junction = network.junction(k);
            out.start("node")
                    .attribute("id", junctionId(k))
                    .attribute("x", junction.x())
                    .attribute("y", junction.y())
                    .attribute("type", signals.stands(k) ? "traffic_light" : type(junction))
                    .end();
        }
    }

    private static String type(Junction junction) {
        JunctionControl control = junction.control();
        return switch (control) {
            case PRIORITY -> "priority";
            case RIGHT_BEFORE_LEFT -> "right_before_left";
            case ALL_WAY_STOP -> "allway_stop";
            case GRADE_SEPARATED -> "unregulated";
        };
    }

    void edges(XmlOutput out) {
        out.start("edges");
        for (int k = 0; k < network.linkCount(); k++) {
            Link link = network.link(k);
            out.start("edge")
                    .attribute("id", links.of(link.id()))
                    .attribute("from", junctionId(network.fromJunction(k)))
                    .attribute("to", junctionId(network.toJunction(k)))
                    .attribute("numLanes", network.laneCount(k))
                    .attribute("speed", network.freeSpeed(k))
                    .attribute("priority", link.rank())
                    .attribute("width", RoadNetwork.LANE_WIDTH)
                    .attribute("spreadType", isTwoWay(k) ? "right" : "center");
            if (network.length(k) > straight(k) + BEND) {
                out.attribute("length", network.laneLength(network.firstLane(k)));
            }
            permissions(out, link);
            out.end();
        }
    }

    private void permissions(XmlOutput out, Link link) {
        if (link.modes().isEmpty()) {
            out.attribute("disallow", "all");
        } else if (!link.modes().equals(allModes)) {
            Set<String> classes = new TreeSet<>();
            link.modes().forEach(mode -> classes.add(SumoClass.ofMode(mode)));
            out.attribute("allow", String.join(" ", classes));
        }
    }

    private boolean isTwoWay(int link) {
        for (int other = 0; other < network.linkCount(); other++) {
            if (network.fromJunction(other) == network.toJunction(link)
                    && network.toJunction(other) == network.fromJunction(link)) {
                return true;
            }
        }
        return false;
    }

    private double straight(int link) {
        Junction a = network.junction(network.fromJunction(link));
        Junction b = network.junction(network.toJunction(link));
        return Math.hypot(b.x() - a.x(), b.y() - a.y());
    }

    void connections(XmlOutput out) {
        out.start("connections");
        for (int link = 0; link < network.linkCount(); link++) {
            if (network.nextLinkCount(link) == 0) {
                // without a target: nothing is to be guessed
                out.start("connection").attribute("from", links.of(network.link(link).id())).end();
            }
        }
        for (int c = 0; c < network.connectorCount(); c++) {
            out.start("connection");
            ends(out, c);
            if (signals.rules(c)) {
                out.attribute("visibility", SIGHT);
            } else if (signals.stands(network.junctionOfConnector(c))) {
                out.attribute("uncontrolled", "1");
            }
            out.end();
        }
    }

    /** From where to where a connector leads. */
    void ends(XmlOutput out, int connector) {
        out.attribute("from", links.of(network.link(network.fromLink(connector)).id()))
                .attribute("to", links.of(network.link(network.toLink(connector)).id()))
                .attribute("fromLane", network.positionOnLink(network.fromLane(connector)))
                .attribute("toLane", network.positionOnLink(network.toLane(connector)));
    }
}
