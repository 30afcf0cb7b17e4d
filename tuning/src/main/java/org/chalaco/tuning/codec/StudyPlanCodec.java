package org.chalaco.tuning.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.tuning.problem.PlanSet;
import org.chalaco.tuning.problem.PlanTiming;
import org.chalaco.tuning.problem.StageSequence;
import org.chalaco.tuning.problem.TunedIntersection;
import org.chalaco.tuning.problem.TuningProblem;

/**
 * The integer genome of the Havana study: per intersection an offset and one green per stage, whole
 * seconds from one range. Each intersection has the cycle that its greens and clearances sum to, so
 * there is no coordination; minima and pedestrians are not heeded.
 *
 * <p>The offset gene is where the signal's own clock stands when the simulation starts.
 */
public final class StudyPlanCodec implements SignalPlanCodec {

    private final TuningProblem problem;
    private final int shortest;
    private final int longest;
    private final int[] owners;
    private final int[] firstGene;

    /**
     * A codec.
     *
     * @param shortest least green and offset, s: "mean passing time"
     * @param longest most, s: "maximum wait"
     */
    public StudyPlanCodec(TuningProblem problem, int shortest, int longest) {
        if (shortest < 1 || longest < shortest) {
            throw new IllegalArgumentException(
                    "Greens of (%d to %d s) are impossible.".formatted(shortest, longest));
        }
        this.problem = problem;
        this.shortest = shortest;
        this.longest = longest;
        firstGene = new int[problem.size() + 1];
        for (int i = 0; i < problem.size(); i++) {
            firstGene[i + 1] = firstGene[i] + 1 + problem.intersections().get(i).stages().size();
        }
        owners = new int[firstGene[problem.size()]];
        for (int i = 0; i < problem.size(); i++) {
            Arrays.fill(owners, firstGene[i], firstGene[i + 1], i);
        }
    }

    @Override
    public String name() {
        return "study";
    }

    @Override
    public int length() {
        return owners.length;
    }

    @Override
    public GeneKind kind(int gene) {
        return gene == firstGene[owners[gene]] ? GeneKind.OFFSET : GeneKind.GREEN;
    }

    @Override
    public int owner(int gene) {
        return owners[gene];
    }

    @Override
    public double lowest(int gene) {
        return shortest;
    }

    @Override
    public double highest(int gene) {
        return longest;
    }

    @Override
    public boolean isInteger() {
        return true;
    }

    @Override
    public PlanSet decode(double[] genes) {
        List<SignalPlan> plans = new ArrayList<>();
        for (int i = 0; i < problem.size(); i++) {
            TunedIntersection intersection = problem.intersections().get(i);
            StageSequence stages = intersection.stages();
            int[] greens = new int[stages.size()];
            for (int k = 0; k < greens.length; k++) {
                greens[k] = (int) genes[firstGene[i] + 1 + k];
            }
            int clock = (int) genes[firstGene[i]];
            int offset = (int) Math.round(problem.window().start()) - clock;
            plans.add(
                    stages.plan(
                            intersection.system().plan().id(),
                            offset,
                            stages.presentOrder(),
                            greens));
        }
        return PlanSet.of(problem.intersections(), plans);
    }

    @Override
    public double[] encode(List<PlanTiming> timings) {
        double[] genes = new double[length()];
        for (int i = 0; i < problem.size(); i++) {
            PlanTiming timing = timings.get(i);
            int start = (int) Math.round(problem.window().start());
            int clock = Math.floorMod(start - timing.offset(), timing.cycle());
            genes[firstGene[i]] = within(clock);
            for (int k = 0; k < timing.greens().size(); k++) {
                genes[firstGene[i] + 1 + k] = within(timing.greens().get(k));
            }
        }
        return genes;
    }

    private double within(int seconds) {
        return Math.max(shortest, Math.min(longest, seconds));
    }
}
