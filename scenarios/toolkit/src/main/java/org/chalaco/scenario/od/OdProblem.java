package org.chalaco.scenario.od;

/**
 * What an estimator is given.
 *
 * @param prior trips per cell believed before; zero cells stay zero
 * @param lower least trips per cell
 * @param upper most trips per cell
 * @param proportions which count sees which cell
 * @param counted number of vehicles per count
 * @param standardErrors of these numbers
 */
public record OdProblem(
        double[] prior,
        double[] lower,
        double[] upper,
        AssignmentProportions proportions,
        double[] counted,
        double[] standardErrors) {

    /** A problem in which cells stay between the prior over {@code factor} and times it. */
    public static OdProblem within(
            double factor,
            double[] prior,
            AssignmentProportions proportions,
            double[] counted,
            double[] standardErrors) {
        double[] lower = new double[prior.length];
        double[] upper = new double[prior.length];
        for (int j = 0; j < prior.length; j++) {
            lower[j] = prior[j] / factor;
            upper[j] = prior[j] * factor;
        }
        return new OdProblem(prior, lower, upper, proportions, counted, standardErrors);
    }

    double clamp(int cell, double trips) {
        return Math.max(lower[cell], Math.min(upper[cell], trips));
    }

    /** {@code 1/2 Σ ((v - c) / σ)²} of a demand. */
    public double misfit(double[] trips) {
        double sum = 0;
        for (int a = 0; a < counted.length; a++) {
            double error = (proportions.flow(a, trips) - counted[a]) / standardErrors[a];
            sum += error * error;
        }
        return sum / 2;
    }
}
