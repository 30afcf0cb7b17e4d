package org.chalaco.agents.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.agents.coordination.IntersectionProfile.FeederProfile;
import org.chalaco.agents.coordination.IntersectionProfile.MovementProfile;
import org.chalaco.agents.protocol.Content;

/**
 * Platoons between two signals: how a queue discharges in the course of a cycle, how the platoon
 * spreads on its way, and what it waits at the next signal for every difference of offsets.
 *
 * <p>The spreading is Robertson's: {@code q'(t + βT) = F q(t) + (1 - F) q'(t + βT - 1)} with {@code
 * F = 1 / (1 + αβT)}, T the travel time, α = 0.35, β = 0.8. The wait is that of a queue that fills
 * with the arrivals and empties at the saturation flow while green, from an empty road at the end
 * of green. Times run in bins of {@value Content#BIN} s.
 *
 * <p>Robertson, <i>TRANSYT: a traffic network study tool</i>, RRL Report LR 253, 1969.
 */
final class PlatoonModel {

    private static final double ALPHA = 0.35;
    private static final double BETA = 0.8;

    /** Movements with less than this share of their approach are left out of its curve. */
    private static final double LEAST_SHARE = 0.08;

    /**
     * Flows are reckoned in so many parts of a vehicle per hour, so that they are whole numbers.
     */
    private static final int FINE = 8;

    private final IntersectionProfile profile;
    private final StageTable stages;
    private final double[] flows;
    private final double[] saturations;
    private final int cycle;
    private final int bins;

    /**
     * The model of one intersection.
     *
     * @param stages its greens
     * @param flows vehicles per hour by movement
     * @param saturations vehicles per hour of green and lane by movement
     * @param cycle common to the zone, s: once or twice that of the stages
     */
    PlatoonModel(
            IntersectionProfile profile,
            StageTable stages,
            double[] flows,
            double[] saturations,
            int cycle) {
        this.profile = profile;
        this.stages = stages;
        this.flows = flows;
        this.saturations = saturations;
        this.cycle = cycle;
        bins = cycle / Content.BIN;
    }

    /** Share of each bin that is green for a movement. */
    private double[] green(MovementProfile movement) {
        boolean[] seconds = stages.green(movement, cycle);
        double[] green = new double[bins];
        for (int t = 0; t < bins * Content.BIN; t++) {
            green[t / Content.BIN] += seconds[t] ? 1.0 / Content.BIN : 0;
        }
        return green;
    }

    /** Vehicles per hour that leave onto a link, by bin. */
    List<Integer> departures(String exit) {
        double[] sum = new double[bins];
        for (int m = 0; m < flows.length; m++) {
            MovementProfile movement = profile.movements().get(m);
            if (movement.exit().equals(exit) && flows[m] > 0) {
                discharge(flows[m], saturations[m] * movement.lanes(), green(movement), sum);
            }
        }
        List<Integer> departures = new ArrayList<>(bins);
        for (double flow : sum) {
            departures.add((int) Math.round(flow));
        }
        return departures;
    }

    /** A queue that fills evenly and empties while green; the second cycle counts. */
    private void discharge(double flow, double capacity, double[] green, double[] sum) {
        double queue = 0;
        for (int t = 0; t < 2 * bins; t++) {
            queue += flow;
            double out = Math.min(queue, capacity * green[t % bins]);
            queue -= out;
            if (t >= bins) {
                sum[t - bins] += out;
            }
        }
    }

    /**
     * What the vehicles of a platoon wait here.
     *
     * @param slowness cruising time over free time, percent
     * @return vehicle seconds per hour, by bin of my offset minus theirs
     */
    List<Long> delays(int approach, FeederProfile feeder, List<Integer> platoon, int slowness) {
        double[] arriving = arriving(platoon, feeder.travel() / 10.0 * slowness / 100);
        double total = 0;
        for (double flow : arriving) {
            total += flow;
        }
        double[] delays = new double[bins];
        double here = approachFlow(approach);
        if (total > 0 && here > 0) {
            // no more comes from there than was counted here; the rest comes evenly
            double scale = Math.min(1, here / (total / bins));
            double rest = here - scale * total / bins;
            for (List<Integer> movements : byGreen(approach).values()) {
                addDelays(movements, arriving, scale / here, rest / here, delays);
            }
        }
        List<Long> rounded = new ArrayList<>(bins);
        for (double delay : delays) {
            rounded.add(Math.round(delay));
        }
        return rounded;
    }

    private double approachFlow(int approach) {
        double sum = 0;
        for (int m = 0; m < flows.length; m++) {
            sum += profile.movements().get(m).approach() == approach ? flows[m] : 0;
        }
        return sum;
    }

    /** Movements of an approach that are green together, by their stages. */
    private Map<String, List<Integer>> byGreen(int approach) {
        Map<String, List<Integer>> byGreen = new TreeMap<>();
        for (int m = 0; m < flows.length; m++) {
            MovementProfile movement = profile.movements().get(m);
            if (movement.approach() == approach) {
                byGreen.computeIfAbsent(movement.stages().toString(), s -> new ArrayList<>())
                        .add(m);
            }
        }
        return byGreen;
    }

    /** Arrivals at the stop line in the sender's time. */
    private double[] arriving(List<Integer> platoon, double travel) {
        double inBins = travel / Content.BIN;
        double f = 1 / (1 + ALPHA * BETA * inBins);
        int shift = (int) Math.round(BETA * inBins);
        double[] spread = new double[bins];
        double last = 0;
        for (int t = 0; t < 3 * bins; t++) {
            last = f * platoon.get(t % bins) + (1 - f) * last;
            spread[(t + shift) % bins] = last;
        }
        return spread;
    }

    private void addDelays(
            List<Integer> movements,
            double[] arriving,
            double platoonShare,
            double restShare,
            double[] delays) {
        double flow = 0;
        double capacity = 0;
        for (int m : movements) {
            flow += flows[m];
            int lanes = profile.movements().get(m).groupLanes();
            capacity = Math.max(capacity, saturations[m] * lanes);
        }
        double here = approachFlow(profile.movements().get(movements.get(0)).approach());
        if (flow < LEAST_SHARE * here) {
            return;
        }
        double[] green = green(profile.movements().get(movements.get(0)));
        int first = endOfGreen(green);
        int[] twice = new int[2 * bins];
        int[] served = new int[bins];
        for (int t = 0; t < bins; t++) {
            double comes = flow * (platoonShare * arriving[t] + restShare);
            twice[t] = (int) Math.round(FINE * comes);
            twice[t + bins] = twice[t];
            served[t] = (int) Math.round(FINE * capacity * green[(first + t) % bins]);
        }
        // vehicles per hour waiting for a bin, summed over bins: times bin / bins is veh s per hour
        double unit = Content.BIN / (double) bins / FINE;
        int later = 0;
        for (; later + 1 < bins; later += 2) {
            addPair(twice, served, first, later, unit, delays);
        }
        if (later < bins) {
            delays[later] += unit * waiting(twice, served, (first + later) % bins);
        }
    }

    /**
     * Two differences of offsets at once: the queue of one need not wait for that of the other,
     * which takes half the time where most of a negotiation is spent.
     */
    private void addPair(
            int[] twice, int[] served, int first, int later, double unit, double[] delays) {
        int a = (first + later) % bins;
        int b = (first + later + 1) % bins;
        int queueA = 0;
        int queueB = 0;
        long sumA = 0;
        long sumB = 0;
        for (int t = 0; t < bins; t++) {
            queueA = Math.max(0, queueA + twice[a + t] - served[t]);
            queueB = Math.max(0, queueB + twice[b + t] - served[t]);
            sumA += queueA;
            sumB += queueB;
        }
        delays[later] += unit * sumA;
        delays[later + 1] += unit * sumB;
    }

    private long waiting(int[] twice, int[] served, int begin) {
        int queue = 0;
        long sum = 0;
        for (int t = 0; t < bins; t++) {
            queue = Math.max(0, queue + twice[begin + t] - served[t]);
            sum += queue;
        }
        return sum;
    }

    /** The bin after the last of a green, or 0. */
    private int endOfGreen(double[] green) {
        for (int t = 0; t < bins; t++) {
            if (green[t] < 1 && green[(t + bins - 1) % bins] >= 1) {
                return t;
            }
        }
        return 0;
    }
}
