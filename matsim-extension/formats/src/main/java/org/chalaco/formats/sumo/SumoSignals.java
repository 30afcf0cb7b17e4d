package org.chalaco.formats.sumo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.formats.xml.XmlOutput;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.FixedTimeController;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * Signals as SUMO's static programs, one for each junction: what every connector is shown, second
 * by second of the cycle, put together into phases. Who must give way to somebody who is green as
 * well gets the green that gives way.
 */
final class SumoSignals {

    private final RoadNetwork network;
    private final List<SignalSystem> systems;
    private final List<FixedTimeController> controllers;
    private final int[] systemOfConnector;
    private final int[] groupOfConnector;

    /** Connectors with a signal, by junction. */
    private final Map<Integer, List<Integer>> ruled = new TreeMap<>();

    SumoSignals(RoadNetwork network, List<SignalSystem> systems) {
        this.network = network;
        this.systems = systems;
        controllers = systems.stream().map(FixedTimeController::new).toList();
        systemOfConnector = new int[network.connectorCount()];
        groupOfConnector = new int[network.connectorCount()];
        Arrays.fill(systemOfConnector, RoadNetwork.NONE);
        for (int s = 0; s < systems.size(); s++) {
            List<SignalGroup> groups = systems.get(s).groups();
            for (int g = 0; g < groups.size(); g++) {
                for (SignalHead head : groups.get(g).heads()) {
                    speakTo(head, s, g);
                }
            }
        }
        for (int c = 0; c < systemOfConnector.length; c++) {
            if (rules(c)) {
                ruled.computeIfAbsent(network.junctionOfConnector(c), j -> new ArrayList<>())
                        .add(c);
            }
        }
    }

    private void speakTo(SignalHead head, int system, int group) {
        int link = network.getLinkIndex(head.linkId());
        for (int k = 0; k < network.laneCount(link); k++) {
            int lane = network.firstLane(link) + k;
            if (head.lanes().isEmpty() || head.lanes().contains(k)) {
                for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
                    String to = network.link(network.toLink(c)).id();
                    if (head.toLinkIds().isEmpty() || head.toLinkIds().contains(to)) {
                        systemOfConnector[c] = system;
                        groupOfConnector[c] = group;
                    }
                }
            }
        }
    }

    /** Whether a signal stands at this junction. */
    boolean stands(int junction) {
        return ruled.containsKey(junction);
    }

    /** Whether a signal speaks to this connector. */
    boolean rules(int connector) {
        return systemOfConnector[connector] != RoadNetwork.NONE;
    }

    void write(XmlOutput out, SumoNetwork roads) {
        out.start("tlLogics");
        ruled.forEach((junction, connectors) -> program(out, roads, junction, connectors));
        ruled.forEach((junction, connectors) -> links(out, roads, junction, connectors));
    }

    private static void links(
            XmlOutput out, SumoNetwork roads, int junction, List<Integer> connectors) {
        for (int k = 0; k < connectors.size(); k++) {
            out.start("connection");
            roads.ends(out, connectors.get(k));
            out.attribute("tl", roads.junctionId(junction)).attribute("linkIndex", k).end();
        }
    }

    private void program(XmlOutput out, SumoNetwork roads, int junction, List<Integer> connectors) {
        int cycle = commonCycle(connectors);
        out.start("tlLogic")
                .attribute("id", roads.junctionId(junction))
                .attribute("type", "static")
                .attribute("programID", "0")
                .attribute("offset", 0);
        int since = 0;
        String shown = state(connectors, 0);
        for (int second = 1; second <= cycle; second++) {
            String next = second == cycle ? "" : state(connectors, second);
            if (!next.equals(shown)) {
                out.start("phase")
                        .attribute("duration", second - since)
                        .attribute("state", shown)
                        .end();
                since = second;
                shown = next;
            }
        }
        out.end();
    }

    /** Several systems at one junction repeat together after the least common multiple. */
    private int commonCycle(List<Integer> connectors) {
        int common = 1;
        for (int c : connectors) {
            int cycle = systems.get(systemOfConnector[c]).plan().cycle();
            common = common / greatestDivisor(common, cycle) * cycle;
        }
        return common;
    }

    private static int greatestDivisor(int a, int b) {
        return b == 0 ? a : greatestDivisor(b, a % b);
    }

    private String state(List<Integer> connectors, int second) {
        StringBuilder state = new StringBuilder();
        for (int c : connectors) {
            state.append(
                    switch (aspect(c, second)) {
                        case GREEN -> givesWay(c, second) ? 'g' : 'G';
                        case AMBER -> 'y';
                        case RED -> 'r';
                        case RED_AMBER -> 'u';
                        case FLASHING_AMBER -> 'o';
                        case OFF -> 'O';
                    });
        }
        return state.toString();
    }

    private Aspect aspect(int connector, int second) {
        return controllers
                .get(systemOfConnector[connector])
                .aspect(groupOfConnector[connector], second);
    }

    private boolean givesWay(int connector, int second) {
        for (int k = network.firstConflict(connector); k < network.endConflict(connector); k++) {
            int other = network.conflictOther(k);
            boolean yields = (network.conflictFlags(k) & RoadNetwork.YIELDS_WHEN_BOTH_GREEN) != 0;
            if (yields && (!rules(other) || aspect(other, second) == Aspect.GREEN)) {
                return true;
            }
        }
        return false;
    }
}
