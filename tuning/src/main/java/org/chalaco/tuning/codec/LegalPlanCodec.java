package org.chalaco.tuning.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.tuning.problem.InvalidTuningException;
import org.chalaco.tuning.problem.PlanSet;
import org.chalaco.tuning.problem.PlanTiming;
import org.chalaco.tuning.problem.StageSequence;
import org.chalaco.tuning.problem.TimingRules;
import org.chalaco.tuning.problem.TunedIntersection;
import org.chalaco.tuning.problem.TunedIntersection.Placement;
import org.chalaco.tuning.problem.TuningProblem;

/**
 * Genes in [0, 1) that can only say legal plans: one common cycle per zone, or half or double of
 * it; splits on a simplex, {@code green = least + share (C - sum of least - clearances)}; offset as
 * a share of the cycle; optionally the order of stages and whether the signal stands.
 *
 * <p>Fraction-based coding as usual since Park, Messer, Urbanik 1999. Minimum greens, pedestrian
 * times and intergreens hold for every genome, so no plan is ever repaired or punished.
 */
public final class LegalPlanCodec implements SignalPlanCodec {

    private final TuningProblem problem;
    private final int[][] zoneCycles;
    private final List<GeneKind> kinds = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();
    private final int[] firstGene;

    /**
     * A codec for this problem.
     *
     * @throws InvalidTuningException if no common cycle suits all intersections of a zone
     */
    public LegalPlanCodec(TuningProblem problem) {
        this.problem = problem;
        zoneCycles = zoneCycles();
        for (int z = 0; z < zoneCycles.length; z++) {
            add(GeneKind.CYCLE, ZONE);
        }
        firstGene = new int[problem.size()];
        for (int i = 0; i < problem.size(); i++) {
            firstGene[i] = kinds.size();
            addGenes(i, problem.intersections().get(i));
        }
    }

    private void addGenes(int i, TunedIntersection intersection) {
        add(GeneKind.OFFSET, i);
        for (int k = 0; k < intersection.stages().size(); k++) {
            add(GeneKind.SPLIT, i);
        }
        if (problem.rules().halfAndDouble()) {
            add(GeneKind.MULTIPLE, i);
        }
        if (problem.rules().stageOrder() && intersection.stages().orderCount() > 1) {
            add(GeneKind.ORDER, i);
        }
        if (intersection.placement() != Placement.FIXED) {
            add(GeneKind.PLACEMENT, i);
        }
    }

    private void add(GeneKind kind, int owner) {
        kinds.add(kind);
        owners.add(owner);
    }

    private int[][] zoneCycles() {
        int[][] cycles = new int[problem.zoneCount()][];
        List<String> problems = new ArrayList<>();
        for (int z = 0; z < cycles.length; z++) {
            List<Integer> possible = new ArrayList<>();
            for (int c = problem.rules().shortestCycle();
                    c <= problem.rules().longestCycle();
                    c++) {
                if (suitsZone(z, c)) {
                    possible.add(c);
                }
            }
            cycles[z] = possible.stream().mapToInt(Integer::intValue).toArray();
            if (possible.isEmpty()) {
                problems.add(impossible(z));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidTuningException(problems);
        }
        return cycles;
    }

    private String impossible(int zone) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < problem.size(); i++) {
            if (problem.zones().get(i) == zone) {
                ids.add(problem.intersections().get(i).id());
            }
        }
        return "CH-TUN-003: No common cycle of (%d to %d s) suits the signal systems %s. Maybe allow longer cycles?"
                .formatted(problem.rules().shortestCycle(), problem.rules().longestCycle(), ids);
    }

    private boolean suitsZone(int zone, int cycle) {
        for (int i = 0; i < problem.size(); i++) {
            if (problem.zones().get(i) == zone && cyclesAt(i, cycle).length == 0) {
                return false;
            }
        }
        return true;
    }

    /** The cycles an intersection may have in a zone with this one, the zone's own first. */
    private int[] cyclesAt(int i, int zoneCycle) {
        TimingRules rules = problem.rules();
        StageSequence stages = problem.intersections().get(i).stages();
        int[] options = new int[3];
        int count = 0;
        int half = zoneCycle % 2 == 0 && rules.halfAndDouble() ? zoneCycle / 2 : 0;
        int twice = rules.halfAndDouble() ? 2 * zoneCycle : 0;
        for (int c : new int[] {zoneCycle, half, twice}) {
            boolean inRange = c >= rules.shortestCycle() && c <= rules.longestCycle();
            if (inRange && stages.fits(c, stages.presentOrder())) {
                options[count++] = c;
            }
        }
        return Arrays.copyOf(options, count);
    }

    @Override
    public String name() {
        return "legal";
    }

    @Override
    public int length() {
        return kinds.size();
    }

    @Override
    public GeneKind kind(int gene) {
        return kinds.get(gene);
    }

    @Override
    public int owner(int gene) {
        return owners.get(gene);
    }

    @Override
    public double lowest(int gene) {
        return 0;
    }

    @Override
    public double highest(int gene) {
        return 1;
    }

    @Override
    public boolean isInteger() {
        return false;
    }

    /** Cycles that a zone may have, s. */
    public int[] cyclesOfZone(int zone) {
        return zoneCycles[zone].clone();
    }

    @Override
    public PlanSet decode(double[] genes) {
        return PlanTiming.plans(problem, timings(genes));
    }

    /** The timings of a genome. */
    public List<PlanTiming> timings(double[] genes) {
        List<PlanTiming> timings = new ArrayList<>();
        for (int i = 0; i < problem.size(); i++) {
            int[] cycles = zoneCycles[problem.zones().get(i)];
            timings.add(
                    timing(i, cycles[pick(genes[problem.zones().get(i)], cycles.length)], genes));
        }
        return timings;
    }

    private static int pick(double gene, int count) {
        return Math.min(count - 1, (int) (gene * count));
    }

    private PlanTiming timing(int i, int zoneCycle, double[] genes) {
        StageSequence stages = problem.intersections().get(i).stages();
        double[] weights = new double[stages.size()];
        int cycle = cyclesAt(i, zoneCycle)[0];
        int order = 0;
        boolean stands = true;
        double offset = 0;
        int stage = 0;
        for (int g = firstGene[i]; g < kinds.size() && owners.get(g) == i; g++) {
            switch (kinds.get(g)) {
                case OFFSET -> offset = genes[g];
                case SPLIT -> weights[stage++] = genes[g];
                case MULTIPLE -> cycle = multiple(cyclesAt(i, zoneCycle), genes[g]);
                case ORDER -> order = pick(genes[g], stages.orderCount());
                case PLACEMENT -> stands = genes[g] >= 0.5;
                default -> throw new IllegalStateException("No gene of an intersection");
            }
        }
        order = stages.fits(cycle, stages.order(order)) ? order : 0;
        return new PlanTiming(
                cycle, pick(offset, cycle), order, greens(stages, order, cycle, weights), stands);
    }

    /** Most of the range is the zone's own cycle: others are exceptions. */
    private static int multiple(int[] options, double gene) {
        double own = options.length == 1 ? 1 : options.length == 2 ? 0.8 : 0.6;
        if (gene < own) {
            return options[0];
        }
        return options[1 + pick((gene - own) / (1 - own), options.length - 1)];
    }

    private static double geneOf(int[] options, int cycle) {
        double own = options.length == 1 ? 1 : options.length == 2 ? 0.8 : 0.6;
        for (int k = 1; k < options.length; k++) {
            if (options[k] == cycle) {
                return own + (1 - own) * (k - 0.5) / (options.length - 1);
            }
        }
        return own / 2;
    }

    private static List<Integer> greens(
            StageSequence stages, int order, int cycle, double[] weights) {
        int lost = Arrays.stream(stages.clearances(stages.order(order))).sum();
        int[] greens =
                GreenShares.share(
                        cycle - lost, weights, stages.leastGreens(cycle), stages.mostGreens(cycle));
        return Arrays.stream(greens).boxed().toList();
    }

    @Override
    public double[] encode(List<PlanTiming> timings) {
        double[] genes = new double[length()];
        int[] cycleOfZone = new int[zoneCycles.length];
        for (int z = 0; z < zoneCycles.length; z++) {
            int index = nearestCycle(z, timings);
            cycleOfZone[z] = zoneCycles[z][index];
            genes[z] = (index + 0.5) / zoneCycles[z].length;
        }
        for (int i = 0; i < problem.size(); i++) {
            encode(i, timings.get(i), cycleOfZone[problem.zones().get(i)], genes);
        }
        return genes;
    }

    /** The cycle of the zone that gives most intersections theirs; of equals the most usual one. */
    private int nearestCycle(int zone, List<PlanTiming> timings) {
        Map<Integer, Integer> usual = new TreeMap<>();
        for (int i = 0; i < problem.size(); i++) {
            if (problem.zones().get(i) == zone) {
                usual.merge(timings.get(i).cycle(), 1, Integer::sum);
            }
        }
        int mode =
                usual.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        int best = 0;
        double bestValue = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < zoneCycles[zone].length; k++) {
            int cycle = zoneCycles[zone][k];
            double value = -Math.abs(cycle - mode) / 1e3;
            for (int i = 0; i < problem.size(); i++) {
                int own = timings.get(i).cycle();
                boolean given = problem.zones().get(i) == zone;
                if (given && Arrays.stream(cyclesAt(i, cycle)).anyMatch(c -> c == own)) {
                    value++;
                }
            }
            if (value > bestValue) {
                bestValue = value;
                best = k;
            }
        }
        return best;
    }

    private void encode(int i, PlanTiming timing, int zoneCycle, double[] genes) {
        StageSequence stages = problem.intersections().get(i).stages();
        int[] options = cyclesAt(i, zoneCycle);
        double multiple = geneOf(options, timing.cycle());
        int cycle = problem.rules().halfAndDouble() ? multiple(options, multiple) : options[0];
        double[] shares = shares(stages, timing, cycle);
        int stage = 0;
        for (int g = firstGene[i]; g < kinds.size() && owners.get(g) == i; g++) {
            genes[g] =
                    switch (kinds.get(g)) {
                        case OFFSET -> (Math.floorMod(timing.offset(), cycle) + 0.5) / cycle;
                        case SPLIT -> shares[stage++];
                        case MULTIPLE -> multiple;
                        case ORDER -> (timing.order() + 0.5) / stages.orderCount();
                        case PLACEMENT -> timing.stands() ? 0.75 : 0.25;
                        default -> throw new IllegalStateException("No gene of an intersection");
                    };
        }
    }

    /** Shares of the free green; below 1, as every gene. */
    private static double[] shares(StageSequence stages, PlanTiming timing, int cycle) {
        int[] least = stages.leastGreens(cycle);
        double[] shares = new double[least.length];
        double free = 0;
        for (int k = 0; k < least.length; k++) {
            boolean takes = !stages.isReserved(k);
            shares[k] = takes ? Math.max(0, timing.greens().get(k) - least[k]) : 0;
            free += shares[k];
        }
        for (int k = 0; k < least.length; k++) {
            shares[k] = free > 0 ? Math.min(shares[k] / free, 1 - 1e-9) : 0.5;
        }
        return shares;
    }
}
