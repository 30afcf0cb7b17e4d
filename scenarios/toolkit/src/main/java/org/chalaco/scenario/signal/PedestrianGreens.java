package org.chalaco.scenario.signal;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Shortest greens: drivers need some seconds, and every leg of a junction must be red long enough
 * for pedestrians to cross it, in the stage that is longest anyway.
 */
final class PedestrianGreens {

    private final RoadNetwork network;
    private final DesignRules rules;

    PedestrianGreens(RoadNetwork network, DesignRules rules) {
        this.network = network;
        this.rules = rules;
    }

    /** Shortest green per stage, s. */
    int[] least(List<List<Stream>> stages, double[] ratios) {
        int[] least = new int[stages.size()];
        java.util.Arrays.fill(least, rules.minimumGreen());
        for (int leg : legs(stages)) {
            int stage = longestRed(stages, ratios, leg);
            if (stage >= 0) {
                least[stage] = Math.max(least[stage], crossingTime(leg));
            }
        }
        return least;
    }

    private static List<Integer> legs(List<List<Stream>> stages) {
        List<Integer> legs = new ArrayList<>();
        for (List<Stream> stage : stages) {
            for (Stream s : stage) {
                if (!legs.contains(s.link())) {
                    legs.add(s.link());
                }
            }
        }
        return legs;
    }

    private static int longestRed(List<List<Stream>> stages, double[] ratios, int leg) {
        int best = -1;
        for (int k = 0; k < stages.size(); k++) {
            if (stages.get(k).stream().noneMatch(s -> s.link() == leg)
                    && (best < 0 || ratios[k] > ratios[best])) {
                best = k;
            }
        }
        return best;
    }

    /** Seconds pedestrians need from their first step to the other kerb or the refuge. */
    int crossingTime(int leg) {
        int in = network.laneCount(leg);
        int out = 0;
        for (int l = 0; l < network.linkCount(); l++) {
            if (network.fromJunction(l) == network.toJunction(leg)
                    && network.toJunction(l) == network.fromJunction(leg)) {
                out = network.laneCount(l);
            }
        }
        boolean refuge = out > 0 && Math.min(in, out) >= rules.refugeFromLanes();
        int lanes = refuge ? Math.max(in, out) : in + out;
        return (int)
                Math.ceil(
                        rules.pedestrianStart()
                                + lanes * rules.laneWidth() / rules.pedestrianSpeed());
    }
}
