package org.chalaco.agents.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.chalaco.agents.coordination.IntersectionProfile.MovementProfile;
import org.chalaco.agents.coordination.IntersectionProfile.StageProfile;

/**
 * Cycle and greens of one intersection for measured flows, after Webster: the cycle of least delay
 * {@code C = (1.5 L + 5) / (1 - Y)}, where L is the lost time (s) and Y the sum of the stages'
 * critical flow ratios (-), and greens such that the degrees of saturation are equal as far as
 * minima and maxima allow.
 *
 * <p>Webster, <i>Traffic Signal Settings</i>, Road Research Technical Paper 39, 1958.
 */
final class GreenSplit {

    /** Above this sum of flow ratios the formula explodes; the cycle is then the longest. */
    private static final double SATURATED = 0.95;

    /** Degree of saturation that leaves room for chance (HCM: 0.85 to 0.9). */
    private static final double FULL = 0.85;

    private final IntersectionProfile profile;
    private final double[] ratios;

    /**
     * For these flows.
     *
     * @param flows vehicles per hour by movement
     * @param saturations vehicles per hour of green and lane by movement
     */
    GreenSplit(IntersectionProfile profile, double[] flows, double[] saturations) {
        this.profile = profile;
        ratios = stageRatios(flows, saturations);
    }

    private double[] stageRatios(double[] flows, double[] saturations) {
        TreeMap<Integer, Double> ofGroup = new TreeMap<>();
        TreeMap<Integer, MovementProfile> member = new TreeMap<>();
        for (int m = 0; m < flows.length; m++) {
            MovementProfile movement = profile.movements().get(m);
            ofGroup.merge(
                    movement.laneGroup(),
                    flows[m] / (saturations[m] * Math.max(1, movement.groupLanes())),
                    Double::sum);
            member.put(movement.laneGroup(), movement);
        }
        for (int m = 0; m < flows.length; m++) {
            MovementProfile movement = profile.movements().get(m);
            double own = flows[m] / (saturations[m] * movement.lanes());
            ofGroup.merge(movement.laneGroup(), own, Math::max);
        }
        double[] stages = new double[profile.stages().size()];
        ofGroup.forEach((group, ratio) -> give(ratio, member.get(group).stages(), stages, false));
        ofGroup.forEach((group, ratio) -> give(ratio, member.get(group).stages(), stages, true));
        return stages;
    }

    /** A group of one stage sets its ratio; what one of several needs beyond goes to all alike. */
    private static void give(double ratio, List<Integer> in, double[] stages, boolean shared) {
        if (in.size() == 1 && !shared) {
            stages[in.get(0)] = Math.max(stages[in.get(0)], ratio);
        } else if (in.size() > 1 && shared) {
            double given = in.stream().mapToDouble(k -> stages[k]).sum();
            double rest = Math.max(0, ratio - given) / in.size();
            in.forEach(k -> stages[k] += rest);
        }
    }

    /**
     * The cycle it needs, s, within a range: Webster's, or the shortest above it in which no stage
     * is fuller than {@value #FULL} although all minimum greens are kept. His formula knows of no
     * minima: where pedestrians need long greens, the cycle of least delay has too little left for
     * the street that needs it.
     */
    int wantedCycle(int shortest, int longest) {
        int cycle = Math.max(shortest, Math.min(longest, websterCycle()));
        while (cycle < longest && !suffices(cycle)) {
            cycle++;
        }
        return cycle;
    }

    private boolean suffices(int cycle) {
        List<Integer> greens = greens(cycle, least(cycle), most(cycle));
        for (int k = 0; k < greens.size(); k++) {
            if (ratios[k] * cycle > FULL * greens.get(k)) {
                return false;
            }
        }
        return !greens.isEmpty();
    }

    /** The cycle of least delay, s; not yet within any limits. */
    private int websterCycle() {
        double sum = 0;
        for (int k = 0; k < ratios.length; k++) {
            boolean unseen = profile.stages().get(k).invisible() == 1;
            sum += unseen ? profile.greens().get(k) / (double) profile.cycle() : ratios[k];
        }
        if (sum >= SATURATED) {
            return profile.limits().longestCycle();
        }
        return (int) Math.ceil((1.5 * profile.lost() + 5) / (1 - sum));
    }

    /**
     * Greens for a cycle of this length.
     *
     * @param least by stage, s
     * @param most by stage, s
     * @return greens that with the clearances fill the cycle, or an empty list if none do
     */
    List<Integer> greens(int cycle, int[] least, int[] most) {
        int rest = cycle - profile.lost();
        int[] greens = least.clone();
        for (int green : greens) {
            rest -= green;
        }
        if (rest < 0) {
            return List.of();
        }
        for (; rest > 0; rest--) {
            int needy = neediest(greens, most);
            if (needy < 0) {
                return List.of();
            }
            greens[needy]++;
        }
        List<Integer> list = new ArrayList<>();
        for (int green : greens) {
            list.add(green);
        }
        return list;
    }

    /** The stage with the highest degree of saturation that may still grow, or -1. */
    private int neediest(int[] greens, int[] most) {
        int best = -1;
        double highest = -1;
        for (int k = 0; k < greens.length; k++) {
            // a stage that nobody needs still grows rather than that the cycle is not filled
            double degree = Math.max(ratios[k], 1e-6) / greens[k];
            if (greens[k] < most[k] && degree > highest) {
                highest = degree;
                best = k;
            }
        }
        return best;
    }

    /** Shortest greens in a cycle of this length, by stage, s. */
    int[] least(int cycle) {
        int[] least = new int[ratios.length];
        for (int k = 0; k < least.length; k++) {
            StageProfile stage = profile.stages().get(k);
            int kept = profile.greens().get(k) * cycle / profile.cycle();
            least[k] = stage.invisible() == 1 ? Math.max(stage.minGreen(), kept) : stage.minGreen();
        }
        return least;
    }

    /** Longest greens in a cycle of this length, by stage, s. */
    int[] most(int cycle) {
        int[] least = least(cycle);
        int[] most = new int[least.length];
        for (int k = 0; k < most.length; k++) {
            StageProfile stage = profile.stages().get(k);
            most[k] = stage.invisible() == 1 ? least[k] : Math.max(least[k], stage.maxGreen());
        }
        return most;
    }
}
