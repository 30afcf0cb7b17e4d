package org.chalaco.scenario.signal;

import java.util.List;

/**
 * The stages of one junction before cycle and offset are known.
 *
 * @param junction index of the junction
 * @param id id of the junction and of its signal system
 * @param stages streams per stage; an empty stage belongs to a cross street or pedestrians that the
 *     network does not have
 * @param ratios critical flow ratio per stage, -
 * @param least shortest green per stage, s
 * @param clearances seconds from the end of each stage to the next
 * @param lostTime L, s per cycle
 */
record SignalDraft(
        int junction,
        String id,
        List<List<Stream>> stages,
        double[] ratios,
        int[] least,
        int[] clearances,
        double lostTime) {

    double flowRatioSum() {
        double sum = 0;
        for (double y : ratios) {
            sum += y;
        }
        return sum;
    }

    int clearanceSum() {
        int sum = 0;
        for (int c : clearances) {
            sum += c;
        }
        return sum;
    }

    /** Shortest possible cycle, s. */
    int shortestCycle() {
        int sum = clearanceSum();
        for (int g : least) {
            sum += g;
        }
        return sum;
    }
}
