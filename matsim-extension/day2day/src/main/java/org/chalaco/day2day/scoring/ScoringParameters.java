package org.chalaco.day2day.scoring;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How days are scored. MATSim: config group {@code scoring} ({@code planCalcScore} before 2024).
 *
 * @param learningRate weight of the newest score against the remembered one, 0 to 1
 * @param brainExpBeta scale of the logit choice among plans
 * @param fractionOfIterationsToStartScoreMsa share of the iterations after which scores are
 *     averaged (method of successive averages), or NaN: never; MATSim: {@code
 *     fractionOfIterationsToStartScoreMSA}
 * @param utility utility function of everyone who is in no listed subpopulation
 * @param utilityBySubpopulation utility functions of subpopulations
 */
public record ScoringParameters(
        double learningRate,
        double brainExpBeta,
        double fractionOfIterationsToStartScoreMsa,
        UtilityParameters utility,
        Map<String, UtilityParameters> utilityBySubpopulation) {

    /** MATSim's defaults: the newest score counts alone, beta 1, no averaging. */
    public static final ScoringParameters STANDARD =
            new ScoringParameters(1, 1, Double.NaN, UtilityParameters.STANDARD, Map.of());

    public ScoringParameters {
        requireNonNull(utility, "utility");
        utilityBySubpopulation = Collections.unmodifiableMap(new TreeMap<>(utilityBySubpopulation));
        if (!(learningRate >= 0 && learningRate <= 1)) {
            throw new IllegalArgumentException(
                    "The learning rate (%s) is not between 0 and 1.".formatted(learningRate));
        }
        if (!(brainExpBeta >= 0)) {
            throw new IllegalArgumentException(
                    "brainExpBeta (%s) is negative.%nMaybe 1?".formatted(brainExpBeta));
        }
    }

    /** The utility function of a subpopulation; null: of those without one. */
    public UtilityParameters utilityOf(String subpopulation) {
        if (subpopulation == null) {
            return utility;
        }
        return utilityBySubpopulation.getOrDefault(subpopulation, utility);
    }

    /** The same scoring with another utility function for everyone. */
    public ScoringParameters withUtility(UtilityParameters newUtility) {
        return new ScoringParameters(
                learningRate,
                brainExpBeta,
                fractionOfIterationsToStartScoreMsa,
                newUtility,
                utilityBySubpopulation);
    }

    /** The same scoring with averaging from this share of the iterations on. */
    public ScoringParameters withScoreMsaFrom(double fraction) {
        return new ScoringParameters(
                learningRate, brainExpBeta, fraction, utility, utilityBySubpopulation);
    }
}
