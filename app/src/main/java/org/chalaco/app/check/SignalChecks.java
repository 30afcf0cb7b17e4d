package org.chalaco.app.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.FixedTimeController;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan.GroupGreen;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;

/**
 * Whether signals fit the network and their plans are safe: no crossing greens but permissive
 * turns, no green below its minimum, no intergreen cut short.
 */
final class SignalChecks {

    private final RoadNetwork network;
    private final Problems problems;

    SignalChecks(RoadNetwork network, Problems problems) {
        this.network = network;
        this.problems = problems;
    }

    void check(List<SignalSystem> systems) {
        systems.forEach(this::check);
    }

    private void check(SignalSystem system) {
        List<String> groupIds = system.groups().stream().map(SignalGroup::id).toList();
        boolean groupsKnown = true;
        for (GroupGreen green : system.plan().greens()) {
            if (!groupIds.contains(green.groupId())) {
                groupsKnown = false;
                problems.add(
                        ProblemType.PLAN_GROUP.error(
                                "signalGroupSettings",
                                green.groupId(),
                                "Plan (%s) of signal system (%s) names the group (%s), which it does not have."
                                        .formatted(
                                                system.plan().id(), system.id(), green.groupId()),
                                "Maybe one of %s?".formatted(groupIds)));
            }
        }
        List<BitSet> connectors = new ArrayList<>();
        for (SignalGroup group : system.groups()) {
            connectors.add(connectorsOf(system, group));
        }
        if (groupsKnown) {
            checkAlwaysRed(system);
            checkConflicts(system, connectors);
            checkMinimumGreens(system);
            checkIntergreens(system);
        }
    }

    private BitSet connectorsOf(SignalSystem system, SignalGroup group) {
        BitSet connectors = new BitSet();
        for (SignalHead head : group.heads()) {
            int link = network.findLink(head.linkId());
            if (link == RoadNetwork.NONE) {
                problems.add(
                        ProblemType.SIGNAL_LINK.error(
                                "signal",
                                head.linkId(),
                                "Signal (%s) of signal system (%s) stands at link (%s), which the network does not have."
                                        .formatted(head.id(), system.id(), head.linkId()),
                                ""));
                continue;
            }
            addConnectors(head, link, connectors);
            for (String toLink : head.toLinkIds()) {
                checkMovement(system, head, link, toLink);
            }
        }
        return connectors;
    }

    private void addConnectors(SignalHead head, int link, BitSet connectors) {
        for (int k = 0; k < network.laneCount(link); k++) {
            int lane = network.firstLane(link) + k;
            if (!head.lanes().isEmpty() && !head.lanes().contains(k)) {
                continue;
            }
            for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
                String to = network.link(network.toLink(c)).id();
                if (head.toLinkIds().isEmpty() || head.toLinkIds().contains(to)) {
                    connectors.set(c);
                }
            }
        }
    }

    private void checkMovement(SignalSystem system, SignalHead head, int link, String toLink) {
        int to = network.findLink(toLink);
        if (to == RoadNetwork.NONE || !network.connects(link, to)) {
            problems.add(
                    ProblemType.SIGNAL_LINK.error(
                            "turningMoveRestrictions",
                            toLink,
                            "Signal (%s) of signal system (%s) speaks to the movement from link (%s) to link (%s), which no lane makes."
                                    .formatted(head.id(), system.id(), head.linkId(), toLink),
                            ""));
        }
    }

    private void checkAlwaysRed(SignalSystem system) {
        for (SignalGroup group : system.groups()) {
            if (system.plan().green(group.id()) == 0) {
                problems.add(
                        ProblemType.ALWAYS_RED.warning(
                                "signalGroup",
                                group.id(),
                                "Group (%s) of signal system (%s) is never green in plan (%s)."
                                        .formatted(group.id(), system.id(), system.plan().id()),
                                "Maybe a setting is missing?"));
            }
        }
    }

    private void checkConflicts(SignalSystem system, List<BitSet> connectors) {
        FixedTimeController controller = new FixedTimeController(system);
        for (int a = 0; a < connectors.size(); a++) {
            for (int b = a + 1; b < connectors.size(); b++) {
                int connector = crossing(connectors.get(a), connectors.get(b));
                if (connector == RoadNetwork.NONE) {
                    continue;
                }
                int second = secondWithBothGreen(system, controller, a, b);
                if (second >= 0) {
                    addConflict(system, a, b, second, connector);
                }
            }
        }
    }

    /** A connector of the first set that crosses or joins one of the second unprotected. */
    private int crossing(BitSet first, BitSet second) {
        for (int c = first.nextSetBit(0); c >= 0; c = first.nextSetBit(c + 1)) {
            for (int k = network.firstConflict(c); k < network.endConflict(c); k++) {
                boolean permissive = (network.conflictFlags(k) & RoadNetwork.PERMISSIVE) != 0;
                if (second.get(network.conflictOther(k)) && !permissive) {
                    return c;
                }
            }
        }
        return RoadNetwork.NONE;
    }

    private static int secondWithBothGreen(
            SignalSystem system, FixedTimeController controller, int a, int b) {
        for (int second = 0; second < system.plan().cycle(); second++) {
            double time = system.plan().offset() + second;
            if (controller.aspect(a, time) == Aspect.GREEN
                    && controller.aspect(b, time) == Aspect.GREEN) {
                return second;
            }
        }
        return -1;
    }

    private void addConflict(SignalSystem system, int a, int b, int second, int connector) {
        problems.add(
                ProblemType.CONFLICTING_GREENS.error(
                        "signalGroup",
                        system.groups().get(a).id(),
                        "Groups (%s) and (%s) of signal system (%s) are both green in second (%d) of the cycle, but the movement from link (%s) to link (%s) crosses the other's."
                                .formatted(
                                        system.groups().get(a).id(),
                                        system.groups().get(b).id(),
                                        system.id(),
                                        second,
                                        network.link(network.fromLink(connector)).id(),
                                        network.link(network.toLink(connector)).id()),
                        "Maybe they belong to different stages?"));
    }

    private void checkMinimumGreens(SignalSystem system) {
        for (Stage stage : system.stages()) {
            for (String group : stage.groupIds()) {
                for (GroupGreen green : system.plan().greens()) {
                    int seconds = secondsOf(system, green);
                    if (green.groupId().equals(group) && seconds < stage.timing().minGreen()) {
                        addShortGreen(system, stage, group, seconds);
                    }
                }
            }
        }
    }

    private static int secondsOf(SignalSystem system, GroupGreen green) {
        int cycle = system.plan().cycle();
        int seconds = Math.floorMod(green.dropping() - green.onset(), cycle);
        return seconds == 0 ? cycle : seconds;
    }

    private void addShortGreen(SignalSystem system, Stage stage, String group, int seconds) {
        problems.add(
                ProblemType.SHORT_GREEN.error(
                        "signalGroupSettings",
                        Integer.toString(seconds),
                        "The green (%d s) of group (%s) at signal system (%s) is below the minimum (%d s) of stage (%s)."
                                .formatted(
                                        seconds,
                                        group,
                                        system.id(),
                                        stage.timing().minGreen(),
                                        stage.id()),
                        "Maybe raise the cycle (%d s) or merge stages?"
                                .formatted(system.plan().cycle())));
    }

    private void checkIntergreens(SignalSystem system) {
        for (GroupGreen ending : system.plan().greens()) {
            for (GroupGreen starting : system.plan().greens()) {
                int needed = system.intergreens().between(ending.groupId(), starting.groupId());
                if (needed > 0) {
                    checkIntergreen(system, ending, starting, needed);
                }
            }
        }
    }

    private void checkIntergreen(
            SignalSystem system, GroupGreen ending, GroupGreen starting, int needed) {
        int given = Math.floorMod(starting.onset() - ending.dropping(), system.plan().cycle());
        if (given < needed) {
            problems.add(
                    ProblemType.SHORT_INTERGREEN.error(
                            "signalGroupSettings",
                            Integer.toString(given),
                            "At signal system (%s), group (%s) starts (%d s) after group (%s) ends, but needs (%d s)."
                                    .formatted(
                                            system.id(),
                                            starting.groupId(),
                                            given,
                                            ending.groupId(),
                                            needed),
                            "Maybe start it (%d s) later?".formatted(needed - given)));
        }
    }
}
