package org.chalaco.formats.lanes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problem.Severity;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.network.LaneConnection;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.network.Turn;

/**
 * MATSim's lanes of some links, and how they lie on our physical lanes.
 *
 * <p>The lanes that lead to links lie side by side, the one with the highest alignment at the kerb,
 * each as wide as the physical lanes it represents. Where their sum differs from the link's lanes,
 * they are stretched or squeezed in proportion, so that neighbours may share a physical lane.
 *
 * @param file where they come from, for messages
 * @param lanes lanes by link, in file order
 */
public record LaneDefinitions(String file, Map<String, List<LaneDefinition>> lanes) {

    /** No link has lane definitions. */
    public static final LaneDefinitions NONE = new LaneDefinitions("", Map.of());

    public LaneDefinitions {
        lanes = Collections.unmodifiableMap(new LinkedHashMap<>(lanes));
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return lanes.isEmpty();
    }

    /**
     * Physical lanes, from the kerb, that a defined lane stands for; empty if the link has no such
     * lane, or one that leads to no link.
     *
     * @param laneCount physical lanes of the link
     */
    public List<Integer> physicalLanes(String linkId, String laneId, int laneCount) {
        List<Integer> physical =
                place(lanes.getOrDefault(linkId, List.of()), laneCount).entrySet().stream()
                        .filter(entry -> entry.getKey().id().equals(laneId))
                        .findFirst()
                        .map(Map.Entry::getValue)
                        .orElse(List.of());
        return physical;
    }

    /** The lane connections they mean in this network; what does not fit is reported. */
    public List<LaneConnection> connections(RoadNetwork network, Problems problems) {
        List<LaneConnection> connections = new ArrayList<>();
        lanes.forEach(
                (linkId, defined) -> {
                    int link = network.findLink(linkId);
                    if (link == RoadNetwork.NONE) {
                        report(
                                problems,
                                Severity.ERROR,
                                defined.get(0).line(),
                                linkId,
                                "Lanes are defined for the link (%s), which is not there."
                                        .formatted(linkId));
                    } else {
                        connect(network, link, defined, connections, problems);
                    }
                });
        return connections;
    }

    private void connect(
            RoadNetwork network,
            int link,
            List<LaneDefinition> defined,
            List<LaneConnection> connections,
            Problems problems) {
        String linkId = network.link(link).id();
        checkWidth(linkId, network.laneCount(link), defined, problems);
        Map<String, List<Integer>> lanesByTarget = new TreeMap<>();
        place(defined, network.laneCount(link))
                .forEach(
                        (lane, physical) ->
                                lane.toLinkIds().stream()
                                        .filter(to -> isNext(network, link, to, lane, problems))
                                        .forEach(
                                                to ->
                                                        lanesByTarget
                                                                .computeIfAbsent(
                                                                        to, k -> new ArrayList<>())
                                                                .addAll(physical)));
        lanesByTarget.forEach(
                (to, from) -> {
                    int next = network.getLinkIndex(to);
                    List<Integer> sorted = from.stream().sorted().distinct().toList();
                    Turn turn = turn(network, link, next);
                    connections.addAll(join(linkId, sorted, to, network.laneCount(next), turn));
                });
    }

    private void checkWidth(
            String linkId, int laneCount, List<LaneDefinition> defined, Problems problems) {
        int sum =
                defined.stream()
                        .filter(lane -> !lane.toLinkIds().isEmpty())
                        .mapToInt(LaneDefinitions::width)
                        .sum();
        if (sum != laneCount) {
            report(
                    problems,
                    Severity.WARNING,
                    defined.get(0).line(),
                    String.valueOf(sum),
                    "The lanes of link (%s) stand for (%d) lanes, the link has (%d); they share."
                            .formatted(linkId, sum, laneCount));
        }
    }

    private boolean isNext(
            RoadNetwork network, int link, String to, LaneDefinition lane, Problems problems) {
        int next = network.findLink(to);
        boolean meets =
                next != RoadNetwork.NONE && network.toJunction(link) == network.fromJunction(next);
        if (!meets) {
            report(
                    problems,
                    Severity.ERROR,
                    lane.line(),
                    to,
                    "Lane (%s) of link (%s) leads to (%s), which does not start where the link ends."
                            .formatted(lane.id(), network.link(link).id(), to));
        }
        return meets;
    }

    private void report(
            Problems problems, Severity severity, int line, String value, String message) {
        problems.add(
                new Problem(
                        ProblemType.LANES.id(), severity, file, line, "lane", value, message, ""));
    }

    private static int width(LaneDefinition lane) {
        return (int) Math.max(1, Math.round(lane.representedLanes()));
    }

    private static Map<LaneDefinition, List<Integer>> place(
            List<LaneDefinition> defined, int laneCount) {
        List<LaneDefinition> fromKerb =
                defined.stream()
                        .filter(lane -> !lane.toLinkIds().isEmpty())
                        .sorted(Comparator.comparingInt(lane -> -lane.alignment()))
                        .toList();
        int sum = fromKerb.stream().mapToInt(LaneDefinitions::width).sum();
        Map<LaneDefinition, List<Integer>> places = new LinkedHashMap<>();
        int used = 0;
        for (LaneDefinition lane : fromKerb) {
            int first = used * laneCount / sum;
            used += width(lane);
            int end = (used * laneCount + sum - 1) / sum;
            places.put(lane, IntStream.range(first, end).boxed().toList());
        }
        return places;
    }

    /**
     * Joins lanes to lanes side by side. Surplus target lanes are fed by the innermost lane if the
     * road goes on; a turn from one lane may end in either of the two nearest.
     */
    private static List<LaneConnection> join(
            String from, List<Integer> fromLanes, String to, int toLanes, Turn turn) {
        List<LaneConnection> joined = new ArrayList<>();
        boolean left = turn == Turn.LEFT || turn == Turn.U_TURN;
        int n = fromLanes.size();
        for (int k = 0; k < n; k++) {
            int target = left ? Math.max(0, toLanes - n + k) : Math.min(k, toLanes - 1);
            joined.add(new LaneConnection(from, fromLanes.get(k), to, target));
        }
        int reached = turn == Turn.THROUGH ? toLanes : n == 1 ? Math.min(2, toLanes) : n;
        for (int target = n; target < reached; target++) {
            joined.add(
                    left
                            ? new LaneConnection(from, fromLanes.get(0), to, toLanes - 1 - target)
                            : new LaneConnection(from, fromLanes.get(n - 1), to, target));
        }
        return joined;
    }

    private static Turn turn(RoadNetwork network, int from, int to) {
        for (int lane = network.firstLane(from);
                lane < network.firstLane(from) + network.laneCount(from);
                lane++) {
            int connector = network.findConnector(lane, to);
            if (connector != RoadNetwork.NONE) {
                return network.turn(connector);
            }
        }
        // Only U-turns are left out of a derived network.
        return Turn.U_TURN;
    }
}
