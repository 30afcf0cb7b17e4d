package org.chalaco.analysis.kpi;

import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * Which signal groups speak to which connector. Groups are numbered through, system by system.
 * Heads that name an unknown link are passed over: the simulation itself refuses them. Immutable.
 */
public final class SignalledConnectors {

    private final RoadNetwork network;
    private final int[] firstGroup; // per system, one longer
    private final int[][] groups; // per connector, null without a signal

    /** The groups of these systems, which are numbered in this order. */
    public SignalledConnectors(RoadNetwork network, List<SignalSystem> systems) {
        this.network = network;
        firstGroup = new int[systems.size() + 1];
        groups = new int[network.connectorCount()][];
        for (int s = 0; s < systems.size(); s++) {
            List<SignalGroup> own = systems.get(s).groups();
            firstGroup[s + 1] = firstGroup[s] + own.size();
            for (int g = 0; g < own.size(); g++) {
                for (SignalHead head : own.get(g).heads()) {
                    assign(head, firstGroup[s] + g);
                }
            }
        }
    }

    private void assign(SignalHead head, int group) {
        int link = network.findLink(head.linkId());
        if (link == RoadNetwork.NONE) {
            return;
        }
        for (int k = 0; k < network.laneCount(link); k++) {
            if (head.lanes().isEmpty() || head.lanes().contains(k)) {
                assignLane(head, network.firstLane(link) + k, group);
            }
        }
    }

    private void assignLane(SignalHead head, int lane, int group) {
        for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
            String to = network.link(network.toLink(c)).id();
            if (head.toLinkIds().isEmpty() || head.toLinkIds().contains(to)) {
                groups[c] = with(groups[c], group);
            }
        }
    }

    private static int[] with(int[] some, int group) {
        if (some == null) {
            return new int[] {group};
        }
        int[] longer = Arrays.copyOf(some, some.length + 1);
        longer[some.length] = group;
        return longer;
    }

    /** Number of groups of all systems. */
    public int groupCount() {
        return firstGroup[firstGroup.length - 1];
    }

    /** Number of a group of a system. */
    public int group(int systemIndex, int groupIndex) {
        return firstGroup[systemIndex] + groupIndex;
    }

    /** Groups that speak to the connector, or null if none does; not to be changed. */
    public int[] groupsOf(int connector) {
        return groups[connector];
    }
}
