package org.chalaco.tuning.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalPlan.StageGreen;
import org.chalaco.mobsim.signal.Stage;

/**
 * The stages of one intersection and what must lie between them: everything that is needed to make
 * a legal plan from a cycle, an offset, an order and greens.
 *
 * <p>A stage without groups is red for everyone whom the network knows: pedestrians or a cross
 * street that is not modelled. It keeps its share of the cycle, so that nobody wins time at the
 * cost of those whom nobody sees.
 *
 * <p>Immutable, thread-safe. Times in s.
 */
public final class StageSequence {

    private final List<Stage> stages;
    private final int[][] clearance;
    private final int[][] intergreen;
    private final double[] reserved;

    /**
     * A sequence.
     *
     * @param stages in the order of today's plan
     * @param clearance from the end of one stage to the start of the next, by pair, s
     * @param intergreen longest intergreen from a group that ends with one stage to one that starts
     *     with another, by pair, s: also kept by stages that do not follow each other
     * @param reserved share of the cycle that a stage keeps in any case, 0 for most
     */
    StageSequence(List<Stage> stages, int[][] clearance, int[][] intergreen, double[] reserved) {
        this.stages = List.copyOf(stages);
        this.clearance = deepCopy(clearance);
        this.intergreen = deepCopy(intergreen);
        this.reserved = reserved.clone();
    }

    private static int[][] deepCopy(int[][] table) {
        return Arrays.stream(table).map(int[]::clone).toArray(int[][]::new);
    }

    /** The stages, in the order of today's plan. */
    public List<Stage> stages() {
        return stages;
    }

    /** Number of stages. */
    public int size() {
        return stages.size();
    }

    /** Whether the stage keeps its share of the cycle and takes no more. */
    public boolean isReserved(int stage) {
        return reserved[stage] > 0;
    }

    /** The order of today's plan. */
    public int[] presentOrder() {
        return IntStream.range(0, size()).toArray();
    }

    /** Number of different cyclic orders, at most 120: {@code (n - 1)!}. */
    public int orderCount() {
        int count = 1;
        for (int k = 2; k <= Math.min(size() - 1, 5); k++) {
            count *= k;
        }
        return count;
    }

    /** The {@code k}-th cyclic order; 0 is today's. The first stage stays first. */
    public int[] order(int k) {
        int[] order = presentOrder();
        List<Integer> left = new ArrayList<>();
        int last = Math.min(size(), 6);
        for (int i = 1; i < last; i++) {
            left.add(i);
        }
        int rest = k;
        for (int i = 1; i < last; i++) {
            int block = factorial(left.size() - 1);
            order[i] = left.remove(rest / block);
            rest %= block;
        }
        return order;
    }

    private static int factorial(int n) {
        return n <= 1 ? 1 : n * factorial(n - 1);
    }

    /**
     * Seconds after each stage, in this order, such that every intergreen is kept whatever the
     * greens are, as long as none is below its minimum.
     */
    public int[] clearances(int[] order) {
        int n = order.length;
        int[] after = new int[n];
        for (int k = 0; k < n; k++) {
            after[k] = clearance[order[k]][order[(k + 1) % n]];
        }
        for (int apart = 2; apart < n; apart++) {
            for (int k = 0; k < n; k++) {
                widen(order, after, k, apart);
            }
        }
        return after;
    }

    /** Stages in between may be too short for the intergreen of those around them. */
    private void widen(int[] order, int[] after, int k, int apart) {
        int n = order.length;
        int given = after[k];
        for (int i = 1; i < apart; i++) {
            int between = (k + i) % n;
            given += stages.get(order[between]).timing().minGreen() + after[between];
        }
        int missing = intergreen[order[k]][order[(k + apart) % n]] - given;
        if (missing > 0) {
            after[(k + apart - 1) % n] += missing;
        }
    }

    /** Shortest green of each stage in a cycle of this length, by stage, s. */
    public int[] leastGreens(int cycle) {
        int[] least = new int[size()];
        for (int k = 0; k < least.length; k++) {
            // A share that is met but for rounding is met.
            int kept = (int) Math.ceil(reserved[k] * cycle - 1e-6);
            least[k] = Math.max(stages.get(k).timing().minGreen(), kept);
        }
        return least;
    }

    /** Longest green of each stage in a cycle of this length, by stage, s. */
    public int[] mostGreens(int cycle) {
        int[] least = leastGreens(cycle);
        int[] most = new int[size()];
        for (int k = 0; k < most.length; k++) {
            most[k] = isReserved(k) ? least[k] : stages.get(k).timing().maxGreen();
        }
        return most;
    }

    /** Shortest cycle that holds every minimum in this order, s; 0 if there is none below 1000. */
    public int shortestCycle(int[] order) {
        int lost = Arrays.stream(clearances(order)).sum();
        for (int cycle = lost + Arrays.stream(leastGreens(0)).sum(); cycle < 1000; cycle++) {
            if (lost + Arrays.stream(leastGreens(cycle)).sum() <= cycle) {
                return cycle;
            }
        }
        return 0;
    }

    /** Whether a cycle of this length can be filled within all limits. */
    public boolean fits(int cycle, int[] order) {
        int lost = Arrays.stream(clearances(order)).sum();
        return lost + Arrays.stream(leastGreens(cycle)).sum() <= cycle
                && lost + Arrays.stream(mostGreens(cycle)).sum() >= cycle;
    }

    /**
     * The plan of these greens; its cycle is their sum and that of the clearances.
     *
     * @param id of the plan
     * @param offset s
     * @param order of the stages
     * @param greens by stage, not by place in the order, s
     */
    public SignalPlan plan(String id, int offset, int[] order, int[] greens) {
        int[] after = clearances(order);
        List<StageGreen> timed = new ArrayList<>();
        for (int k = 0; k < order.length; k++) {
            timed.add(new StageGreen(stages.get(order[k]), greens[order[k]], after[k]));
        }
        SignalPlan plan = SignalPlan.ofStages(id, offset, timed);
        return plan.withOffset(Math.floorMod(offset, plan.cycle()));
    }
}
