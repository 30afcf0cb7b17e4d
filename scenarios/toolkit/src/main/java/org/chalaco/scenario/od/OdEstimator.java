package org.chalaco.scenario.od;

/**
 * Demand that explains counts and stays near a prior, given which count sees which trips. Pure and
 * deterministic. The shares themselves depend on the demand, through congestion and the choice of
 * ways: whoever simulates feeds them back; see {@link DemandEstimation}.
 *
 * <p>Counts alone do not tell where trips come from and go to: between two demands that explain
 * them equally well only the prior decides.
 */
public sealed interface OdEstimator
        permits EntropyMaximisation, GeneralisedLeastSquares, SpiessGradient {

    /** Fits the demand. */
    OdFit fit(OdProblem problem);

    /** Entropy with a prior of which little is known: a hundredth of what counts weigh. */
    static OdEstimator entropy() {
        return entropy(0.01);
    }

    /**
     * Entropy.
     *
     * @param priorWeight what a trip of the prior weighs against a counted vehicle
     */
    static OdEstimator entropy(double priorWeight) {
        return new EntropyMaximisation(60, 1e-6, priorWeight);
    }

    /** Least squares with a prior that may be wrong by twice as much as it says. */
    static OdEstimator leastSquares() {
        return leastSquares(2);
    }

    /**
     * Least squares.
     *
     * @param priorError standard error of a cell of the prior as a share of it
     */
    static OdEstimator leastSquares(double priorError) {
        return new GeneralisedLeastSquares(priorError);
    }

    /** Spiess' gradient with standard settings. */
    static OdEstimator gradient() {
        return new SpiessGradient(100, 1e-4);
    }
}
