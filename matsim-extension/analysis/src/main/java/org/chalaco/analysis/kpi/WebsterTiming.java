package org.chalaco.analysis.kpi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Webster's timing of an isolated fixed-time signal: the cycle of least delay and greens in
 * proportion to the critical flow ratios.
 *
 * <p>{@code C = (1.5 L + 5) / (1 - Y)} with the lost time L (s) per cycle and Y the sum over stages
 * of the critical flow ratios y = flow / saturation flow (-). Between 0.75 and 1.5 times this cycle
 * the delay hardly changes, so rounding and limits are harmless.
 *
 * <p>The lost time is taken as the sum of the clearances between greens: start-up loss and the use
 * of amber cancel. Greens are whole seconds; greens and lost time sum to the cycle exactly.
 *
 * <p>Source: Webster, <i>Traffic Signal Settings</i>, Road Research Technical Paper 39, 1958.
 *
 * @param cycle s
 * @param greens green of each stage, s
 * @param lostTime sum of the clearances, s
 * @param flowRatio Y, sum of the critical flow ratios, -
 */
public record WebsterTiming(int cycle, List<Integer> greens, int lostTime, double flowRatio) {

    public WebsterTiming {
        greens = List.copyOf(greens);
    }

    /**
     * Cycle of least delay, s; infinite if the flow ratios sum to 1 or more.
     *
     * @param lostTime L, s per cycle
     * @param flowRatio Y, -
     */
    public static double optimumCycle(double lostTime, double flowRatio) {
        return flowRatio >= 1 ? Double.POSITIVE_INFINITY : (1.5 * lostTime + 5) / (1 - flowRatio);
    }

    /**
     * The optimum cycle within limits, rounded up to whole seconds, and its greens. A cycle that is
     * too short for the minimum greens is raised, also above the upper limit.
     *
     * @param flowRatios critical flow ratio of each stage, -
     * @param minGreens minimum green of each stage, s
     * @param lostTime sum of the clearances, s
     * @param shortestCycle s
     * @param longestCycle s
     */
    public static WebsterTiming optimum(
            double[] flowRatios,
            int[] minGreens,
            int lostTime,
            int shortestCycle,
            int longestCycle) {
        double best = optimumCycle(lostTime, Arrays.stream(flowRatios).sum());
        double limited = Math.max(shortestCycle, Math.min(longestCycle, best));
        return ofCycle((int) Math.ceil(limited - 1e-9), flowRatios, minGreens, lostTime);
    }

    /**
     * Greens for a given cycle, in proportion to the flow ratios but never below the minima; equal
     * where no stage has any flow. A cycle too short for the minima is raised.
     *
     * @param wantedCycle s
     * @param flowRatios critical flow ratio of each stage, -
     * @param minGreens minimum green of each stage, s
     * @param lostTime sum of the clearances, s
     * @throws IllegalArgumentException if the stages do not match or a number is negative
     */
    public static WebsterTiming ofCycle(
            int wantedCycle, double[] flowRatios, int[] minGreens, int lostTime) {
        requireStages(flowRatios, minGreens, lostTime);
        int cycle = Math.max(wantedCycle, lostTime + Arrays.stream(minGreens).sum());
        int[] greens =
                wholeSeconds(shares(flowRatios, minGreens, cycle - lostTime), cycle - lostTime);
        return new WebsterTiming(
                cycle,
                Arrays.stream(greens).boxed().toList(),
                lostTime,
                Arrays.stream(flowRatios).sum());
    }

    private static void requireStages(double[] flowRatios, int[] minGreens, int lostTime) {
        boolean negative =
                lostTime < 0
                        || Arrays.stream(minGreens).anyMatch(g -> g < 0)
                        || !Arrays.stream(flowRatios).allMatch(y -> y >= 0);
        if (flowRatios.length == 0 || flowRatios.length != minGreens.length || negative) {
            throw new IllegalArgumentException(
                    "Flow ratios %s, minimum greens %s and a lost time of (%d s) are no stages."
                            .formatted(
                                    Arrays.toString(flowRatios),
                                    Arrays.toString(minGreens),
                                    lostTime));
        }
    }

    /** Stages that would fall below their minimum get it; the others share the rest. */
    private static double[] shares(double[] flowRatios, int[] minGreens, int total) {
        int n = flowRatios.length;
        double[] greens = new double[n];
        boolean[] atMinimum = new boolean[n];
        boolean changed = true;
        while (changed) {
            changed = false;
            double rest = total;
            double weights = 0;
            for (int i = 0; i < n; i++) {
                rest -= atMinimum[i] ? minGreens[i] : 0;
                weights += atMinimum[i] ? 0 : weight(flowRatios, i);
            }
            for (int i = 0; i < n; i++) {
                greens[i] = atMinimum[i] ? minGreens[i] : rest * weight(flowRatios, i) / weights;
                if (!atMinimum[i] && greens[i] < minGreens[i]) {
                    atMinimum[i] = true;
                    changed = true;
                }
            }
        }
        return greens;
    }

    private static double weight(double[] flowRatios, int i) {
        return Arrays.stream(flowRatios).sum() > 0 ? flowRatios[i] : 1;
    }

    /** Rounds so that the sum stays: down, then one second more for the largest remainders. */
    private static int[] wholeSeconds(double[] greens, int total) {
        int[] whole = Arrays.stream(greens).mapToInt(g -> (int) Math.floor(g + 1e-9)).toArray();
        int missing = total - Arrays.stream(whole).sum();
        List<Integer> order = new ArrayList<>(IntStream.range(0, greens.length).boxed().toList());
        order.sort((a, b) -> Double.compare(greens[b] - whole[b], greens[a] - whole[a]));
        for (int k = 0; k < missing; k++) {
            whole[order.get(k % order.size())]++;
        }
        return whole;
    }

    /** Degree of saturation of a stage with this flow ratio, -: {@code y C / g}. */
    public double saturation(int stage, double stageFlowRatio) {
        return stageFlowRatio == 0 ? 0 : stageFlowRatio * cycle / greens.get(stage);
    }
}
