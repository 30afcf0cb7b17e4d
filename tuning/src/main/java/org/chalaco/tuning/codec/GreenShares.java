package org.chalaco.tuning.codec;

/** Shares out green time within minima and maxima, in whole seconds. Pure. */
public final class GreenShares {

    private GreenShares() {}

    /**
     * Greens that sum to {@code total}: every stage gets its least, the rest goes by weight, and
     * what a stage may not take goes to the others.
     *
     * @param total green seconds of the cycle; at least the sum of the least and at most that of
     *     the most
     * @param weights not negative; all 0 counts as all equal
     */
    public static int[] share(int total, double[] weights, int[] least, int[] most) {
        int n = weights.length;
        double[] green = new double[n];
        boolean[] full = new boolean[n];
        boolean changed = true;
        while (changed) {
            changed = false;
            double rest = total;
            double sum = 0;
            for (int i = 0; i < n; i++) {
                rest -= full[i] ? most[i] : least[i];
                sum += full[i] ? 0 : weights[i];
            }
            for (int i = 0; i < n; i++) {
                double share = sum > 0 ? weights[i] / sum : 1.0 / free(full);
                green[i] = full[i] ? most[i] : least[i] + Math.max(0, rest) * share;
            }
            for (int i = 0; i < n; i++) {
                if (!full[i] && green[i] > most[i] + 1e-9) {
                    full[i] = true;
                    changed = true;
                }
            }
        }
        return rounded(total, green, most);
    }

    private static int free(boolean[] full) {
        int count = 0;
        for (boolean f : full) {
            count += f ? 0 : 1;
        }
        return Math.max(1, count);
    }

    /** Rounds down, then one second more for the largest remainders that may take one. */
    private static int[] rounded(int total, double[] green, int[] most) {
        int[] whole = new int[green.length];
        int left = total;
        for (int i = 0; i < green.length; i++) {
            whole[i] = (int) Math.floor(green[i] + 1e-6);
            left -= whole[i];
        }
        for (; left > 0; left--) {
            int best = -1;
            for (int i = 0; i < green.length; i++) {
                boolean room = whole[i] < most[i];
                if (room && (best < 0 || green[i] - whole[i] > green[best] - whole[best] + 1e-9)) {
                    best = i;
                }
            }
            if (best < 0) {
                throw new IllegalArgumentException(
                        "The longest greens cannot fill (%d s).".formatted(total));
            }
            whole[best]++;
        }
        return whole;
    }
}
