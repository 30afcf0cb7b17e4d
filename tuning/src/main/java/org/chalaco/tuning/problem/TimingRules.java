package org.chalaco.tuning.problem;

import java.io.Serializable;

/**
 * What a plan may be. Every plan that a decoder makes keeps to these.
 *
 * @param shortestCycle s
 * @param longestCycle s
 * @param minimumGreen shortest green of a stage that does not say its own, s
 * @param maximumGreen longest green of a stage that does not say its own, s
 * @param walk time for pedestrians to step onto the road, s
 * @param walkingSpeed of pedestrians, m/s
 * @param refugeFromLanes two-way roads with so many lanes per direction have a median refuge, where
 *     pedestrians wait between the carriageways
 * @param halfAndDouble whether an intersection may have half or double the cycle of its zone
 * @param stageOrder whether the order of stages, and so leading and lagging left turns, is searched
 * @param saturationFlow of a lane, PCU per hour of green, for Webster's formula
 */
public record TimingRules(
        int shortestCycle,
        int longestCycle,
        int minimumGreen,
        int maximumGreen,
        int walk,
        double walkingSpeed,
        int refugeFromLanes,
        boolean halfAndDouble,
        boolean stageOrder,
        double saturationFlow)
        implements Serializable {

    private static final long serialVersionUID = 1;

    /**
     * Cycles of 40 to 150 s, greens of at least 7 s, 7 s and 1.2 m/s for pedestrians, refuges from
     * two lanes a direction, half and double cycles, the given order of stages, 1700 PCU/h.
     */
    public static final TimingRules STANDARD =
            new TimingRules(40, 150, 7, 140, 7, 1.2, 2, true, false, 1700);

    public TimingRules {
        boolean ordered = shortestCycle >= 1 && longestCycle >= shortestCycle;
        boolean greens = minimumGreen >= 1 && maximumGreen >= minimumGreen;
        if (!ordered || !greens || walk < 0 || !(walkingSpeed > 0) || !(saturationFlow > 0)) {
            throw new IllegalArgumentException(
                    "Cycles of (%d to %d s), greens of (%d to %d s), walking at (%s m/s) after (%d s) and (%s PCU/h) are no rules."
                            .formatted(
                                    shortestCycle,
                                    longestCycle,
                                    minimumGreen,
                                    maximumGreen,
                                    walkingSpeed,
                                    walk,
                                    saturationFlow));
        }
    }

    /** The same for other cycles, s. */
    public TimingRules withCycles(int shortest, int longest) {
        return new TimingRules(
                shortest,
                longest,
                minimumGreen,
                maximumGreen,
                walk,
                walkingSpeed,
                refugeFromLanes,
                halfAndDouble,
                stageOrder,
                saturationFlow);
    }

    /** The same with other limits of greens, s. */
    public TimingRules withGreens(int shortest, int longest) {
        return new TimingRules(
                shortestCycle,
                longestCycle,
                shortest,
                longest,
                walk,
                walkingSpeed,
                refugeFromLanes,
                halfAndDouble,
                stageOrder,
                saturationFlow);
    }

    /** The same with the order of stages searched or not. */
    public TimingRules withStageOrder(boolean searched) {
        return new TimingRules(
                shortestCycle,
                longestCycle,
                minimumGreen,
                maximumGreen,
                walk,
                walkingSpeed,
                refugeFromLanes,
                halfAndDouble,
                searched,
                saturationFlow);
    }

    /** The same with half and double cycles allowed or not. */
    public TimingRules withHalfAndDouble(boolean allowed) {
        return new TimingRules(
                shortestCycle,
                longestCycle,
                minimumGreen,
                maximumGreen,
                walk,
                walkingSpeed,
                refugeFromLanes,
                allowed,
                stageOrder,
                saturationFlow);
    }

    /** The same with other pedestrians: s to step onto the road, m/s. */
    public TimingRules withPedestrians(int newWalk, double newSpeed) {
        return new TimingRules(
                shortestCycle,
                longestCycle,
                minimumGreen,
                maximumGreen,
                newWalk,
                newSpeed,
                refugeFromLanes,
                halfAndDouble,
                stageOrder,
                saturationFlow);
    }

    /** The same with another saturation flow, PCU/h per lane. */
    public TimingRules withSaturationFlow(double flow) {
        return new TimingRules(
                shortestCycle,
                longestCycle,
                minimumGreen,
                maximumGreen,
                walk,
                walkingSpeed,
                refugeFromLanes,
                halfAndDouble,
                stageOrder,
                flow);
    }
}
