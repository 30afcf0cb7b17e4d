package org.chalaco.scenario.callao;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.scenario.signal.DesignRules;
import org.chalaco.scenario.signal.SignalDesign;
import org.chalaco.scenario.signal.TurnFlows;
import org.chalaco.scenario.table.Assumptions;

/**
 * The signals of Callao: at every tagged junction, and at likely ones where anybody meets anybody.
 * Signals of one avenue share the cycle of its busiest junction; offsets are random but fixed,
 * since the signals of the town are not coordinated.
 */
final class CallaoSignals {

    private final Assumptions numbers;
    private final RoadNetwork network;
    private final SignalDesign design;
    private final List<Integer> junctions = new ArrayList<>();

    private CallaoSignals(Assumptions numbers, CallaoNetwork callao, TurnFlows flows) {
        this.numbers = numbers;
        network = callao.network();
        design = new SignalDesign(network, rules(numbers), flows);
        for (int j = 0; j < network.junctionCount(); j++) {
            String id = network.junction(j).id();
            if (callao.tagged().contains(id)
                    || callao.likely().contains(id) && design.hasConflicts(j)) {
                junctions.add(j);
            }
        }
    }

    static List<SignalSystem> design(Assumptions numbers, CallaoNetwork callao, TurnFlows flows) {
        return new CallaoSignals(numbers, callao, flows).systems();
    }

    static DesignRules rules(Assumptions n) {
        return new DesignRules(
                n.get("saturation_flow"),
                n.get("start_loss"),
                n.getInteger("amber"),
                n.get("left_turn_pce"),
                n.getInteger("minimum_green"),
                n.get("pedestrian_start"),
                n.get("pedestrian_speed"),
                n.get("lane_width"),
                n.getInteger("pedestrian_refuge_from_lanes"),
                n.get("clearing_speed"),
                n.get("entering_speed"),
                n.get("clearing_length"),
                n.get("protected_left_product"),
                n.get("protected_left_volume"),
                n.get("ghost_street_share"),
                n.getInteger("cycle_short"),
                n.getInteger("cycle_default"),
                n.getInteger("cycle_long"));
    }

    private List<SignalSystem> systems() {
        Map<Integer, Integer> corridor = groups(numbers.get("corridor_gap"), true);
        Map<Integer, Integer> pair = groups(numbers.get("paired_gap"), false);
        Map<Integer, Integer> busiest = new LinkedHashMap<>();
        for (int j : junctions) {
            busiest.merge(
                    corridor.get(j),
                    j,
                    (a, b) -> design.flowRatioSum(a) >= design.flowRatioSum(b) ? a : b);
        }
        List<SignalSystem> systems = new ArrayList<>();
        for (int j : junctions) {
            int cycle = design.suitableCycle(busiest.get(corridor.get(j)));
            RandomStream random =
                    RandomStream.of(numbers.getInteger("seed"), pair.get(j), "offset");
            systems.add(design.design(j, cycle, random.nextInt(cycle)));
        }
        return systems;
    }

    /** Signals joined by short links: each junction's smallest companion. */
    private Map<Integer, Integer> groups(double longest, boolean avenuesOnly) {
        Map<Integer, Integer> group = new LinkedHashMap<>();
        junctions.forEach(j -> group.put(j, j));
        for (int l = 0; l < network.linkCount(); l++) {
            Integer a = group.get(network.fromJunction(l));
            Integer b = group.get(network.toJunction(l));
            boolean avenue = "primary".equals(network.link(l).attributes().get("class"));
            if (a != null
                    && b != null
                    && network.length(l) <= longest
                    && (avenue || !avenuesOnly)) {
                int small = Math.min(a, b);
                int large = Math.max(a, b);
                group.replaceAll((j, g) -> g == large ? small : g);
            }
        }
        return group;
    }
}
