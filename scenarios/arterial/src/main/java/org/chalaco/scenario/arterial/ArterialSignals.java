package org.chalaco.scenario.arterial;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.scenario.signal.DesignRules;
import org.chalaco.scenario.signal.SignalDesign;
import org.chalaco.scenario.table.Assumptions;

/**
 * Today's plans: each signal well timed for itself with one cycle, but nobody has coordinated them,
 * so that offsets are random.
 */
final class ArterialSignals {

    private ArterialSignals() {}

    static List<SignalSystem> design(
            ArterialTables tables, RoadNetwork network, ArterialDemand demand) {
        Assumptions n = tables.numbers();
        SignalDesign design = new SignalDesign(network, rules(n), demand);
        RandomStream random = RandomStream.of(n.getInteger("seed"), 0, "offsets");
        int cycle = n.getInteger("cycle");
        List<SignalSystem> systems = new ArrayList<>();
        for (ArterialTables.Crossing c : tables.crossings()) {
            int junction = network.findJunction(c.id());
            systems.add(design.design(junction, cycle, random.nextInt(cycle)));
        }
        return systems;
    }

    private static DesignRules rules(Assumptions n) {
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
                n.getInteger("cycle"),
                n.getInteger("cycle"),
                n.getInteger("cycle_long"));
    }
}
