package org.chalaco.scenario.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.LaneConnection;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.network.Turn;

/**
 * Which lane leads where, from what is wanted: lanes are dealt out to the movements from right to
 * left in proportion to their flows, at least one each; a lane on the border serves both. A left
 * turn that meets too much traffic to be fitted in gets lanes of its own, two if it needs them, so
 * that it can have a stage of its own. Turns end in the nearest lanes, so that a right and a left
 * turn into the same road do not meet. Movements themselves stay as they are. Deterministic.
 */
public final class LaneDesign {

    /** A movement does not get a lane of which it would need less than this, unless it is all. */
    private static final double SLIVER = 0.3;

    /** Flow that counts at least, so that nobody is left without a lane, PCU/h. */
    private static final double LEAST_FLOW = 20;

    /** Through vehicles that a turning one stands for where lanes are dealt out. */
    private static final double TURN_EQUIVALENT = 1.15;

    private final RoadNetwork network;
    private final DesignRules rules;
    private final TurnFlows flows;
    private final ExitLanes exits;
    private final List<LaneConnection> connections = new ArrayList<>();

    private LaneDesign(RoadNetwork network, DesignRules rules, TurnFlows flows) {
        this.network = network;
        this.rules = rules;
        this.flows = flows;
        exits = new ExitLanes(network, flows);
    }

    /**
     * The connections of one link.
     *
     * @param link index; with at least one movement
     */
    public static List<LaneConnection> connections(
            RoadNetwork network, DesignRules rules, TurnFlows flows, int link) {
        LaneDesign design = new LaneDesign(network, rules, flows);
        design.deal(link);
        return design.connections;
    }

    private void deal(int link) {
        List<Integer> targets = fromRightToLeft(link);
        int lanes = network.laneCount(link);
        List<Integer> lefts = targets.stream().filter(t -> turn(link, t) == Turn.LEFT).toList();
        List<Integer> others = targets.stream().filter(t -> !lefts.contains(t)).toList();
        if (lefts.isEmpty() || others.isEmpty() || !isHeavy(link, lefts)) {
            deal(link, targets, 0, lanes);
            return;
        }
        double share = weight(link, lefts) / weight(link, targets);
        int widest = lefts.stream().mapToInt(network::laneCount).sum();
        int own = Math.max(1, Math.min(lanes - 1, (int) Math.round(share * lanes)));
        own = Math.min(own, widest);
        deal(link, others, 0, lanes - own);
        deal(link, lefts, lanes - own, lanes);
    }

    /** Deals the lanes {@code low} to {@code high - 1}. */
    private void deal(int link, List<Integer> targets, int low, int high) {
        double all = weight(link, targets);
        double used = low;
        int[] first = new int[targets.size()];
        int[] last = new int[targets.size()];
        for (int k = 0; k < first.length; k++) {
            double next = used + (high - low) * weight(link, List.of(targets.get(k))) / all;
            first[k] = Math.min(high - 1, (int) Math.floor(used + 1e-9));
            last[k] = Math.min(high - 1, (int) Math.ceil(next - 1e-9) - 1);
            if (first[k] < last[k] && first[k] + 1 - used < SLIVER) {
                first[k]++;
            }
            if (first[k] < last[k] && next - last[k] < SLIVER) {
                last[k]--;
            }
            last[k] = Math.max(first[k], last[k]);
            used = next;
        }
        for (int k = 0; k < first.length; k++) {
            leaveALane(link, targets, k, first, last);
        }
        for (int k = 0; k < first.length; k++) {
            narrow(link, targets, k, first, last);
            connect(link, first[k], last[k], targets.get(k));
        }
    }

    /** Nobody turns from more lanes than those it ends in, if others use them as well. */
    private void narrow(int link, List<Integer> targets, int k, int[] first, int[] last) {
        int most = exits.of(link, targets.get(k)).count();
        boolean left = k > 0 && last[k - 1] >= first[k];
        boolean right = k + 1 < first.length && first[k + 1] <= last[k];
        if (last[k] - first[k] + 1 > most && left) {
            first[k]++;
        }
        if (last[k] - first[k] + 1 > most && right) {
            last[k]--;
        }
    }

    /** A turn leaves one lane of the road it enters to those who turn into it from elsewhere. */
    private void leaveALane(int link, List<Integer> targets, int k, int[] first, int[] last) {
        Turn turn = turn(link, targets.get(k));
        int most = Math.max(1, network.laneCount(targets.get(k)) - 1);
        boolean left = turn == Turn.LEFT && k > 0 && last[k - 1] >= first[k];
        boolean right = turn == Turn.RIGHT && k + 1 < first.length && first[k + 1] <= last[k];
        if (last[k] - first[k] + 1 > most) {
            first[k] += left ? 1 : 0;
            last[k] -= right ? 1 : 0;
        }
    }

    private void connect(int link, int first, int last, int to) {
        boolean left = turn(link, to) == Turn.LEFT || turn(link, to) == Turn.U_TURN;
        ExitLanes.Range exit = exits.of(link, to);
        for (int lane = first; lane <= last; lane++) {
            int target =
                    left
                            ? Math.max(exit.first(), exit.last() - (last - lane))
                            : Math.min(exit.first() + lane - first, exit.last());
            add(link, lane, to, target);
        }
        int used = last - first + 1;
        if (turn(link, to) == Turn.THROUGH) {
            for (int target = exit.first() + used; target <= exit.last(); target++) {
                add(link, last, to, target);
            }
        }
    }

    private void add(int link, int lane, int to, int targetLane) {
        connections.add(
                new LaneConnection(
                        network.link(link).id(), lane, network.link(to).id(), targetLane));
    }

    private double weight(int link, List<Integer> targets) {
        double sum = 0;
        for (int to : targets) {
            double flow = Math.max(LEAST_FLOW, flows.pcuPerHour(link, to));
            sum += turn(link, to) == Turn.THROUGH ? flow : flow * TURN_EQUIVALENT;
        }
        return sum;
    }

    private boolean isHeavy(int link, List<Integer> lefts) {
        double flow = lefts.stream().mapToDouble(to -> flows.pcuPerHour(link, to)).sum();
        double opposing = 0;
        Set<Integer> seen = new LinkedHashSet<>();
        for (int c : Stream.ofApproach(network, link).connectors(network)) {
            for (int k = network.firstConflict(c); k < network.endConflict(c); k++) {
                int other = network.conflictOther(k);
                boolean meets =
                        lefts.contains(network.toLink(c))
                                && network.turn(other) != Turn.LEFT
                                && (network.conflictFlags(k) & RoadNetwork.PERMISSIVE) != 0;
                int movement =
                        network.fromLink(other) * network.linkCount() + network.toLink(other);
                if (meets && seen.add(movement)) {
                    opposing +=
                            flows.pcuPerHour(network.fromLink(other), network.toLink(other))
                                    / network.laneCount(network.fromLink(other));
                }
            }
        }
        return flow >= rules.protectedLeftFlow()
                && flow * opposing > rules.protectedLeftProduct(approaches(link));
    }

    private int approaches(int link) {
        int count = 0;
        for (int l = 0; l < network.linkCount(); l++) {
            count += network.toJunction(l) == network.toJunction(link) ? 1 : 0;
        }
        return count;
    }

    private Turn turn(int link, int to) {
        for (int c : Stream.ofApproach(network, link).connectors(network)) {
            if (network.toLink(c) == to) {
                return network.turn(c);
            }
        }
        throw new IllegalArgumentException("No movement from %d to %d.".formatted(link, to));
    }

    private List<Integer> fromRightToLeft(int link) {
        List<Integer> targets = new ArrayList<>(Stream.ofApproach(network, link).targets());
        targets.sort(
                Comparator.<Integer>comparingDouble(
                                to ->
                                        turn(link, to) == Turn.U_TURN
                                                ? Math.PI
                                                : bend(network, link, to))
                        .thenComparing(to -> to));
        return targets;
    }

    /** Angle to the left, rad; turning back is as far to the left as can be. */
    static double bend(RoadNetwork network, int link, int to) {
        if (network.fromJunction(link) == network.toJunction(to)) {
            return Math.PI;
        }
        double bend = heading(network, to) - heading(network, link);
        return StrictMath.atan2(StrictMath.sin(bend), StrictMath.cos(bend));
    }

    private static double heading(RoadNetwork network, int link) {
        Junction from = network.junction(network.fromJunction(link));
        Junction to = network.junction(network.toJunction(link));
        return StrictMath.atan2(to.y() - from.y(), to.x() - from.x());
    }
}
