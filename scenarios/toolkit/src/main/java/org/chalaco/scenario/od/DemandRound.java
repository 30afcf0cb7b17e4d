package org.chalaco.scenario.od;

import org.chalaco.analysis.count.CountComparison;

/**
 * What one simulated round of an estimation came to.
 *
 * @param number from 0, the prior
 * @param trips simulated
 * @param fitted counts that demand is fitted to, beside the simulated ones
 * @param heldOut counts that were never used, beside the simulated ones
 * @param misfit {@code 1/2 Σ ((v - c)/σ)²} of the fitted counts
 * @param prior trips of the prior
 */
public record DemandRound(
        int number,
        double trips,
        CountComparison fitted,
        CountComparison heldOut,
        double misfit,
        double prior) {}
