package org.chalaco.analysis;

import java.util.List;
import java.util.Set;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalPlan.GroupGreen;
import org.chalaco.mobsim.signal.SignalSystem;

/** Small roads that the tests are played on. */
public final class TestRoads {

    public static final double SPEED = 15;

    private TestRoads() {}

    /** W ==wc==> C ==ce==> E : two links of 300 m, one after the other; no intersection. */
    public static RoadNetwork straight() {
        return RoadNetwork.builder()
                .junction(Junction.priority("W", 0, 0))
                .junction(Junction.priority("C", 300, 0))
                .junction(Junction.priority("E", 600, 0))
                .link(Link.of("wc", "W", "C", 300, 1, SPEED))
                .link(Link.of("ce", "C", "E", 300, 1, SPEED))
                .build();
    }

    /**
     * Four arms of 300 m around C, both ways, with this many lanes: links wc, ec, nc, sc lead to
     * the centre; cw, ce, cn, cs away.
     */
    public static RoadNetwork crossing(int lanes) {
        RoadNetwork.Builder builder =
                RoadNetwork.builder()
                        .junction(Junction.priority("C", 0, 0))
                        .junction(Junction.priority("W", -300, 0))
                        .junction(Junction.priority("E", 300, 0))
                        .junction(Junction.priority("N", 0, 300))
                        .junction(Junction.priority("S", 0, -300));
        for (String arm : List.of("W", "E", "N", "S")) {
            String a = arm.toLowerCase(java.util.Locale.ROOT);
            builder.link(Link.of(a + "c", arm, "C", 300, lanes, SPEED));
            builder.link(Link.of("c" + a, "C", arm, 300, lanes, SPEED));
        }
        return builder.build();
    }

    /**
     * Two-stage signal at the crossing: east-west green from 0 to 40 s, north-south 45 to 85 s of
     * 90.
     */
    public static List<SignalSystem> crossingSignal() {
        return List.of(
                SignalSystem.of(
                        "C",
                        List.of(
                                new SignalGroup("ew", heads("wc", "ec")),
                                new SignalGroup("ns", heads("nc", "sc"))),
                        new SignalPlan(
                                "plan",
                                90,
                                0,
                                List.of(
                                        new GroupGreen("ew", 0, 40),
                                        new GroupGreen("ns", 45, 85)))));
    }

    private static List<SignalHead> heads(String... links) {
        return java.util.Arrays.stream(links).map(SignalHead::ofLink).toList();
    }

    /** Connector from one link to another by id, from the kerb lane that leads there. */
    public static int connector(RoadNetwork network, String fromLink, String toLink) {
        int from = network.getLinkIndex(fromLink);
        int to = network.getLinkIndex(toLink);
        for (int k = 0; k < network.laneCount(from); k++) {
            int connector = network.findConnector(network.firstLane(from) + k, to);
            if (connector != RoadNetwork.NONE) {
                return connector;
            }
        }
        throw new IllegalArgumentException(fromLink + " does not lead to " + toLink);
    }

    /** The same link with the mark of a roundabout. */
    public static Link onRing(Link link) {
        return link.withModes(Set.of("car"))
                .withAttributes(java.util.Map.of("junction", "roundabout"));
    }
}
