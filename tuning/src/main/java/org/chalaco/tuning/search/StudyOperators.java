package org.chalaco.tuning.search;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The operators of the Havana study on whole numbers. Sources: the study's report and program, with
 * two corrections: elites are not mutated, and worse never has a better chance than better.
 */
public final class StudyOperators {

    private StudyOperators() {}

    /**
     * Multi-point: the genomes are cut at so many different places, and every second piece is
     * swapped.
     */
    public static Crossover multiPoint(int cuts) {
        return (mother, father, random) -> {
            int[] at =
                    random.ints(1, mother.length)
                            .distinct()
                            .limit(Math.min(cuts, mother.length - 1))
                            .sorted()
                            .toArray();
            return multiPoint(mother, father, at);
        };
    }

    /** Multi-point at these places: piece {@code 2k+1} comes from the other parent. */
    static double[][] multiPoint(double[] mother, double[] father, int[] at) {
        double[] one = mother.clone();
        double[] other = father.clone();
        for (int piece = 0; piece < at.length; piece += 2) {
            int end = piece + 1 < at.length ? at[piece + 1] : mother.length;
            System.arraycopy(father, at[piece], one, at[piece], end - at[piece]);
            System.arraycopy(mother, at[piece], other, at[piece], end - at[piece]);
        }
        return new double[][] {one, other};
    }

    /** Intermediate: one child is the mean of the parents, the other one of them, at random. */
    public static Crossover intermediate() {
        return (mother, father, random) -> {
            double[] mean = new double[mother.length];
            Arrays.setAll(mean, g -> Math.rint((mother[g] + father[g]) / 2));
            return new double[][] {mean, oneOf(mother, father, random)};
        };
    }

    /** Geometric: one child is the root of the parents' product, the other one of them. */
    public static Crossover geometric() {
        return (mother, father, random) -> {
            double[] root = new double[mother.length];
            Arrays.setAll(root, g -> Math.rint(Math.sqrt(mother[g] * father[g])));
            return new double[][] {root, oneOf(mother, father, random)};
        };
    }

    private static double[] oneOf(double[] mother, double[] father, RandomGenerator random) {
        return random.nextBoolean() ? mother.clone() : father.clone();
    }

    /** Every gene with probability {@code 1/n} becomes a new uniform value of its range. */
    public static Mutation uniform(SearchSetting setting) {
        return (genes, random) -> {
            double[] changed = genes.clone();
            for (int g = 0; g < changed.length; g++) {
                if (random.nextInt(changed.length) == 0) {
                    int low = (int) setting.codec().lowest(g);
                    int high = (int) setting.codec().highest(g);
                    changed[g] = low + random.nextInt(high - low + 1);
                }
            }
            return changed;
        };
    }

    /**
     * Linear ranking: the chance of the candidate on place {@code i} from the worst, 0 to n - 1, is
     * {@code (2 - s) / n + 2 i (s - 1) / (n (n - 1))}.
     *
     * @param pressure s, between 1 and 2; the study's is 1.8
     */
    public static double[] rankChances(int n, double pressure) {
        double[] chances = new double[n];
        for (int i = 0; i < n; i++) {
            double slope = n > 1 ? 2 * i * (pressure - 1) / (n * (n - 1.0)) : 0;
            chances[i] = (2 - pressure) / n + slope;
        }
        return chances;
    }

    /**
     * Fitness-proportional: the chance of a score is its distance to the worst, over the sum of
     * all. The study divided negative fitness by its sum, which favours the worst.
     */
    public static double[] proportionalChances(double[] scores) {
        double worst = Arrays.stream(scores).max().orElse(0);
        double sum = Arrays.stream(scores).map(s -> worst - s).sum();
        return Arrays.stream(scores)
                .map(s -> sum > 0 ? (worst - s) / sum : 1.0 / scores.length)
                .toArray();
    }
}
