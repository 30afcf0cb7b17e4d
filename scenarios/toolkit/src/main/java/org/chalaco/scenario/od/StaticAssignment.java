package org.chalaco.scenario.od;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Route;

/**
 * Where vehicles drive in a design hour if everybody knows the town: user equilibrium by successive
 * averages (Sheffi, <i>Urban Transportation Networks</i>, 1985, ch. 5), over movements, without
 * queues or time of day.
 *
 * <p>Flows are the mean of the all-or-nothing loadings of all rounds, so a traveller who takes the
 * path of a round drawn at random drives as the equilibrium says. Deterministic. Mutable while
 * built, not thread-safe; memory about 12 bytes x links x start links x rounds.
 */
public final class StaticAssignment {

    private final RoadNetwork network;
    private final LinkPerformance performance;
    private final List<Load> loads = new ArrayList<>();
    private final Map<String, boolean[]> allowedByMode = new LinkedHashMap<>();
    private final List<Map<Long, PathTree>> rounds = new ArrayList<>();
    private final List<double[]> roundTimes = new ArrayList<>();
    private final int[] turnStart;
    private final double[] linkFlow;
    private final double[] turnFlow;

    private record Load(int fromLink, int toLink, String mode, double pcuPerHour) {}

    /** An assignment without travellers. */
    public StaticAssignment(RoadNetwork network, LinkPerformance performance) {
        this.network = network;
        this.performance = performance;
        turnStart = new int[network.linkCount() + 1];
        for (int l = 0; l < network.linkCount(); l++) {
            turnStart[l + 1] = turnStart[l] + network.nextLinkCount(l);
        }
        linkFlow = new double[network.linkCount()];
        turnFlow = new double[turnStart[network.linkCount()]];
    }

    /** Adds travellers from the one link to the other. */
    public void add(int fromLink, int toLink, String mode, double pcuPerHour) {
        loads.add(new Load(fromLink, toLink, mode, pcuPerHour));
    }

    /** Loads all travellers so many times. */
    public void run(int iterations) {
        for (int k = 1; k <= iterations; k++) {
            roundTimes.add(performance.times(linkFlow));
            rounds.add(new LinkedHashMap<>());
            double[] link = new double[linkFlow.length];
            double[] turn = new double[turnFlow.length];
            for (Load load : loads) {
                assign(load, k - 1, link, turn);
            }
            average(linkFlow, link, k);
            average(turnFlow, turn, k);
        }
    }

    private static void average(double[] mean, double[] latest, int k) {
        for (int i = 0; i < mean.length; i++) {
            mean[i] += (latest[i] - mean[i]) / k;
        }
    }

    private void assign(Load load, int round, double[] link, double[] turn) {
        PathTree tree = tree(load.fromLink(), load.mode(), round);
        if (tree.cost(load.toLink()) == Double.POSITIVE_INFINITY) {
            return;
        }
        int l = load.toLink();
        link[l] += load.pcuPerHour();
        while (l != load.fromLink()) {
            int before = tree.previous(l);
            turn[turnIndex(before, l)] += load.pcuPerHour();
            link[before] += load.pcuPerHour();
            l = before;
        }
    }

    private int turnIndex(int fromLink, int toLink) {
        for (int k = 0; k < network.nextLinkCount(fromLink); k++) {
            if (network.nextLink(fromLink, k) == toLink) {
                return turnStart[fromLink] + k;
            }
        }
        throw new IllegalArgumentException(
                "Link (%s) does not lead to (%s)."
                        .formatted(network.link(fromLink).id(), network.link(toLink).id()));
    }

    private PathTree tree(int fromLink, String mode, int round) {
        boolean[] allowed = allowedByMode.computeIfAbsent(mode, this::allowed);
        long key = (long) modeGroup(allowed) * network.linkCount() + fromLink;
        return rounds.get(round)
                .computeIfAbsent(
                        key,
                        k -> PathTree.build(network, fromLink, roundTimes.get(round), allowed));
    }

    /** Modes with the same rights share their paths. */
    private int modeGroup(boolean[] allowed) {
        int group = 0;
        for (boolean[] other : allowedByMode.values()) {
            if (Arrays.equals(other, allowed)) {
                return group;
            }
            group++;
        }
        return group;
    }

    private boolean[] allowed(String mode) {
        boolean[] allowed = new boolean[network.linkCount()];
        for (int l = 0; l < allowed.length; l++) {
            allowed[l] = network.link(l).modes().contains(mode);
        }
        return allowed;
    }

    /** Flow on the link in the design hour, PCU/h. */
    public double linkFlow(int link) {
        return linkFlow[link];
    }

    /** Flow from the one link straight into the other, PCU/h. */
    public double turnFlow(int fromLink, int toLink) {
        return turnFlow[turnIndex(fromLink, toLink)];
    }

    /** Number of rounds run. */
    public int rounds() {
        return rounds.size();
    }

    /** The path of a round, or null where there is none. */
    public Route findRoute(int fromLink, int toLink, String mode, int round) {
        PathTree tree = tree(fromLink, mode, round);
        return tree.cost(toLink) == Double.POSITIVE_INFINITY ? null : tree.route(toLink);
    }

    /** Travel time in an empty network, s; infinite where there is no way. */
    public static double[][] freeTimes(
            RoadNetwork network, LinkPerformance performance, String mode) {
        StaticAssignment empty = new StaticAssignment(network, performance);
        boolean[] allowed = empty.allowed(mode);
        double[][] times = new double[network.linkCount()][];
        for (int l = 0; l < times.length; l++) {
            PathTree tree = PathTree.build(network, l, performance.freeTime(), allowed);
            times[l] = new double[times.length];
            for (int k = 0; k < times.length; k++) {
                times[l][k] = tree.cost(k);
            }
        }
        return times;
    }
}
