package org.chalaco.tuning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.tuning.codec.LegalPlanCodec;
import org.chalaco.tuning.codec.SignalPlanCodec;
import org.chalaco.tuning.evaluation.ReplicationSeeds;
import org.chalaco.tuning.problem.PlanSet;
import org.chalaco.tuning.problem.PlanTiming;
import org.chalaco.tuning.problem.TuningProblem;
import org.chalaco.tuning.timing.Corridors;
import org.chalaco.tuning.timing.CriticalFlows;
import org.chalaco.tuning.timing.FormulaPlans;
import org.chalaco.tuning.timing.GreenWave;
import org.chalaco.tuning.timing.HcmSplits;
import org.chalaco.tuning.timing.MovementFlows;

/**
 * The plans that every search begins with, and those it has to beat: today's, Webster's, equal
 * greens.
 *
 * @param genomePlans individuals 0, 1, 2, ... of the search
 * @param rivals plans of the last comparison by name
 */
public record StartingPlans(List<List<PlanTiming>> genomePlans, Map<String, PlanSet> rivals) {

    /** Places in the list of genome plans. */
    static final int WEBSTER = 1;

    static final int UNIFORM = 2;
    static final int HCM = 3;
    static final int GREEN_WAVE = 4;

    /** Replications whose flows are averaged for Webster's formula. */
    private static final int FLOW_REPLICATIONS = 4;

    /**
     * The plans of a problem, by formula for the flows of a few replications.
     *
     * @param seed of the search; judge plans on seeds of another purpose
     */
    public static StartingPlans of(TuningProblem problem, long seed) {
        long[] seeds = ReplicationSeeds.of(seed, "search", FLOW_REPLICATIONS);
        CriticalFlows flows = new CriticalFlows(problem, MovementFlows.of(problem, seeds));
        FormulaPlans formulas = new FormulaPlans(problem, flows);
        LegalPlanCodec legal = new LegalPlanCodec(problem);
        List<int[]> cycles = new ArrayList<>();
        for (int z = 0; z < problem.zoneCount(); z++) {
            cycles.add(legal.cyclesOfZone(z));
        }
        Map<String, PlanSet> rivals = new LinkedHashMap<>();
        rivals.put(Comparison.PRESENT, problem.presentPlans());
        rivals.put("uniform", PlanTiming.plans(problem, formulas.uniform()));
        rivals.put("webster", PlanTiming.plans(problem, formulas.webster()));
        GreenWave wave = new GreenWave(problem, Corridors.of(problem, seeds));
        HcmSplits hcm = new HcmSplits(problem, flows);
        List<PlanTiming> webster = formulas.websterOnCommonCycle(cycles);
        List<PlanTiming> green = wave.coordinate(hcm.split(webster));
        rivals.put("green-wave", PlanTiming.plans(problem, green));
        List<List<PlanTiming>> plans = new ArrayList<>();
        plans.add(PlanTiming.present(problem));
        plans.add(webster);
        plans.add(formulas.uniform());
        plans.add(hcm.split(webster));
        plans.add(green);
        for (double share : CYCLE_SCAN) {
            int[] scanned =
                    cycles.stream().mapToInt(c -> c[(int) (share * (c.length - 1))]).toArray();
            plans.add(wave.coordinate(hcm.split(formulas.websterOnCycles(scanned))));
        }
        return new StartingPlans(plans, rivals);
    }

    /** Places within the range of cycles at which green waves are tried, as in a cycle scan. */
    private static final double[] CYCLE_SCAN = {0, 0.1, 0.2, 0.35, 0.5, 0.75};

    /** The starting plans as genomes. */
    List<double[]> genomes(SignalPlanCodec codec) {
        return genomePlans.stream().map(codec::encode).toList();
    }
}
