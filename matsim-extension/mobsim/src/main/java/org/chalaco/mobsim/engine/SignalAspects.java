package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.FixedTimeController;
import org.chalaco.mobsim.signal.SignalDisplay;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * What every stop line shows: the aspect of every signal group, and the group of every connector.
 * Groups of all systems are counted through.
 */
final class SignalAspects {

    private final RoadNetwork network;
    private final List<SignalSystem> systems;
    private final SignalDisplay[] displays;
    private final int[] firstGroup;
    private final int[] groupOfConnector;
    private final Aspect[] aspects;
    private final int[][] connectorsOfGroup;
    private final double[] quietUntil;
    private final double[] shownSince;

    /** Whether a signal really rules at a connector: not where it is off or flashes. */
    private final boolean[] rules;

    /** Whether traffic may cross there: not at red, nor red with amber. */
    private final boolean[] lets;

    private final List<String> problems = new ArrayList<>();

    SignalAspects(RoadNetwork network, List<SignalSystem> systems) {
        this.network = network;
        this.systems = List.copyOf(systems);
        displays = new SignalDisplay[systems.size()];
        firstGroup = new int[systems.size() + 1];
        groupOfConnector = new int[network.connectorCount()];
        Arrays.fill(groupOfConnector, NONE);
        for (int s = 0; s < systems.size(); s++) {
            displays[s] = new FixedTimeController(systems.get(s));
            firstGroup[s + 1] = firstGroup[s] + systems.get(s).groups().size();
            for (int g = 0; g < systems.get(s).groups().size(); g++) {
                int group = firstGroup[s] + g;
                systems.get(s).groups().get(g).heads().forEach(head -> bind(head, group));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
        }
        aspects = new Aspect[firstGroup[systems.size()]];
        shownSince = new double[aspects.length];
        Arrays.fill(shownSince, Double.NEGATIVE_INFINITY);
        connectorsOfGroup = connectorsOfGroup();
        quietUntil = new double[systems.size()];
        Arrays.fill(quietUntil, Double.NEGATIVE_INFINITY);
        rules = new boolean[network.connectorCount()];
        lets = new boolean[network.connectorCount()];
        Arrays.fill(lets, true);
    }

    private int[][] connectorsOfGroup() {
        List<List<Integer>> connectors = new ArrayList<>();
        for (int group = 0; group < aspects.length; group++) {
            connectors.add(new ArrayList<>());
        }
        for (int c = 0; c < groupOfConnector.length; c++) {
            if (groupOfConnector[c] != NONE) {
                connectors.get(groupOfConnector[c]).add(c);
            }
        }
        return connectors.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private void bind(SignalHead head, int group) {
        int link = network.findLink(head.linkId());
        if (link == NONE) {
            problems.add(
                    "Signal (%s) stands on the link (%s), which is not there."
                            .formatted(head.id(), head.linkId()));
            return;
        }
        for (int lane = network.firstLane(link);
                lane < network.firstLane(link) + network.laneCount(link);
                lane++) {
            if (head.lanes().isEmpty() || head.lanes().contains(network.positionOnLink(lane))) {
                bindLane(head, lane, group);
            }
        }
    }

    private void bindLane(SignalHead head, int lane, int group) {
        for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
            String to = network.link(network.toLink(c)).id();
            if (head.toLinkIds().isEmpty() || head.toLinkIds().contains(to)) {
                groupOfConnector[c] = group;
            }
        }
    }

    /** Sets what every group shows during the step that begins now, and tells what changed. */
    void advance(StepClock clock, EventSink sink) {
        double now = clock.time();
        for (int s = 0; s < displays.length; s++) {
            if (now >= quietUntil[s]) {
                advance(s, now, sink);
                quietUntil[s] = displays[s].quietUntil(now);
            }
        }
    }

    private void advance(int s, double now, EventSink sink) {
        displays[s].advance(now);
        for (int group = firstGroup[s]; group < firstGroup[s + 1]; group++) {
            Aspect aspect = displays[s].aspect(group - firstGroup[s], now);
            if (aspect != aspects[group]) {
                show(group, aspect);
                shownSince[group] = now;
                sink.accept(new TrafficEvent.SignalChange(now, s, group - firstGroup[s], aspect));
            }
        }
    }

    private void show(int group, Aspect aspect) {
        aspects[group] = aspect;
        for (int connector : connectorsOfGroup[group]) {
            rules[connector] = aspect != Aspect.OFF && aspect != Aspect.FLASHING_AMBER;
            lets[connector] = aspect != Aspect.RED && aspect != Aspect.RED_AMBER;
        }
    }

    /** From the next step on, a system shows what this says. */
    void display(int system, SignalDisplay display) {
        displays[system] = display;
        quietUntil[system] = Double.NEGATIVE_INFINITY;
    }

    /** What says what a system shows. */
    SignalDisplay display(int system) {
        return displays[system];
    }

    /** All systems. */
    List<SignalSystem> systems() {
        return systems;
    }

    /** First group of a system, counted through all systems. */
    int firstGroup(int system) {
        return firstGroup[system];
    }

    /** Since when a group, counted through all systems, shows what it shows, s since midnight. */
    double shownSince(int group) {
        return shownSince[group];
    }

    /** Group of a connector, counted through all systems, or NONE. */
    int group(int connector) {
        return groupOfConnector[connector];
    }

    /** What a connector's stop line shows, OFF where no signal speaks to it. */
    Aspect aspectOf(int connector) {
        int group = groupOfConnector[connector];
        return group == NONE ? Aspect.OFF : aspects[group];
    }

    /** What a group shows. */
    Aspect aspect(int system, int group) {
        return aspects[firstGroup[system] + group];
    }

    /** What a group, counted through all systems, shows. */
    Aspect aspectOfGroup(int group) {
        return aspects[group];
    }

    /** Whether an outsider says what a group, counted through all systems, shows. */
    boolean isShownFromOutside(int group) {
        return displays[systemOf(group)] instanceof ShownAspects;
    }

    /** System and name of a group, for messages. */
    String nameOfGroup(int group) {
        int s = systemOf(group);
        SignalSystem system = systems.get(s);
        return "(%s) of system (%s)"
                .formatted(system.groups().get(group - firstGroup[s]).id(), system.id());
    }

    private int systemOf(int group) {
        int s = 0;
        while (firstGroup[s + 1] <= group) {
            s++;
        }
        return s;
    }

    /** Whether a signal stands at this connector's stop line. */
    boolean isSignalised(int connector) {
        return groupOfConnector[connector] != NONE;
    }

    /** Whether a signal really rules here: not where it is off or flashes. */
    boolean rules(int connector) {
        return rules[connector];
    }

    /** Whether traffic may cross at this moment: not at red, nor red with amber. */
    boolean lets(int connector) {
        return lets[connector];
    }
}
