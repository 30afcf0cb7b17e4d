package org.chalaco.scenario.signal;

/**
 * Cycle and greens after Webster, <i>Traffic signal settings</i> (1958): the cycle {@code C0 = (1.5
 * L + 5) / (1 - Y)} has least delay, and greens go by critical flow ratios.
 *
 * <p>L is the lost time per cycle, s, Y the sum of the critical flow ratios. Pure.
 */
final class GreenSplit {

    private GreenSplit() {}

    /** Webster's cycle, s; infinite at and above saturation. */
    static double bestCycle(double lostTime, double flowRatioSum) {
        return flowRatioSum < 1
                ? (1.5 * lostTime + 5) / (1 - flowRatioSum)
                : Double.POSITIVE_INFINITY;
    }

    /**
     * Shares out the green time of a cycle.
     *
     * @param available seconds of green in all
     * @param ratios critical flow ratio per stage
     * @param least shortest green per stage, s; their sum must not exceed {@code available}
     * @return greens in whole seconds that sum to {@code available}
     */
    static int[] share(int available, double[] ratios, int[] least) {
        double[] green = new double[ratios.length];
        boolean[] fixed = new boolean[ratios.length];
        boolean changed = true;
        while (changed) {
            changed = false;
            double left = available;
            double sum = 0;
            for (int k = 0; k < ratios.length; k++) {
                left -= fixed[k] ? least[k] : 0;
                sum += fixed[k] ? 0 : Math.max(ratios[k], 1e-6);
            }
            for (int k = 0; k < ratios.length; k++) {
                green[k] = fixed[k] ? least[k] : left * Math.max(ratios[k], 1e-6) / sum;
            }
            for (int k = 0; k < ratios.length; k++) {
                if (!fixed[k] && green[k] < least[k]) {
                    fixed[k] = true;
                    changed = true;
                }
            }
        }
        return rounded(available, green);
    }

    /** Whole seconds with the same sum: the largest remainders are rounded up. */
    private static int[] rounded(int available, double[] green) {
        int[] whole = new int[green.length];
        int left = available;
        for (int k = 0; k < green.length; k++) {
            whole[k] = (int) Math.floor(green[k] + 1e-9);
            left -= whole[k];
        }
        for (; left > 0; left--) {
            int best = 0;
            for (int k = 1; k < green.length; k++) {
                if (green[k] - whole[k] > green[best] - whole[best] + 1e-9) {
                    best = k;
                }
            }
            whole[best]++;
        }
        return whole;
    }
}
