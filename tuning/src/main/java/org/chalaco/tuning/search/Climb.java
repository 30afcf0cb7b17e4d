package org.chalaco.tuning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.tuning.codec.GeneKind;
import org.chalaco.tuning.codec.SignalPlanCodec;

/**
 * Steps up the hill from one candidate: intersection after intersection, and zone after zone, steps
 * to either side are scored, and the best is taken if it is better. Steps are large in the first
 * pass over all of them and small in later ones.
 */
final class Climb {

    /** Memory of a climb that has not begun. */
    static final List<Double> START = List.of(0.0, 0.0, 0.0);

    /** Steps of a share, by pass. */
    private static final double[][] STEPS = {{0.4, 0.15}, {0.15, 0.05}, {0.05, 0.02}};

    private static final int POSITION = 0;
    private static final int PASS = 1;
    private static final int IMPROVED = 2;

    private final SearchSetting setting;
    private final SignalPlanCodec codec;
    private final int number;
    private final int owners;
    private final int zones;
    private final List<Candidate> tried = new ArrayList<>();
    private Candidate standing;
    private int position;
    private int pass;
    private boolean improved;
    private boolean finished;

    /**
     * A climb.
     *
     * @param from where it stands
     * @param number of the generation
     * @param memory of an earlier part of the climb, or {@link #START}
     */
    Climb(Candidate from, int number, List<Double> memory, SearchSetting setting) {
        this.setting = setting;
        this.number = number;
        codec = setting.codec();
        standing = from;
        position = memory.get(POSITION).intValue();
        pass = memory.get(PASS).intValue();
        improved = memory.get(IMPROVED) > 0;
        int last = -1;
        int ownerless = 0;
        for (int g = 0; g < codec.length(); g++) {
            last = Math.max(last, codec.owner(g));
            ownerless += codec.owner(g) == SignalPlanCodec.ZONE ? 1 : 0;
        }
        owners = last + 1;
        zones = ownerless;
    }

    /** Climbs until so many candidates were scored, or the last pass has improved nothing. */
    void go(int candidates) {
        while (!finished && tried.size() < candidates) {
            step();
        }
    }

    /** Where it stands now. */
    Candidate standing() {
        return standing;
    }

    /** Everything that was scored. */
    List<Candidate> tried() {
        return tried;
    }

    /** Whether no step of the last pass helped. */
    boolean finished() {
        return finished;
    }

    /** All that a later climb needs to go on from here. */
    List<Double> memory() {
        return List.of((double) position, (double) pass, improved ? 1.0 : 0.0);
    }

    /** Tries one intersection, or one zone's cycle, and goes on to the next. */
    private void step() {
        List<double[]> around = new ArrayList<>();
        around.add(standing.genes());
        around.addAll(neighbours());
        if (around.size() > 1) {
            List<Candidate> scored = setting.scoring().score(around, number);
            Candidate best = Generations.inOrder(scored).get(0);
            boolean better = !Arrays.equals(best.genes(), standing.genes());
            improved |= better;
            standing = better ? best : scored.get(0);
            tried.addAll(scored);
        }
        position++;
        if (position == owners + zones) {
            position = 0;
            finished = pass == STEPS.length - 1 && !improved;
            pass = Math.min(pass + 1, STEPS.length - 1);
            improved = false;
        }
    }

    private List<double[]> neighbours() {
        List<double[]> around = new ArrayList<>();
        int zone = 0;
        for (int g = 0; g < codec.length(); g++) {
            boolean ofZone = codec.owner(g) == SignalPlanCodec.ZONE;
            int place = ofZone ? owners + zone++ : codec.owner(g);
            if (place == position) {
                addSteps(g, around);
            }
        }
        return around;
    }

    private void addSteps(int gene, List<double[]> around) {
        if (codec.kind(gene) == GeneKind.PLACEMENT || codec.kind(gene) == GeneKind.ORDER) {
            add(gene, PlanMutation.round(standing.genes()[gene] + 0.5), around);
            return;
        }
        for (double step : STEPS[pass]) {
            for (double signed : new double[] {step, -step}) {
                add(gene, stepped(gene, signed), around);
            }
        }
    }

    private void add(int gene, double value, List<double[]> around) {
        double[] genes = standing.genes().clone();
        genes[gene] = value;
        around.add(genes);
    }

    private double stepped(int gene, double step) {
        double low = codec.lowest(gene);
        double high = codec.highest(gene);
        double value = standing.genes()[gene] + step * (high - low);
        if (codec.isInteger()) {
            return Math.max(low, Math.min(high, Math.rint(value)));
        }
        return codec.kind(gene) == GeneKind.OFFSET
                ? PlanMutation.round(value)
                : Math.max(0, Math.min(Math.nextDown(1.0), value));
    }
}
