package org.chalaco.scenario.signal;

/**
 * The numbers signals are designed with.
 *
 * @param saturationFlow PCU/h per lane of green
 * @param startLoss lost at the start of each green, s
 * @param amber s
 * @param leftTurnEquivalent through vehicles that a left turn against traffic stands for, -
 * @param minimumGreen of a stage for drivers, s
 * @param pedestrianStart time to step onto the road, s
 * @param pedestrianSpeed m/s
 * @param laneWidth m
 * @param refugeFromLanes two-way roads with so many lanes per direction have a median refuge
 * @param clearingSpeed of the last vehicle of an ending stage, m/s
 * @param enteringSpeed of the first vehicle of the next stage, m/s
 * @param clearingLength of the last vehicle, m
 * @param protectedLeftProduct left flow x opposing flow per lane from which a left turn has its own
 *     stage, (PCU/h)²
 * @param protectedLeftFlow least left flow for that, PCU/h
 * @param ghostShare share of green for a cross street that the network does not have, -
 * @param shortCycle s
 * @param defaultCycle s
 * @param longCycle s
 */
public record DesignRules(
        double saturationFlow,
        double startLoss,
        int amber,
        double leftTurnEquivalent,
        int minimumGreen,
        double pedestrianStart,
        double pedestrianSpeed,
        double laneWidth,
        int refugeFromLanes,
        double clearingSpeed,
        double enteringSpeed,
        double clearingLength,
        double protectedLeftProduct,
        double protectedLeftFlow,
        double ghostShare,
        int shortCycle,
        int defaultCycle,
        int longCycle) {

    /**
     * From which product on a left turn has its own stage: a third where only two approaches meet,
     * since a stage costs little there.
     */
    double protectedLeftProduct(int approaches) {
        return approaches <= 2 ? protectedLeftProduct / 3 : protectedLeftProduct;
    }

    /** Seconds between two stages at least. */
    int shortestClearance() {
        return amber + 1;
    }
}
