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
        return new EntropyMaximisation(200, 1e-4, 0.01);
    }

    /** Least squares with a prior that may be wrong by twice as much as it says. */
    static OdEstimator leastSquares() {
        return new GeneralisedLeastSquares(2);
    }

    /** Spiess' gradient with standard settings. */
    static OdEstimator gradient() {
        return new SpiessGradient(100, 1e-4);
    }
}
