package org.chalaco.tuning.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.tuning.codec.GeneKind;
import org.chalaco.tuning.codec.SignalPlanCodec;
import org.chalaco.tuning.problem.TunedIntersection;
import org.chalaco.tuning.problem.TuningProblem;

/**
 * Exchanges the plans of some intersections that lie together, so that what works between
 * neighbours stays together; the genes of zones come from one parent or from between them.
 *
 * <p>One of three times, genes are blended instead: the child lies between its parents, or a little
 * beyond (BLX-0.25, Eshelman and Schaffer 1993); offsets go the shorter way round the cycle.
 */
final class NeighbourhoodCrossover implements Crossover {

    private static final double BEYOND = 0.25;

    private final SignalPlanCodec codec;
    private final int[][] nearest;

    NeighbourhoodCrossover(SearchSetting setting) {
        codec = setting.codec();
        nearest = nearest(setting.problem());
    }

    /** For each intersection all of them, the nearest first. */
    private static int[][] nearest(TuningProblem problem) {
        double[][] places =
                problem.intersections().stream()
                        .map(i -> place(problem.network(), i))
                        .toArray(double[][]::new);
        int[][] order = new int[places.length][];
        for (int i = 0; i < places.length; i++) {
            double[] here = places[i];
            List<Integer> sorted =
                    IntStream.range(0, places.length)
                            .boxed()
                            .sorted(
                                    Comparator.<Integer>comparingDouble(
                                                    k ->
                                                            Math.hypot(
                                                                    places[k][0] - here[0],
                                                                    places[k][1] - here[1]))
                                            .thenComparing(Comparator.naturalOrder()))
                            .toList();
            order[i] = sorted.stream().mapToInt(Integer::intValue).toArray();
        }
        return order;
    }

    private static double[] place(RoadNetwork network, TunedIntersection intersection) {
        String link = intersection.system().groups().get(0).heads().get(0).linkId();
        int index = network.findLink(link);
        int junction = index == RoadNetwork.NONE ? 0 : network.toJunction(index);
        return new double[] {network.junction(junction).x(), network.junction(junction).y()};
    }

    @Override
    public double[][] cross(double[] mother, double[] father, RandomGenerator random) {
        return random.nextInt(3) == 0
                ? blended(mother, father, random)
                : exchanged(mother, father, random);
    }

    private double[][] exchanged(double[] mother, double[] father, RandomGenerator random) {
        int n = nearest.length;
        int centre = random.nextInt(n);
        int size = 1 + random.nextInt(Math.max(1, n / 2));
        boolean[] inside = new boolean[n];
        Arrays.stream(nearest[centre], 0, Math.min(n, size)).forEach(i -> inside[i] = true);
        double[] one = mother.clone();
        double[] other = father.clone();
        for (int g = 0; g < one.length; g++) {
            int owner = codec.owner(g);
            boolean swap = owner == SignalPlanCodec.ZONE ? random.nextInt(4) == 0 : inside[owner];
            if (swap) {
                one[g] = father[g];
                other[g] = mother[g];
            }
        }
        return new double[][] {one, other};
    }

    private double[][] blended(double[] mother, double[] father, RandomGenerator random) {
        double[] one = new double[mother.length];
        double[] other = new double[mother.length];
        for (int g = 0; g < one.length; g++) {
            double share = (1 + 2 * BEYOND) * random.nextDouble() - BEYOND;
            boolean circular = codec.kind(g) == GeneKind.OFFSET;
            one[g] = between(mother[g], father[g], share, circular);
            other[g] = between(father[g], mother[g], share, circular);
        }
        return new double[][] {one, other};
    }

    /** The gene this share of the way from one to the other. */
    static double between(double from, double to, double share, boolean circular) {
        double way = to - from;
        if (circular) {
            way -= Math.rint(way);
        }
        double gene = from + share * way;
        return circular ? PlanMutation.round(gene) : PlanMutation.reflected(gene);
    }
}
