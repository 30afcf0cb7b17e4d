package org.chalaco.tuning.search;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.tuning.codec.SignalPlanCodec;

/**
 * Children put together intersection by intersection from those who did best there: every
 * intersection is judged by what happened on its own approaches. One simulation so tells something
 * about every intersection at once, which one score for a town of eighty cannot.
 *
 * <p>Each intersection is drawn from a tournament of a few candidates whose zone has the cycle of
 * the best. Beside the patchworks come copies of the best that are shaken everywhere a little: bad
 * as a whole, they bring the pieces to choose from. Credit for parts as in cooperative coevolution
 * (Potter and De Jong 2000); whether the whole is good, the race decides.
 */
final class Patchwork {

    private static final int TOURNAMENT = 5;

    private final SearchSetting setting;
    private final SignalPlanCodec codec;

    Patchwork(SearchSetting setting) {
        this.setting = setting;
        codec = setting.codec();
    }

    /**
     * Children of a generation.
     *
     * @param count patchworks, and as many shaken copies; none if nothing local is known
     */
    List<double[]> children(Generation generation, int count) {
        List<double[]> children = new ArrayList<>();
        if (generation.best().local().length == 0) {
            return children;
        }
        int number = generation.number() + 1;
        RandomStream random = setting.random(number, "patchwork");
        PlanMutation mutation = new PlanMutation(setting);
        double[] best = generation.best().genes();
        for (int k = 0; k < count; k++) {
            children.add(patched(generation.candidates(), random));
            double scale = StrictMath.exp(-2.5 * random.nextDouble());
            children.add(mutation.shaken(best, scale, new StreamGenerator(random)));
        }
        return children;
    }

    private double[] patched(List<Candidate> candidates, RandomStream random) {
        double[] child = candidates.get(0).genes().clone();
        int owners = candidates.get(0).local().length;
        for (int i = 0; i < owners; i++) {
            Candidate winner = candidates.get(0);
            for (int k = 0; k < TOURNAMENT; k++) {
                Candidate rival = candidates.get(random.nextInt(candidates.size()));
                boolean comparable = hasSameCycle(rival, candidates.get(0), i);
                winner = comparable && rival.local()[i] < winner.local()[i] ? rival : winner;
            }
            copy(winner.genes(), child, i);
        }
        return child;
    }

    private boolean hasSameCycle(Candidate rival, Candidate best, int intersection) {
        int zone = setting.problem().zones().get(intersection);
        return rival.local().length > 0
                && codec.owner(zone) == SignalPlanCodec.ZONE
                && Math.abs(rival.genes()[zone] - best.genes()[zone]) < 1e-9;
    }

    private void copy(double[] from, double[] to, int intersection) {
        for (int g = 0; g < to.length; g++) {
            if (codec.owner(g) == intersection) {
                to[g] = from[g];
            }
        }
    }
}
