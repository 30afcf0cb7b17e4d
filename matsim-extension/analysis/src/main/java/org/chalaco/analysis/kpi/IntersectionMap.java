package org.chalaco.analysis.kpi;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.chalaco.mobsim.network.RoadNetwork;

/** Which junctions are intersections, and of which kind. */
final class IntersectionMap {

    private final IntersectionControl[] controls; // per junction, null: none

    IntersectionMap(RoadNetwork network, GreenLog greens, IntPredicate onRoundabout) {
        controls = new IntersectionControl[network.junctionCount()];
        for (int c = 0; c < network.connectorCount(); c++) {
            int junction = network.junctionOfConnector(c);
            if (greens.isSignalised(c)) {
                controls[junction] = IntersectionControl.SIGNALISED;
            } else if (controls[junction] == null && meetsAnotherStream(network, c)) {
                controls[junction] =
                        onRoundabout.test(junction)
                                ? IntersectionControl.ROUNDABOUT
                                : IntersectionControl.UNSIGNALISED;
            }
        }
    }

    /**
     * Whether streams of different approaches cross or merge here; lanes of one link do not count.
     */
    private static boolean meetsAnotherStream(RoadNetwork network, int connector) {
        for (int k = network.firstConflict(connector); k < network.endConflict(connector); k++) {
            if (network.fromLink(network.conflictOther(k)) != network.fromLink(connector)) {
                return true;
            }
        }
        return false;
    }

    /** Control of the junction, or null if it is no intersection. */
    IntersectionControl control(int junction) {
        return controls[junction];
    }

    /**
     * Default rule for roundabouts: a link of the junction says {@code junction = roundabout}, the
     * way OpenStreetMap does.
     */
    static IntPredicate byLinkAttribute(RoadNetwork network) {
        boolean[] ring = new boolean[network.junctionCount()];
        for (int l = 0; l < network.linkCount(); l++) {
            if ("roundabout".equals(network.link(l).attributes().get("junction"))) {
                ring[network.fromJunction(l)] = true;
                ring[network.toJunction(l)] = true;
            }
        }
        return junction -> ring[junction];
    }

    /** Junctions that are intersections, in index order. */
    List<Integer> list() {
        return IntStream.range(0, controls.length)
                .filter(j -> controls[j] != null)
                .boxed()
                .toList();
    }
}
