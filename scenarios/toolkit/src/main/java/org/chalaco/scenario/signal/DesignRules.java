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
     * Usual values where nothing is known of a town: saturation flow 1700 PCU/h, amber 3 s, greens
     * of at least 7 s, RiLSA's clearing speeds, left turns protected from a product of 110 000
     * (PCU/h)² on (HCM 2000, the rule of thumb for three lanes), cycles of 60, 90 and 120 s.
     */
    public static final DesignRules STANDARD =
            new DesignRules(
                    1700, 2.5, 3, 1.75, 7, 7, 1.2, 3.2, 2, 10, 11.1, 6, 110_000, 250, 0.35, 60, 90,
                    120);

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
