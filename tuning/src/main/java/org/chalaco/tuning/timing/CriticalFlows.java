package org.chalaco.tuning.timing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.tuning.problem.StageSequence;
import org.chalaco.tuning.problem.TunedIntersection;
import org.chalaco.tuning.problem.TuningProblem;

/**
 * Flow ratios: how much of the green each signal group and stage needs, flow over saturation flow.
 *
 * <p>A movement needs its flow over that of its lanes; all movements of a link together need theirs
 * over the lanes that the group rules. A left turn that yields while opposing traffic is green too
 * counts {@value #YIELDING} fold, the usual equivalent at moderate opposing flow (HCM).
 */
public final class CriticalFlows {

    private static final double YIELDING = 1.6;

    private final TuningProblem problem;
    private final MovementFlows flows;

    /** Flow ratios of this demand. */
    public CriticalFlows(TuningProblem problem, MovementFlows flows) {
        this.problem = problem;
        this.flows = flows;
    }

    /** Critical flow ratio of each stage; 0 for stages of those whom the network does not know. */
    public double[] ofStages(TunedIntersection intersection) {
        StageSequence stages = intersection.stages();
        Map<String, Double> ofGroups = ofGroups(intersection);
        double[] ratios = new double[stages.size()];
        List<String> shared = new ArrayList<>();
        ofGroups.forEach(
                (group, ratio) -> {
                    int[] in = stagesOf(stages, group);
                    if (in.length == 1) {
                        ratios[in[0]] = Math.max(ratios[in[0]], ratio);
                    } else if (in.length > 1) {
                        shared.add(group);
                    }
                });
        for (String group : shared) {
            giveRest(ofGroups.get(group), stagesOf(stages, group), ratios);
        }
        return ratios;
    }

    /** What a group of several stages needs beyond their sum goes to all of them alike. */
    private static void giveRest(double ratio, int[] in, double[] ratios) {
        double given = 0;
        for (int k : in) {
            given += ratios[k];
        }
        double rest = Math.max(0, ratio - given) / in.length;
        for (int k : in) {
            ratios[k] += rest;
        }
    }

    private static int[] stagesOf(StageSequence stages, String group) {
        List<Integer> in = new ArrayList<>();
        for (int k = 0; k < stages.size(); k++) {
            if (stages.stages().get(k).groupIds().contains(group)) {
                in.add(k);
            }
        }
        return in.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Flow ratio of each group. */
    public Map<String, Double> ofGroups(TunedIntersection intersection) {
        Map<String, Double> ratios = new TreeMap<>();
        for (SignalGroup group : intersection.system().groups()) {
            ratios.put(group.id(), ofGroup(intersection, group));
        }
        return ratios;
    }

    private double ofGroup(TunedIntersection intersection, SignalGroup group) {
        double largest = 0;
        for (int link : links(problem.network(), group)) {
            Map<Integer, TreeSet<Integer>> lanesTo = new TreeMap<>();
            TreeSet<Integer> lanes = new TreeSet<>();
            Map<Integer, Boolean> yields = new HashMap<>();
            for (int c : connectors(problem.network(), group, link)) {
                int to = problem.network().toLink(c);
                lanes.add(problem.network().fromLane(c));
                lanesTo.computeIfAbsent(to, t -> new TreeSet<>())
                        .add(problem.network().fromLane(c));
                yields.merge(to, yields(intersection, group, c), Boolean::logicalOr);
            }
            double sum = 0;
            for (Map.Entry<Integer, TreeSet<Integer>> movement : lanesTo.entrySet()) {
                double weight = yields.get(movement.getKey()) ? YIELDING : 1;
                double pcu = weight * flows.pcuPerHour(link, movement.getKey());
                sum += pcu;
                largest = Math.max(largest, ratio(pcu, movement.getValue().size()));
            }
            largest = Math.max(largest, lanes.isEmpty() ? 0 : ratio(sum, lanes.size()));
        }
        return largest;
    }

    private double ratio(double pcuPerHour, int lanes) {
        return pcuPerHour / (problem.rules().saturationFlow() * lanes);
    }

    /** Whether the connector gives way to one that is green in the same stage. */
    private boolean yields(TunedIntersection intersection, SignalGroup group, int connector) {
        RoadNetwork network = problem.network();
        for (int k = network.firstConflict(connector); k < network.endConflict(connector); k++) {
            boolean permissive =
                    (network.conflictFlags(k) & RoadNetwork.YIELDS_WHEN_BOTH_GREEN) != 0;
            int other = network.conflictOther(k);
            if (permissive
                    && network.fromLink(other) != network.fromLink(connector)
                    && isGreenWith(intersection, group, other)) {
                return true;
            }
        }
        return false;
    }

    private boolean isGreenWith(TunedIntersection intersection, SignalGroup group, int connector) {
        int link = problem.network().fromLink(connector);
        return intersection.stages().stages().stream()
                .filter(stage -> stage.groupIds().contains(group.id()))
                .flatMap(stage -> stage.groupIds().stream())
                .distinct()
                .map(id -> group(intersection, id))
                .anyMatch(
                        g ->
                                Arrays.stream(connectors(problem.network(), g, link))
                                        .anyMatch(c -> c == connector));
    }

    private static SignalGroup group(TunedIntersection intersection, String id) {
        return intersection.system().groups().stream()
                .filter(g -> g.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static int[] links(RoadNetwork network, SignalGroup group) {
        return group.heads().stream()
                .mapToInt(h -> network.findLink(h.linkId()))
                .filter(l -> l != RoadNetwork.NONE)
                .distinct()
                .sorted()
                .toArray();
    }

    /** Connectors of a link that a group speaks to, in order. */
    static int[] connectors(RoadNetwork network, SignalGroup group, int link) {
        TreeSet<Integer> connectors = new TreeSet<>();
        for (SignalHead head : group.heads()) {
            if (network.findLink(head.linkId()) != link) {
                continue;
            }
            for (int k = 0; k < network.laneCount(link); k++) {
                int lane = network.firstLane(link) + k;
                if (!head.lanes().isEmpty() && !head.lanes().contains(k)) {
                    continue;
                }
                for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
                    String to = network.link(network.toLink(c)).id();
                    if (head.toLinkIds().isEmpty() || head.toLinkIds().contains(to)) {
                        connectors.add(c);
                    }
                }
            }
        }
        return connectors.stream().mapToInt(Integer::intValue).toArray();
    }
}
