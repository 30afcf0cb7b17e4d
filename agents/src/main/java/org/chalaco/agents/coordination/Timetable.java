package org.chalaco.agents.coordination;

import java.util.List;
import java.util.Optional;
import org.chalaco.agents.coordination.IntersectionProfile.FeederProfile;
import org.chalaco.agents.coordination.IntersectionProfile.MovementProfile;
import org.chalaco.agents.coordination.IntersectionProfile.NegotiationLimits;
import org.chalaco.agents.protocol.Content.AgreedPlan;
import org.chalaco.agents.protocol.Content.CycleWish;
import org.chalaco.agents.protocol.Content.Observation;
import org.chalaco.agents.protocol.Content.TunedPlan;

/**
 * The plan that one intersection plays and the one it is about to agree to, with the measurements
 * that lead from one to the other. Every plan it makes keeps the minimum greens. Not thread-safe.
 */
final class Timetable {

    /** Cycles are multiples of this, so that bins fit into halves, s. */
    static final int CYCLE_STEP = 4;

    /** Degree of saturation that plans are made for. */
    private static final double BELIEVED = 0.6;

    private final IntersectionProfile profile;
    private final double[] flows;
    private final double[] saturations;
    private boolean measured;
    private List<Integer> slowness = List.of();
    private Optional<TunedPlan> tuned = Optional.empty();
    private Optional<CycleWish> wish = Optional.empty();
    private int cycle;
    private int offset;
    private List<Integer> greens;

    Timetable(IntersectionProfile profile) {
        this.profile = profile;
        flows = new double[profile.movements().size()];
        saturations = new double[flows.length];
        cycle = profile.cycle();
        offset = profile.offset();
        greens = profile.greens();
        StageTable stages = new StageTable(profile, greens);
        for (int m = 0; m < flows.length; m++) {
            saturations[m] = saturation(m, 0);
            flows[m] = believed(m, stages);
        }
    }

    /** Takes what was measured; false if it is not of this intersection. */
    boolean measured(Observation seen) {
        boolean fits =
                seen.flows().size() == flows.length
                        && seen.queues().size() == flows.length
                        && seen.saturations().size() == flows.length
                        && seen.slowness().size() == profile.approaches().size()
                        && seen.greens().size() == profile.stages().size()
                        && new StageTable(profile, seen.greens()).cycle() == seen.cycle();
        if (!fits) {
            return false;
        }
        double weight = profile.limits().smoothing() / 100.0;
        for (int m = 0; m < flows.length; m++) {
            flows[m] += weight * (seen.flows().get(m) - flows[m]);
        }
        for (int m = 0; m < flows.length; m++) {
            saturations[m] = saturation(m, seen.saturations().get(m));
        }
        measured = true;
        wish = Optional.empty();
        slowness = seen.slowness();
        cycle = seen.cycle();
        offset = seen.offset();
        greens = seen.greens();
        return true;
    }

    /**
     * The flow for which the plan of a movement was made, as far as the plan can tell: roads that
     * are still empty in the morning are no reason to throw it over.
     */
    private double believed(int m, StageTable stages) {
        boolean[] green = stages.green(profile.movements().get(m), cycle);
        int seconds = 0;
        for (boolean second : green) {
            seconds += second ? 1 : 0;
        }
        MovementProfile movement = profile.movements().get(m);
        long sharing =
                profile.movements().stream()
                        .filter(other -> other.laneGroup() == movement.laneGroup())
                        .count();
        double lanes = movement.groupLanes() / (double) sharing;
        return BELIEVED * saturations[m] * lanes * seconds / cycle;
    }

    /** What was measured, what was measured before, or the usual flow. */
    private double saturation(int m, int seen) {
        if (seen > 0) {
            return seen;
        }
        double usual =
                100.0 * profile.limits().saturationFlow() / profile.movements().get(m).weight();
        return saturations[m] > 0 ? saturations[m] : usual;
    }

    /** Takes a tuned plan; false if it is not one of this intersection. */
    boolean take(TunedPlan plan) {
        boolean fits =
                plan.greens().size() == profile.stages().size()
                        && new StageTable(profile, plan.greens()).cycle() == plan.cycle();
        if (fits) {
            tuned = Optional.of(plan);
            wish = Optional.empty();
        }
        return fits;
    }

    /** The tuned plan that it keeps near to, if it has one. */
    Optional<TunedPlan> tuned() {
        return tuned;
    }

    /** The cycle it would like; empty before anything was measured. */
    Optional<CycleWish> wish() {
        if (measured && wish.isEmpty()) {
            wish = Optional.of(newWish());
        }
        return wish;
    }

    private CycleWish newWish() {
        if (tuned.isPresent()) {
            int kept = tuned.get().cycle();
            return new CycleWish(kept, kept, kept);
        }
        int shortest = shortest();
        int longest = Math.max(shortest, profile.limits().longestCycle());
        int wanted = new GreenSplit(profile, flows, saturations).wantedCycle(shortest, longest);
        return new CycleWish(wanted, shortest, longest);
    }

    private int shortest() {
        NegotiationLimits limits = profile.limits();
        int least = Math.max(limits.shortestCycle(), StageTable.shortestCycle(profile));
        // a stage for those whom nobody sees keeps its share, so the sum of minima is not enough
        GreenSplit split = new GreenSplit(profile, flows, saturations);
        while (least < 300
                && split.greens(least, split.least(least), split.most(least)).isEmpty()) {
            least++;
        }
        return least;
    }

    /** Makes a plan of the common cycle or its half; false if neither suits. */
    boolean setCommon(int common) {
        if (wish().isEmpty()) {
            return false;
        }
        CycleWish mine = wish.orElseThrow();
        if (common >= mine.shortest() && common <= mine.longest()) {
            return set(common);
        }
        // a platoon meets at most half of its green there, so only where the whole does not suit
        boolean half = common / 2 >= mine.shortest() && common / 2 <= mine.longest();
        return half && set(common / 2);
    }

    /** Makes a plan of its own, since the common cycle does not suit. */
    void setOwn() {
        wish().ifPresent(mine -> set(mine.wanted()));
    }

    private boolean set(int newCycle) {
        GreenSplit split = new GreenSplit(profile, flows, saturations);
        int[] least = split.least(newCycle);
        int[] most = split.most(newCycle);
        tuned.ifPresent(plan -> bound(plan, least, most));
        List<Integer> newGreens = split.greens(newCycle, least, most);
        if (newGreens.isEmpty()) {
            return false;
        }
        offset = Math.floorMod(offset, newCycle);
        cycle = newCycle;
        greens = newGreens;
        return true;
    }

    private static void bound(TunedPlan plan, int[] least, int[] most) {
        for (int k = 0; k < least.length; k++) {
            int green = plan.greens().get(k);
            least[k] = Math.min(green, Math.max(least[k], green - plan.greenBound()));
            most[k] = Math.max(least[k], Math.min(most[k], green + plan.greenBound()));
        }
    }

    void setOffset(int newOffset) {
        offset = Math.floorMod(newOffset, cycle);
    }

    /** Cycle of the plan, s. */
    int cycle() {
        return cycle;
    }

    /** Offset of the plan, s. */
    int offset() {
        return offset;
    }

    /** What leaves and what waits under this plan. */
    PlatoonModel model(int common) {
        return new PlatoonModel(
                profile, new StageTable(profile, greens), flows, saturations, common);
    }

    /** What a platoon waits on an approach. */
    List<Long> delays(int common, int approach, FeederProfile feeder, List<Integer> platoon) {
        return model(common).delays(approach, feeder, platoon, slowness.get(approach));
    }

    /** The plan to play. */
    AgreedPlan plan(long delay, long before) {
        return new AgreedPlan(cycle, offset, greens, delay, before);
    }
}
