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
    private final MovementPerformance performance;
    private final Movements movements;
    private final Map<Load, Double> loads = new LinkedHashMap<>();
    private final Map<String, boolean[]> allowedByMode = new LinkedHashMap<>();
    private final List<Map<Long, PathTree>> rounds = new ArrayList<>();
    private final List<double[]> roundTimes = new ArrayList<>();
    private final double[] linkFlow;
    private final double[] turnFlow;

    private record Load(int fromLink, int toLink, String mode) {}

    /** An assignment without travellers. */
    public StaticAssignment(RoadNetwork network, MovementPerformance performance) {
        this.network = network;
        this.performance = performance;
        movements = new Movements(network);
        linkFlow = new double[network.linkCount()];
        turnFlow = new double[movements.count()];
    }

    /** Adds travellers from the one link to the other. */
    public void add(int fromLink, int toLink, String mode, double pcuPerHour) {
        loads.merge(new Load(fromLink, toLink, mode), pcuPerHour, Double::sum);
    }

    /** Loads all travellers so many times. */
    public void run(int iterations) {
        for (int k = 1; k <= iterations; k++) {
            roundTimes.add(performance.times(turnFlow));
            rounds.add(new LinkedHashMap<>());
            double[] link = new double[linkFlow.length];
            double[] turn = new double[turnFlow.length];
            int round = k - 1;
            loads.forEach((load, pcu) -> assign(load, pcu, round, link, turn));
            average(linkFlow, link, k);
            average(turnFlow, turn, k);
        }
    }

    private static void average(double[] mean, double[] latest, int k) {
        for (int i = 0; i < mean.length; i++) {
            mean[i] += (latest[i] - mean[i]) / k;
        }
    }

    private void assign(Load load, double pcu, int round, double[] link, double[] turn) {
        PathTree tree = tree(load.fromLink(), load.mode(), round);
        if (tree.cost(load.toLink()) == Double.POSITIVE_INFINITY) {
            return;
        }
        int l = load.toLink();
        link[l] += pcu;
        while (l != load.fromLink()) {
            int before = tree.previous(l);
            turn[movements.index(before, l)] += pcu;
            link[before] += pcu;
            l = before;
        }
    }

    private PathTree tree(int fromLink, String mode, int round) {
        boolean[] allowed = allowedByMode.computeIfAbsent(mode, this::allowed);
        long key = (long) modeGroup(allowed) * network.linkCount() + fromLink;
        return rounds.get(round)
                .computeIfAbsent(
                        key,
                        k ->
                                PathTree.build(
                                        network,
                                        movements,
                                        fromLink,
                                        roundTimes.get(round),
                                        allowed));
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
        return turnFlow[movements.index(fromLink, toLink)];
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

    /** Degree of saturation of every movement, -, numbered as by {@link Movements}. */
    public double[] saturation() {
        return performance.saturation(turnFlow);
    }

    /**
     * Travel times in an empty network from link to link, without the first link, s; infinite where
     * there is no way.
     *
     * @param times per movement, s
     */
    public static double[][] freeTimes(RoadNetwork network, double[] times, String mode) {
        Movements movements = new Movements(network);
        boolean[] allowed = new boolean[network.linkCount()];
        for (int l = 0; l < allowed.length; l++) {
            allowed[l] = network.link(l).modes().contains(mode);
        }
        double[][] result = new double[network.linkCount()][];
        for (int l = 0; l < result.length; l++) {
            PathTree tree = PathTree.build(network, movements, l, times, allowed);
            result[l] = new double[result.length];
            for (int k = 0; k < result.length; k++) {
                result[l][k] = tree.cost(k);
            }
        }
        return result;
    }
}
