package org.chalaco.scenario.signal;

import java.util.HashSet;
import java.util.Set;
import org.chalaco.mobsim.network.RoadNetwork;

/** Which streams of a junction may be green together, and what must lie between them. */
final class StreamConflicts {

    private final RoadNetwork network;
    private final DesignRules rules;

    StreamConflicts(RoadNetwork network, DesignRules rules) {
        this.network = network;
        this.rules = rules;
    }

    /** Whether paths cross or merge that may not be green together. */
    boolean isHard(Stream a, Stream b) {
        return a.link() != b.link() && clearance(a, b, false) > 0;
    }

    /** Whether paths cross or merge that may be green together, one yielding. */
    boolean isPermissive(Stream a, Stream b) {
        Set<Integer> others = new HashSet<>(b.connectors(network));
        for (int c : a.connectors(network)) {
            for (int k = network.firstConflict(c); k < network.endConflict(c); k++) {
                if (others.contains(network.conflictOther(k)) && permissive(k)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Seconds from the end of green of the one to the start of green of the other, after RiLSA
     * (FGSV 2015, section 2.7): amber, plus what the last vehicle needs to clear the conflict
     * point, less what the first one needs to reach it. 0 where they do not conflict.
     *
     * @param permissiveToo whether conflicts count in which both might be green, one yielding: yes
     *     where the two are never green together
     */
    int clearance(Stream ending, Stream starting, boolean permissiveToo) {
        Set<Integer> others = new HashSet<>(starting.connectors(network));
        int seconds = 0;
        for (int c : ending.connectors(network)) {
            for (int k = network.firstConflict(c); k < network.endConflict(c); k++) {
                if (others.contains(network.conflictOther(k))
                        && (permissiveToo || !permissive(k))) {
                    seconds = Math.max(seconds, clearance(k));
                }
            }
        }
        return seconds;
    }

    private int clearance(int conflict) {
        double clear =
                (network.conflictOwnDistance(conflict) + rules.clearingLength())
                        / rules.clearingSpeed();
        double enter = network.conflictOtherDistance(conflict) / rules.enteringSpeed();
        int allRed = (int) Math.ceil(clear - enter - 1e-9);
        return rules.amber() + Math.max(1, allRed);
    }

    private boolean permissive(int conflict) {
        return (network.conflictFlags(conflict) & RoadNetwork.PERMISSIVE) != 0;
    }
}
