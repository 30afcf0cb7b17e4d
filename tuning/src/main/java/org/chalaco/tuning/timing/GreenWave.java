package org.chalaco.tuning.timing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chalaco.tuning.problem.PlanTiming;
import org.chalaco.tuning.problem.TuningProblem;

/**
 * Offsets for green waves: along each corridor, busiest first, those that make the bands of both
 * directions widest, weighted by their flows.
 *
 * <p>A band is the time in each cycle in which a vehicle may start at the first signal and find
 * green at all others at its speed. Where no band goes all the way, the shares of green that meet
 * green at the next signal decide. Offsets are improved one after the other over all seconds of the
 * cycle until none helps, from several starts; an intersection that an earlier corridor has set
 * stays. Deterministic. Compare Little, Kelson, Gartner, <i>MAXBAND</i>, 1981, which solves the
 * same for one corridor exactly.
 */
public final class GreenWave {

    private final TuningProblem problem;
    private final List<Corridor> corridors;

    /** Green waves along these corridors. */
    public GreenWave(TuningProblem problem, List<Corridor> corridors) {
        this.problem = problem;
        this.corridors = List.copyOf(corridors);
    }

    /** The same timings with other offsets. */
    public List<PlanTiming> coordinate(List<PlanTiming> timings) {
        int[] offsets = offsets(timings);
        Set<Integer> set = new HashSet<>();
        for (Corridor corridor : corridors) {
            if (haveOneCycle(corridor, timings)) {
                new Search(corridor, timings, offsets, set).improve();
                set.addAll(corridor.intersections());
            }
        }
        List<PlanTiming> coordinated = new ArrayList<>();
        for (int i = 0; i < offsets.length; i++) {
            coordinated.add(timings.get(i).withOffset(offsets[i]));
        }
        return coordinated;
    }

    private static int[] offsets(List<PlanTiming> timings) {
        return timings.stream().mapToInt(PlanTiming::offset).toArray();
    }

    private static boolean haveOneCycle(Corridor corridor, List<PlanTiming> timings) {
        boolean stand = corridor.intersections().stream().allMatch(i -> timings.get(i).stands());
        long cycles =
                corridor.intersections().stream()
                        .map(i -> timings.get(i).cycle())
                        .distinct()
                        .count();
        return stand && cycles == 1;
    }

    /** Width of the band of one direction, s of each cycle; 0 where cycles differ. */
    public int bandwidth(List<Segment> direction, List<PlanTiming> timings) {
        if (direction.isEmpty() || !haveOneCycle(new Corridor(direction, List.of()), timings)) {
            return 0;
        }
        return new Band(problem, direction, timings).width(offsets(timings));
    }

    /** The search along one corridor; changes the offsets it was given. */
    private final class Search {

        private final Corridor corridor;
        private final Band forward;
        private final Band backward;
        private final int[] offsets;
        private final List<Integer> free;
        private final int cycle;

        Search(Corridor corridor, List<PlanTiming> timings, int[] offsets, Set<Integer> set) {
            this.corridor = corridor;
            this.offsets = offsets;
            forward = new Band(problem, corridor.forward(), timings);
            backward = new Band(problem, corridor.backward(), timings);
            List<Integer> all = corridor.intersections();
            boolean anySet = all.stream().anyMatch(set::contains);
            // The clock is free: one offset may stay, unless another corridor holds some.
            free = all.stream().skip(anySet ? 0 : 1).filter(i -> !set.contains(i)).toList();
            cycle = timings.get(all.get(0)).cycle();
        }

        void improve() {
            double best = Double.NEGATIVE_INFINITY;
            int[] bestOffsets = offsets.clone();
            for (int[] start : starts()) {
                System.arraycopy(start, 0, offsets, 0, offsets.length);
                double value = climb();
                if (value > best + 1e-9) {
                    best = value;
                    bestOffsets = offsets.clone();
                }
            }
            System.arraycopy(bestOffsets, 0, offsets, 0, offsets.length);
        }

        /** As they are, a perfect wave forward, a perfect wave backward. */
        private List<int[]> starts() {
            List<int[]> starts = new ArrayList<>();
            starts.add(offsets.clone());
            for (int sign : new int[] {1, -1}) {
                double travel = 0;
                int[] wave = offsets.clone();
                int first = offsets[corridor.forward().get(0).from()];
                for (Segment segment : corridor.forward()) {
                    travel += Band.travel(segment);
                    if (free.contains(segment.to())) {
                        wave[segment.to()] = (int) Math.round(first + sign * travel);
                    }
                }
                starts.add(wave);
            }
            return starts;
        }

        private double climb() {
            double value = value();
            boolean better = true;
            while (better) {
                better = false;
                for (int i : free) {
                    double improved = bestOffset(i, value);
                    better |= improved > value + 1e-9;
                    value = improved;
                }
            }
            return value;
        }

        private double bestOffset(int i, double before) {
            int bestOffset = Math.floorMod(offsets[i], cycle);
            double best = before;
            for (int offset = 0; offset < cycle; offset++) {
                offsets[i] = offset;
                double value = value();
                if (value > best + 1e-9) {
                    best = value;
                    bestOffset = offset;
                }
            }
            offsets[i] = bestOffset;
            return best;
        }

        private double value() {
            return corridor.forwardFlow() * forward.value(offsets)
                    + corridor.backwardFlow() * backward.value(offsets);
        }
    }
}
