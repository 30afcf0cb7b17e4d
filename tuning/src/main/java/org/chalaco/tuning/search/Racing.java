package org.chalaco.tuning.search;

import java.util.List;

/**
 * How many replications candidates get: everyone the first rung's, the best share of them the
 * second's, and so on (successive halving).
 *
 * <p>Simulations are spent where they decide something: one under common random numbers tells bad
 * from good (Kesur 2009), telling good from best takes more.
 *
 * @param rungs from the widest to the narrowest
 */
public record Racing(List<Rung> rungs) {

    /**
     * One rung.
     *
     * @param share of the candidates that get this far, 1 for the first rung
     * @param replications they have then, in all
     */
    public record Rung(double share, int replications) {}

    /** One run for all, three for the best half, eight for the best eighth. */
    public static final Racing STANDARD = halving(8);

    public Racing {
        rungs = List.copyOf(rungs);
        boolean fine = !rungs.isEmpty() && rungs.get(0).share() == 1;
        for (int k = 0; k < rungs.size(); k++) {
            fine &= rungs.get(k).share() > 0 && rungs.get(k).replications() > 0;
            fine &= k == 0 || rungs.get(k).share() <= rungs.get(k - 1).share();
            fine &= k == 0 || rungs.get(k).replications() > rungs.get(k - 1).replications();
        }
        if (!fine) {
            throw new IllegalArgumentException(
                    "Rungs %s do not narrow from everyone.%nMaybe 1 replication for all, 3 for half, 8 for an eighth?"
                            .formatted(rungs));
        }
    }

    /** The same number for everyone. */
    public static Racing equal(int replications) {
        return new Racing(List.of(new Rung(1, replications)));
    }

    /** One for all, about the cube root squared for half, all of them for an eighth. */
    public static Racing halving(int replications) {
        if (replications <= 2) {
            return equal(replications);
        }
        int middle = Math.max(2, (int) Math.round(replications / 2.7));
        return new Racing(
                List.of(new Rung(1, 1), new Rung(0.5, middle), new Rung(0.125, replications)));
    }

    /** Replications of the narrowest rung. */
    public int most() {
        return rungs.get(rungs.size() - 1).replications();
    }
}
