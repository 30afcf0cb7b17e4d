package org.chalaco.scenario.habana;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.LaneConnection;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.scenario.habana.HabanaTables.Node;

/**
 * Draws the roads: neighbours a block apart are joined both ways, but two places at the border are
 * not. At every intersection the left lane turns left and the right lane goes on or turns right,
 * into either lane.
 */
final class HabanaRoads {

    private static final String[] HEADINGS = {"E", "N", "W", "S"};
    private static final int[] STEP_X = {1, 0, -1, 0};
    private static final int[] STEP_Y_DOWN = {0, -1, 0, 1};

    private final HabanaTables tables;
    private final Map<String, Node> byPlace = new LinkedHashMap<>();
    private final RoadNetwork.Builder builder = RoadNetwork.builder();
    private final double block;
    private final int lanes;

    private HabanaRoads(HabanaTables tables) {
        this.tables = tables;
        block = tables.numbers().get("block");
        lanes = tables.numbers().getInteger("lanes");
        for (Node node : tables.nodes()) {
            byPlace.put(place(node.x(), node.yDown()), node);
        }
    }

    static RoadNetwork draw(HabanaTables tables) {
        return new HabanaRoads(tables).draw();
    }

    private RoadNetwork draw() {
        double height = tables.numbers().get("axis_height");
        for (Node node : tables.nodes()) {
            builder.junction(
                    new Junction(
                            node.id(),
                            node.x(),
                            height - node.yDown(),
                            JunctionControl.RIGHT_BEFORE_LEFT));
        }
        for (Node node : tables.nodes()) {
            for (int h = 0; h < HEADINGS.length; h++) {
                if (goesOn(node, h)) {
                    street(node, h);
                }
            }
        }
        return builder.build();
    }

    private void street(Node from, int heading) {
        Node to = neighbour(from, heading);
        Link link =
                Link.of(
                        id(from, to),
                        from.id(),
                        to.id(),
                        block,
                        lanes,
                        tables.numbers().get("free_speed"));
        builder.link(link.withModes(Set.of("car")));
        if (to.boundary()) {
            // who has left the map does not come back
            builder.forbid(link.id(), id(to, from));
        }
        turn(from, to, heading, 0, 0);
        turn(from, to, heading, 3, 0);
        turn(from, to, heading, 1, lanes - 1);
    }

    /** Connects one lane with both lanes of the street that lies so many quarters to the left. */
    private void turn(Node from, Node at, int heading, int quarters, int lane) {
        int next = (heading + quarters) % HEADINGS.length;
        if (at.boundary() || !goesOn(at, next)) {
            return;
        }
        String target = id(at, neighbour(at, next));
        for (int k = 0; k < lanes; k++) {
            builder.connect(new LaneConnection(id(from, at), lane, target, k));
        }
    }

    private boolean goesOn(Node node, int heading) {
        Node next = neighbour(node, heading);
        return next != null && !(node.boundary() && next.boundary());
    }

    private Node neighbour(Node node, int heading) {
        return byPlace.get(
                place(
                        node.x() + STEP_X[heading] * block,
                        node.yDown() + STEP_Y_DOWN[heading] * block));
    }

    private static String place(double x, double yDown) {
        return Math.round(x) + "_" + Math.round(yDown);
    }

    /** Called as in the study: {@code l_100_200__200_200}. */
    private static String id(Node from, Node to) {
        return "l_%s__%s".formatted(place(from.x(), from.yDown()), place(to.x(), to.yDown()));
    }
}
