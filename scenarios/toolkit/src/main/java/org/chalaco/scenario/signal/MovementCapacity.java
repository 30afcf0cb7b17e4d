package org.chalaco.scenario.signal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.scenario.od.MovementPerformance;
import org.chalaco.scenario.od.Movements;

/**
 * What every movement can carry with these lanes and signals: green share times saturation flow;
 * where it yields, the gaps that the others leave it (Siegloch 1973, in HCM 2010 ch. 19: {@code c =
 * q exp(-q tc) / (1 - exp(-q tf))}). Deterministic.
 */
public final class MovementCapacity {

    private static final double CRITICAL_GAP = 4.5;
    private static final double FOLLOW_UP = 2.5;

    /**
     * Turning vehicles are slower in the bend (HCM 2010, ch. 18: 0.85 to 0.95; and pedestrians).
     */
    private static final double TURNING_SHARE = 0.85;

    /**
     * What lane changes, blocked lanes and full roads behind leave of the ideal; own assumption.
     */
    private static final double FRICTION_SHARE = 0.8;

    /** Lanes of an entry that get in each other's way on the ring; own assumption. */
    private static final double RING_ENTRY_SHARE = 0.5;

    /** Nobody waits for ever: about one vehicle a cycle gets away in a courtesy gap, PCU/h. */
    private static final double LEAST_RATE = 40;

    private record Control(SignalSystem system, Map<Integer, String> groupOfConnector) {}

    private final RoadNetwork network;
    private final Movements movements;
    private final DesignRules rules;
    private final TurnFlows flows;
    private final Map<Integer, Control> controls = new LinkedHashMap<>();

    private MovementCapacity(
            RoadNetwork network, List<SignalSystem> signals, DesignRules rules, TurnFlows flows) {
        this.network = network;
        this.rules = rules;
        this.flows = flows;
        movements = new Movements(network);
        signals.forEach(s -> controls.put(network.findJunction(s.id()), control(s)));
    }

    /**
     * Times and capacities of all movements.
     *
     * @param flows what competes for the gaps, PCU/h
     * @param hours how long the demand lasts, h
     */
    public static MovementPerformance of(
            RoadNetwork network,
            List<SignalSystem> signals,
            DesignRules rules,
            TurnFlows flows,
            double hours) {
        return new MovementCapacity(network, signals, rules, flows).performance(hours);
    }

    private Control control(SignalSystem system) {
        Map<Integer, String> groups = new LinkedHashMap<>();
        for (SignalGroup group : system.groups()) {
            for (SignalHead head : group.heads()) {
                Stream all = Stream.ofApproach(network, network.getLinkIndex(head.linkId()));
                for (int c : all.connectors(network)) {
                    String to = network.link(network.toLink(c)).id();
                    if (head.toLinkIds().isEmpty() || head.toLinkIds().contains(to)) {
                        groups.put(c, group.id());
                    }
                }
            }
        }
        return new Control(system, groups);
    }

    private MovementPerformance performance(double hours) {
        int n = movements.count();
        double[] freeTime = new double[n];
        double[] rate = new double[n];
        int[] lanes = new int[n];
        int[] group = new int[n];
        List<Integer> groupLanes = new ArrayList<>();
        for (int l = 0; l < network.linkCount(); l++) {
            Stream approach = Stream.ofApproach(network, l);
            for (int to : approach.targets()) {
                int m = movements.index(l, to);
                Stream movement = new Stream(approach.id(), l, List.of(to), false);
                lanes[m] = approach.lanes(network, to);
                double bend = approach.isThrough(network, to) ? 1 : TURNING_SHARE;
                rate[m] = Math.max(LEAST_RATE, rate(movement) * bend * FRICTION_SHARE);
                freeTime[m] = network.length(to) / network.freeSpeed(to) + freeDelay(movement);
            }
            shareLanes(approach, group, groupLanes);
        }
        int[] widths = groupLanes.stream().mapToInt(Integer::intValue).toArray();
        return new MovementPerformance(freeTime, rate, lanes, group, widths, hours);
    }

    /** Movements that use a lane together share their group. */
    private void shareLanes(Stream approach, int[] group, List<Integer> groupLanes) {
        List<Integer> open = new ArrayList<>(approach.targets());
        while (!open.isEmpty()) {
            Set<Integer> lanes = new LinkedHashSet<>();
            List<Integer> members = new ArrayList<>();
            for (int size = -1; size != members.size(); ) {
                size = members.size();
                for (int to : List.copyOf(open)) {
                    Set<Integer> own = lanes(approach, to);
                    if (members.isEmpty() || own.stream().anyMatch(lanes::contains)) {
                        members.add(to);
                        open.remove((Integer) to);
                        lanes.addAll(own);
                    }
                }
            }
            members.forEach(to -> group[movements.index(approach.link(), to)] = groupLanes.size());
            groupLanes.add(lanes.size());
        }
    }

    private Set<Integer> lanes(Stream approach, int to) {
        Set<Integer> lanes = new LinkedHashSet<>();
        for (int c : approach.connectors(network)) {
            if (network.toLink(c) == to) {
                lanes.add(network.fromLane(c));
            }
        }
        return lanes;
    }

    private double freeDelay(Stream movement) {
        Control control = controls.get(network.toJunction(movement.link()));
        String group = control == null ? null : group(control, movement);
        if (group == null) {
            return 0;
        }
        double cycle = control.system().plan().cycle();
        double red = 1 - control.system().plan().green(group) / cycle;
        return cycle * red * red / 2;
    }

    private boolean entersRing(Stream movement) {
        return isRing(movement.targets().get(0)) && !isRing(movement.link());
    }

    private boolean isRing(int link) {
        return "roundabout".equals(network.link(link).attributes().get("junction"));
    }

    private String group(Control control, Stream movement) {
        return control.groupOfConnector().get(movement.connectors(network).get(0));
    }

    /** PCU per hour and lane. */
    private double rate(Stream movement) {
        Control control = controls.get(network.toJunction(movement.link()));
        String group = control == null ? null : group(control, movement);
        if (group == null) {
            double others = flow(rivals(movement, RoadNetwork.YIELDS_UNSIGNALISED));
            double entry = entersRing(movement) ? RING_ENTRY_SHARE : 1;
            return entry * Math.min(rules.saturationFlow(), gaps(others));
        }
        SignalPlan plan = control.system().plan();
        double used = plan.green(group) + 2 - rules.startLoss();
        double share = used / plan.cycle();
        Set<Stream> rivals = rivals(movement, RoadNetwork.YIELDS_WHEN_BOTH_GREEN);
        double meeting = 0;
        double clearing = 0;
        for (Stream rival : rivals) {
            String other = group(control, rival);
            meeting = Math.max(meeting, together(plan, group, other));
            int to = rival.targets().get(0);
            double y =
                    flows.pcuPerHour(rival.link(), to)
                            / (rules.saturationFlow() * rival.lanes(network, to));
            double green = other == null ? 1 : plan.green(other) / (double) plan.cycle();
            clearing = Math.max(clearing, y >= green ? 1 : y * (1 - green) / (1 - y));
        }
        double free = Math.max(0, meeting - clearing);
        double gaps = Math.min(rules.saturationFlow(), gaps(flow(rivals)));
        return rules.saturationFlow() * Math.max(0, share - meeting) + gaps * free;
    }

    /** Share of the cycle in which both are green. */
    private static double together(SignalPlan plan, String a, String b) {
        if (b == null) {
            return plan.green(a) / (double) plan.cycle();
        }
        boolean[] greenA = greens(plan, a);
        boolean[] greenB = greens(plan, b);
        int seconds = 0;
        for (int t = 0; t < greenA.length; t++) {
            seconds += greenA[t] && greenB[t] ? 1 : 0;
        }
        return seconds / (double) plan.cycle();
    }

    private static boolean[] greens(SignalPlan plan, String group) {
        boolean[] green = new boolean[plan.cycle()];
        for (SignalPlan.GroupGreen g : plan.greens()) {
            if (g.groupId().equals(group)) {
                int length = Math.floorMod(g.dropping() - g.onset() - 1, plan.cycle()) + 1;
                for (int k = 0; k < length; k++) {
                    green[Math.floorMod(g.onset() + k, plan.cycle())] = true;
                }
            }
        }
        return green;
    }

    /** Movements that this one must let pass. */
    private Set<Stream> rivals(Stream movement, int flag) {
        Set<Stream> rivals = new LinkedHashSet<>();
        for (int c : movement.connectors(network)) {
            for (int k = network.firstConflict(c); k < network.endConflict(c); k++) {
                int other = network.conflictOther(k);
                if ((network.conflictFlags(k) & flag) != 0
                        && network.fromLink(other) != movement.link()) {
                    rivals.add(
                            new Stream(
                                    "",
                                    network.fromLink(other),
                                    List.of(network.toLink(other)),
                                    false));
                }
            }
        }
        return rivals;
    }

    private double flow(Set<Stream> rivals) {
        double sum = 0;
        for (Stream m : rivals) {
            sum += flows.pcuPerHour(m.link(), m.targets().get(0));
        }
        return sum;
    }

    private static double gaps(double pcuPerHour) {
        double q = Math.max(1, pcuPerHour) / 3600;
        return 3600 * q * Math.exp(-q * CRITICAL_GAP) / (1 - Math.exp(-q * FOLLOW_UP));
    }
}
