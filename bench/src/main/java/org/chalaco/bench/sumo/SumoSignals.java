package org.chalaco.bench.sumo;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.network.Turn;
import org.chalaco.mobsim.signal.FixedTimeController;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * Our signals as SUMO's static programs: what every connector of a junction is shown, second by
 * second of the cycle, put together into phases. Left turns get the green that gives way.
 */
final class SumoSignals {

    private final RoadNetwork network;
    private final List<SignalSystem> systems;
    private final int[] systemOfConnector;
    private final int[] groupOfConnector;

    SumoSignals(RoadNetwork network, List<SignalSystem> systems) {
        this.network = network;
        this.systems = systems;
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
    boolean controls(int junction) {
        for (int c = 0; c < systemOfConnector.length; c++) {
            if (systemOfConnector[c] != RoadNetwork.NONE
                    && network.junctionOfConnector(c) == junction) {
                return true;
            }
        }
        return false;
    }

    void write(Writer out) throws IOException {
        for (int s = 0; s < systems.size(); s++) {
            program(s, out);
        }
        for (int s = 0; s < systems.size(); s++) {
            List<Integer> connectors = connectors(s);
            for (int k = 0; k < connectors.size(); k++) {
                int c = connectors.get(k);
                SumoNetwork.line(
                        out,
                        "<connection %s tl=\"%s\" linkIndex=\"%d\"/>",
                        SumoNetwork.connection(network, c),
                        junctionId(c),
                        k);
            }
        }
    }

    private String junctionId(int connector) {
        return network.junction(network.junctionOfConnector(connector)).id();
    }

    private List<Integer> connectors(int system) {
        List<Integer> connectors = new ArrayList<>();
        for (int c = 0; c < systemOfConnector.length; c++) {
            if (systemOfConnector[c] == system) {
                connectors.add(c);
            }
        }
        return connectors;
    }

    private void program(int system, Writer out) throws IOException {
        List<Integer> connectors = connectors(system);
        FixedTimeController controller = new FixedTimeController(systems.get(system));
        SumoNetwork.line(
                out,
                "<tlLogic id=\"%s\" type=\"static\" programID=\"0\" offset=\"0\">",
                junctionId(connectors.get(0)));
        int since = 0;
        String shown = state(controller, connectors, 0);
        for (int second = 1; second <= systems.get(system).plan().cycle(); second++) {
            boolean ends = second == systems.get(system).plan().cycle();
            String next = ends ? "" : state(controller, connectors, second);
            if (!next.equals(shown)) {
                SumoNetwork.line(
                        out, "<phase duration=\"%d\" state=\"%s\"/>", second - since, shown);
                since = second;
                shown = next;
            }
        }
        SumoNetwork.line(out, "</tlLogic>");
    }

    private String state(FixedTimeController controller, List<Integer> connectors, int second) {
        StringBuilder state = new StringBuilder();
        for (int c : connectors) {
            state.append(
                    switch (controller.aspect(groupOfConnector[c], second)) {
                        case GREEN -> network.turn(c) == Turn.LEFT ? 'g' : 'G';
                        case AMBER -> 'y';
                        case RED, RED_AMBER -> 'r';
                        case FLASHING_AMBER -> 'o';
                        case OFF -> 'O';
                    });
        }
        return state.toString();
    }
}
