package org.chalaco.scenario.habana;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.network.Turn;
import org.chalaco.mobsim.signal.IntergreenMatrix;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalPlan.StageGreen;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.Stage;
import org.chalaco.mobsim.signal.StageTiming;
import org.chalaco.scenario.habana.HabanaTables.Node;

/**
 * Four stages at every signal, all protected: one axis straight on and right, the other one, and
 * then the left turns of both in the same order.
 */
final class HabanaSignals {

    /** Drivers need some seconds to use a green; the study's own search goes down to 3 s. */
    private static final StageTiming LIMITS = new StageTiming(5, 90);

    private final HabanaTables tables;
    private final RoadNetwork network;
    private final int clearance;

    HabanaSignals(HabanaTables tables, RoadNetwork network) {
        this.tables = tables;
        this.network = network;
        clearance = tables.numbers().getInteger("clearance");
    }

    List<SignalSystem> uniform(SignalLayout layout, int green) {
        return tables.nodes().stream()
                .filter(node -> node.layouts().contains(layout))
                .map(node -> system(node, green))
                .toList();
    }

    private SignalSystem system(Node node, int green) {
        Map<String, SignalGroup> groups = groups(node);
        List<String> order =
                node.eastWestFirst()
                        ? List.of("EW", "NS", "EW-left", "NS-left")
                        : List.of("NS", "EW", "NS-left", "EW-left");
        List<Stage> stages = order.stream().map(id -> new Stage(id, List.of(id), LIMITS)).toList();
        List<StageGreen> greens =
                stages.stream().map(s -> new StageGreen(s, green, clearance)).toList();
        return new SignalSystem(
                node.id(),
                List.copyOf(groups.values()),
                stages,
                intergreens(groups.keySet()),
                tables.numbers().getInteger("amber"),
                0,
                // the study's clock starts with the all-red before the first stage
                SignalPlan.ofStages("1", clearance, greens));
    }

    private IntergreenMatrix intergreens(Set<String> groups) {
        Map<String, Map<String, Integer>> seconds = new TreeMap<>();
        for (String ending : groups) {
            for (String starting : groups) {
                if (!ending.equals(starting)) {
                    seconds.computeIfAbsent(ending, k -> new TreeMap<>()).put(starting, clearance);
                }
            }
        }
        return new IntergreenMatrix(seconds);
    }

    private Map<String, SignalGroup> groups(Node node) {
        Map<String, List<SignalHead>> heads = new LinkedHashMap<>();
        for (String id : List.of("EW", "NS", "EW-left", "NS-left")) {
            heads.put(id, new ArrayList<>());
        }
        for (int l = 0; l < network.linkCount(); l++) {
            if (network.link(l).to().equals(node.id())) {
                String axis = isAlongX(l) ? "EW" : "NS";
                String link = network.link(l).id();
                heads.get(axis).add(SignalHead.ofMovements(link, link, targets(l, false)));
                heads.get(axis + "-left")
                        .add(SignalHead.ofMovements(link + "-left", link, targets(l, true)));
            }
        }
        Map<String, SignalGroup> groups = new LinkedHashMap<>();
        heads.forEach((id, list) -> groups.put(id, new SignalGroup(id, list)));
        return groups;
    }

    private boolean isAlongX(int link) {
        return network.junction(network.fromJunction(link)).y()
                == network.junction(network.toJunction(link)).y();
    }

    private Set<String> targets(int link, boolean left) {
        Set<String> targets = new LinkedHashSet<>();
        for (int lane = network.firstLane(link);
                lane < network.firstLane(link) + network.laneCount(link);
                lane++) {
            for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
                if ((network.turn(c) == Turn.LEFT) == left) {
                    targets.add(network.link(network.toLink(c)).id());
                }
            }
        }
        return targets;
    }
}
