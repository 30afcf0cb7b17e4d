package org.chalaco.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.chalaco.analysis.trajectory.SignalLog;
import org.chalaco.analysis.trajectory.TimeSpaceDiagram;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalSystem;

/** The lights along an avenue: where they stand, what they are called, when they were green. */
final class AvenueSignals {

    private final RoadNetwork network;
    private final List<SignalSystem> systems;
    private final SignalLog log;

    AvenueSignals(RoadNetwork network, List<SignalSystem> systems, SignalLog log) {
        this.network = network;
        this.systems = systems;
        this.log = log;
    }

    /** In driving order; the last link's light counts as for straight on. */
    List<AvenueDiagram.Signal> along(TimeSpaceDiagram diagram) {
        List<AvenueDiagram.Signal> signals = new ArrayList<>();
        for (int k = 0; k < diagram.linkCount(); k++) {
            int link = diagram.link(k);
            int next = k + 1 < diagram.linkCount() ? diagram.link(k + 1) : RoadNetwork.NONE;
            int[] group = findGroup(link, next);
            if (group != null) {
                signals.add(
                        new AvenueDiagram.Signal(
                                crossStreet(link),
                                diagram.stopLine(k),
                                flat(log.greens(group[0], group[1]))));
            }
        }
        return signals;
    }

    /** System and group that speak to the movement, or null. */
    private int[] findGroup(int link, int next) {
        String from = network.link(link).id();
        String to = next == RoadNetwork.NONE ? null : network.link(next).id();
        for (int s = 0; s < systems.size(); s++) {
            for (int g = 0; g < systems.get(s).groups().size(); g++) {
                if (speaksTo(systems.get(s).groups().get(g), from, to)) {
                    return new int[] {s, g};
                }
            }
        }
        return null;
    }

    private static boolean speaksTo(SignalGroup group, String from, String to) {
        for (SignalHead head : group.heads()) {
            if (head.linkId().equals(from)
                    && (to == null
                            || head.toLinkIds().isEmpty()
                            || head.toLinkIds().contains(to))) {
                return true;
            }
        }
        return false;
    }

    /** The other streets at the end of the link, else the junction's id. */
    private String crossStreet(int link) {
        int junction = network.toJunction(link);
        String own = network.link(link).attributes().get("name");
        TreeSet<String> others = new TreeSet<>();
        for (int l = 0; l < network.linkCount(); l++) {
            String name = network.link(l).attributes().get("name");
            boolean meets =
                    network.fromJunction(l) == junction || network.toJunction(l) == junction;
            if (meets && name != null && !name.equals(own)) {
                others.add(name);
            }
        }
        return others.isEmpty() ? network.junction(junction).id() : String.join(", ", others);
    }

    private static double[] flat(List<double[]> pairs) {
        return pairs.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
    }
}
