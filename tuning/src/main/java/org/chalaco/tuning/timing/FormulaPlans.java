package org.chalaco.tuning.timing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.analysis.kpi.WebsterTiming;
import org.chalaco.tuning.codec.GreenShares;
import org.chalaco.tuning.problem.PlanTiming;
import org.chalaco.tuning.problem.StageSequence;
import org.chalaco.tuning.problem.TimingRules;
import org.chalaco.tuning.problem.TunedIntersection;
import org.chalaco.tuning.problem.TuningProblem;

/**
 * Plans that need no search: greens and cycles after Webster, and equal greens. They are the first
 * individuals of every search and the plans that a search has to beat. Immutable.
 */
public final class FormulaPlans {

    private final TuningProblem problem;
    private final CriticalFlows flows;

    /** Plans for this demand. */
    public FormulaPlans(TuningProblem problem, CriticalFlows flows) {
        this.problem = problem;
        this.flows = flows;
    }

    /** Webster's cycle and greens, every intersection by itself, offset 0: the textbook. */
    public List<PlanTiming> webster() {
        List<PlanTiming> timings = new ArrayList<>();
        for (TunedIntersection i : problem.intersections()) {
            timings.add(websterAt(i, suitable(i, websterCycle(i))));
        }
        return timings;
    }

    /**
     * Webster's greens on a common cycle per zone: that of the zone's busiest intersection.
     *
     * @param cyclesOfZones cycles that each zone may have, s
     */
    public List<PlanTiming> websterOnCommonCycle(List<int[]> cyclesOfZones) {
        double[] wanted = new double[cyclesOfZones.size()];
        for (int i = 0; i < problem.size(); i++) {
            int zone = problem.zones().get(i);
            wanted[zone] = Math.max(wanted[zone], websterCycle(problem.intersections().get(i)));
        }
        int[] cycles = new int[wanted.length];
        for (int z = 0; z < cycles.length; z++) {
            cycles[z] = nearest(cyclesOfZones.get(z), wanted[z]);
        }
        return websterOnCycles(cycles);
    }

    /** Webster's greens on these cycles, one per zone, s. */
    public List<PlanTiming> websterOnCycles(int[] cycleOfZone) {
        List<PlanTiming> timings = new ArrayList<>();
        for (int i = 0; i < problem.size(); i++) {
            TunedIntersection intersection = problem.intersections().get(i);
            timings.add(
                    websterAt(
                            intersection,
                            suitable(intersection, cycleOfZone[problem.zones().get(i)])));
        }
        return timings;
    }

    private static int nearest(int[] cycles, double wanted) {
        int best = cycles[0];
        for (int c : cycles) {
            best = Math.abs(c - wanted) < Math.abs(best - wanted) ? c : best;
        }
        return best;
    }

    /** The nearest cycle within the rules that holds the intersection's minima. */
    private int suitable(TunedIntersection intersection, double wanted) {
        TimingRules rules = problem.rules();
        StageSequence stages = intersection.stages();
        int limited = (int) Math.max(rules.shortestCycle(), Math.min(rules.longestCycle(), wanted));
        for (int away = 0; away <= rules.longestCycle(); away++) {
            for (int cycle : new int[] {limited + away, limited - away}) {
                boolean inRange = cycle >= rules.shortestCycle() && cycle <= rules.longestCycle();
                if (inRange && stages.fits(cycle, stages.presentOrder())) {
                    return cycle;
                }
            }
        }
        throw new IllegalStateException("No cycle suits (%s).".formatted(intersection.id()));
    }

    /** Webster's cycle of least delay, s; infinite at saturation. */
    double websterCycle(TunedIntersection intersection) {
        StageSequence stages = intersection.stages();
        int lost = Arrays.stream(stages.clearances(stages.presentOrder())).sum();
        double unseen = 0;
        for (int k = 0; k < stages.size(); k++) {
            unseen += stages.isReserved(k) ? stages.leastGreens(1000)[k] / 1000.0 : 0;
        }
        double ratio = Arrays.stream(flows.ofStages(intersection)).sum();
        return WebsterTiming.optimumCycle(lost, ratio + unseen);
    }

    private PlanTiming websterAt(TunedIntersection intersection, int cycle) {
        StageSequence stages = intersection.stages();
        double[] ratios = flows.ofStages(intersection);
        boolean nobody = Arrays.stream(ratios).sum() <= 0;
        for (int k = 0; k < ratios.length; k++) {
            ratios[k] = stages.isReserved(k) ? 0 : nobody ? 1 : Math.max(ratios[k], 1e-3);
        }
        return proportional(stages, cycle, ratios, intersection);
    }

    /** The same green for every stage, as far as minima allow, in today's cycles at offset 0. */
    public List<PlanTiming> uniform() {
        List<PlanTiming> timings = new ArrayList<>();
        for (TunedIntersection i : problem.intersections()) {
            double[] equal = new double[i.stages().size()];
            for (int k = 0; k < equal.length; k++) {
                equal[k] = i.stages().isReserved(k) ? 0 : 1;
            }
            int cycle = suitable(i, i.system().plan().cycle());
            timings.add(proportional(i.stages(), cycle, equal, i));
        }
        return timings;
    }

    /** This green for every stage, or its minimum if that is longer, at offset 0. */
    public List<PlanTiming> uniform(int green) {
        List<PlanTiming> timings = new ArrayList<>();
        for (TunedIntersection i : problem.intersections()) {
            int[] greens = new int[i.stages().size()];
            int cycle = Arrays.stream(i.stages().clearances(i.stages().presentOrder())).sum();
            for (int k = 0; k < greens.length; k++) {
                greens[k] = Math.max(green, i.stages().stages().get(k).timing().minGreen());
                cycle += greens[k];
            }
            timings.add(
                    new PlanTiming(
                            cycle,
                            0,
                            0,
                            Arrays.stream(greens).boxed().toList(),
                            PlanTiming.present(i).stands()));
        }
        return timings;
    }

    /** Greens in proportion to these weights, within all limits. */
    private static PlanTiming proportional(
            StageSequence stages, int cycle, double[] weights, TunedIntersection intersection) {
        int lost = Arrays.stream(stages.clearances(stages.presentOrder())).sum();
        int[] least = stages.leastGreens(cycle);
        WebsterTiming timing = WebsterTiming.ofCycle(cycle, weights, least, lost);
        double[] above = new double[least.length];
        for (int k = 0; k < above.length; k++) {
            above[k] = timing.greens().get(k) - least[k];
        }
        int[] greens = GreenShares.share(cycle - lost, above, least, stages.mostGreens(cycle));
        return new PlanTiming(
                cycle,
                0,
                0,
                Arrays.stream(greens).boxed().toList(),
                PlanTiming.present(intersection).stands());
    }
}
