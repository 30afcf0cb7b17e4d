package org.chalaco.tuning.search;

import java.util.random.RandomGenerator;
import org.chalaco.tuning.codec.GeneKind;
import org.chalaco.tuning.codec.SignalPlanCodec;

/**
 * Changes shares by normally distributed steps: mostly those of one intersection, sometimes of all,
 * sometimes the cycle of a zone, so that something changes in every child.
 */
final class PlanMutation implements Mutation {

    private final SignalPlanCodec codec;
    private final int intersections;

    PlanMutation(SearchSetting setting) {
        codec = setting.codec();
        int owners = 0;
        for (int g = 0; g < codec.length(); g++) {
            owners = Math.max(owners, codec.owner(g) + 1);
        }
        intersections = owners;
    }

    @Override
    public double[] mutate(double[] genes, RandomGenerator random) {
        double[] changed = genes.clone();
        // A few intersections at once: one would be too slow, all would destroy what was found.
        double chance = (1 + 2 * random.nextDouble()) / Math.max(1, intersections);
        boolean[] chosen = new boolean[intersections];
        for (int i = 0; i < intersections; i++) {
            chosen[i] = random.nextDouble() < chance;
        }
        chosen[random.nextInt(intersections)] = true;
        // Large steps find other hills, small ones their tops.
        double scale = StrictMath.exp(-2.5 * random.nextDouble());
        for (int g = 0; g < changed.length; g++) {
            int owner = codec.owner(g);
            boolean mutates =
                    owner == SignalPlanCodec.ZONE ? random.nextInt(8) == 0 : chosen[owner];
            if (mutates) {
                changed[g] = mutated(codec.kind(g), genes[g], scale, random);
            }
        }
        return changed;
    }

    /** Changes offsets and splits of all intersections a little; cycles stay. */
    double[] shaken(double[] genes, double scale, RandomGenerator random) {
        double[] changed = genes.clone();
        for (int g = 0; g < changed.length; g++) {
            boolean part = codec.kind(g) == GeneKind.OFFSET || codec.kind(g) == GeneKind.SPLIT;
            if (part) {
                changed[g] = mutated(codec.kind(g), genes[g], scale, random);
            }
        }
        return changed;
    }

    private static double mutated(
            GeneKind kind, double gene, double scale, RandomGenerator random) {
        return switch (kind) {
            case CYCLE -> reflected(gene + 0.15 * scale * random.nextGaussian());
            case SPLIT -> reflected(gene + 0.2 * scale * random.nextGaussian());
            case OFFSET ->
                    random.nextInt(8) == 0
                            ? random.nextDouble()
                            : round(gene + 0.15 * scale * random.nextGaussian());
            case MULTIPLE, ORDER, PLACEMENT -> random.nextInt(4) == 0 ? random.nextDouble() : gene;
            default -> throw new IllegalArgumentException("A share cannot be a " + kind);
        };
    }

    /** Into [0, 1), going round. */
    static double round(double gene) {
        double inside = gene - Math.floor(gene);
        return inside < 1 ? inside : 0;
    }

    /** Into [0, 1), turning back at the limits. */
    static double reflected(double gene) {
        double inside = Math.abs(gene);
        inside = inside - 2 * Math.floor(inside / 2);
        inside = inside > 1 ? 2 - inside : inside;
        return Math.min(inside, Math.nextDown(1.0));
    }
}
