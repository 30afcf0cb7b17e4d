package org.chalaco.scenario.callao;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.LaneConnection;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.scenario.network.NetworkDraft;
import org.chalaco.scenario.od.MovementPerformance;
import org.chalaco.scenario.od.Movements;
import org.chalaco.scenario.od.StaticAssignment;
import org.chalaco.scenario.signal.DesignRules;
import org.chalaco.scenario.signal.LaneDesign;
import org.chalaco.scenario.signal.MovementCapacity;
import org.chalaco.scenario.signal.TurnFlows;

/**
 * Lanes, signals and routes that fit each other: demand is assigned, lanes and greens are designed
 * for it, and demand is assigned again to what these can carry, a few times.
 *
 * @param callao roads with their final lanes
 * @param demand journeys
 * @param assignment of the last round
 * @param signals of the last round
 */
record CallaoDesign(
        CallaoNetwork callao,
        CallaoDemand demand,
        StaticAssignment assignment,
        List<SignalSystem> signals) {

    static CallaoDesign of(CallaoFacts facts) {
        CallaoNetwork drawn = CallaoNetwork.build(facts);
        CallaoDemand demand = CallaoDemand.build(facts, drawn);
        return new Rounds(facts, drawn, demand).run();
    }

    /** The rounds; each looks at the mean of the flows so far. */
    private static final class Rounds {

        private final CallaoFacts facts;
        private final DesignRules rules;
        private final CallaoDemand demand;
        private CallaoNetwork callao;
        private List<SignalSystem> signals;
        private StaticAssignment assignment;
        private double[][] flows;

        Rounds(CallaoFacts facts, CallaoNetwork callao, CallaoDemand demand) {
            this.facts = facts;
            this.callao = callao;
            this.demand = demand;
            rules = CallaoSignals.rules(facts.assumptions());
            flows = new double[callao.network().linkCount()][callao.network().linkCount()];
        }

        CallaoDesign run() {
            signals = CallaoSignals.design(facts.assumptions(), callao, (from, to) -> 100);
            int rounds = facts.assumptions().getInteger("design_rounds");
            for (int k = 1; k <= rounds; k++) {
                assignment = demand.assign(facts, callao.network(), performance());
                learn(1.0 / Math.min(k, 2));
                callao = callao.withSignals(overloaded());
                callao = callao.withNetwork(withLanes());
                signals = CallaoSignals.design(facts.assumptions(), callao, mean());
            }
            assignment = demand.assign(facts, callao.network(), performance());
            return new CallaoDesign(callao, demand, assignment, signals);
        }

        private MovementPerformance performance() {
            double hours =
                    (facts.assumptions().get("assignment_until")
                                    - facts.assumptions().get("assignment_from"))
                            / 3600;
            return MovementCapacity.of(callao.network(), signals, rules, mean(), hours);
        }

        private TurnFlows mean() {
            return (from, to) -> flows[from][to];
        }

        private void learn(double weight) {
            RoadNetwork network = callao.network();
            for (int l = 0; l < network.linkCount(); l++) {
                for (int k = 0; k < network.nextLinkCount(l); k++) {
                    int to = network.nextLink(l, k);
                    flows[l][to] += weight * (assignment.turnFlow(l, to) - flows[l][to]);
                }
            }
        }

        /** Junctions without signal where somebody who yields would hardly ever get away. */
        private Set<String> overloaded() {
            RoadNetwork network = callao.network();
            double[] saturation = assignment.saturation();
            Movements movements = new Movements(network);
            Set<String> found = new TreeSet<>();
            for (int l = 0; l < network.linkCount(); l++) {
                for (int k = 0; k < network.nextLinkCount(l); k++) {
                    String id = network.link(l).to();
                    if (saturation[movements.first(l) + k]
                                    > facts.assumptions().get("signal_warrant_saturation")
                            && isPlainJunction(id)) {
                        found.add(id);
                    }
                }
            }
            return found;
        }

        /** Neither on a ring, nor a gateway, nor on two levels. */
        private boolean isPlainJunction(String id) {
            CallaoFacts.Intersection place = facts.intersections().get(id);
            RoadNetwork network = callao.network();
            return place != null
                    && place.kind().equals("junction")
                    && network.junction(network.findJunction(id)).control()
                            != JunctionControl.GRADE_SEPARATED;
        }

        private RoadNetwork withLanes() {
            RoadNetwork network = callao.network();
            List<LaneConnection> connections = new ArrayList<>();
            for (int l = 0; l < network.linkCount(); l++) {
                if (network.nextLinkCount(l) > 0 && !leadsIntoRing(network, l)) {
                    connections.addAll(LaneDesign.connections(network, rules, mean(), l));
                }
            }
            NetworkDraft draft = NetworkDraft.of(network);
            draft.reconnect(connections);
            return draft.toNetwork();
        }

        private static boolean leadsIntoRing(RoadNetwork network, int link) {
            for (int k = 0; k < network.nextLinkCount(link); k++) {
                if ("roundabout"
                        .equals(
                                network.link(network.nextLink(link, k))
                                        .attributes()
                                        .get("class"))) {
                    return true;
                }
            }
            return false;
        }
    }
}
