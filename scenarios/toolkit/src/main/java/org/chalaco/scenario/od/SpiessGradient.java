package org.chalaco.scenario.od;

/**
 * Spiess' gradient method: walks down {@code Z(g) = 1/2 Σ ((v - c)/σ)²} from the prior, each cell
 * in proportion to itself, so that zero cells stay zero and the demand stays near the prior if one
 * stops early (Spiess, <i>A gradient approach for the O-D matrix adjustment problem</i>, CRT
 * publication 693, Montréal 1990).
 *
 * <p>{@code g ← g (1 - L dZ/dg)} with the best step {@code L = Σ v' (c - v)/σ² / Σ v'²/σ²} along
 * {@code v' = -P (g dZ/dg)}, and {@code L dZ/dg < 1}.
 *
 * @param rounds at most
 * @param tolerance relative gain of a round below which it stops
 */
public record SpiessGradient(int rounds, double tolerance) implements OdEstimator {

    /** No cell loses more than this share of itself in one round. */
    private static final double LARGEST_LOSS = 0.9;

    @Override
    public OdFit fit(OdProblem problem) {
        double[] trips = problem.prior().clone();
        double misfit = problem.misfit(trips);
        int round = 0;
        while (round < rounds) {
            double[] next = step(problem, trips);
            double now = problem.misfit(next);
            round++;
            if (!(now < misfit)) {
                break;
            }
            trips = next;
            boolean still = misfit - now < tolerance * misfit;
            misfit = now;
            if (still) {
                break;
            }
        }
        return OdFit.of(trips, round);
    }

    private static double[] step(OdProblem problem, double[] trips) {
        AssignmentProportions p = problem.proportions();
        double[] flows = p.flows(trips);
        double[] weighted = new double[flows.length];
        for (int a = 0; a < flows.length; a++) {
            weighted[a] = (flows[a] - problem.counted()[a]) / variance(problem, a);
        }
        double[] gradient = p.back(weighted);
        double[] direction = new double[trips.length];
        double steepest = 0;
        for (int j = 0; j < trips.length; j++) {
            direction[j] = -trips[j] * gradient[j];
            steepest = Math.max(steepest, trips[j] > 0 ? gradient[j] : 0);
        }
        double[] change = p.flows(direction);
        double gain = 0;
        double cost = 0;
        for (int a = 0; a < flows.length; a++) {
            gain -= change[a] * weighted[a];
            cost += change[a] * change[a] / variance(problem, a);
        }
        double length = cost > 0 ? gain / cost : 0;
        length = steepest > 0 ? Math.min(length, LARGEST_LOSS / steepest) : length;
        double[] next = new double[trips.length];
        for (int j = 0; j < trips.length; j++) {
            next[j] = problem.clamp(j, trips[j] + length * direction[j]);
        }
        return next;
    }

    private static double variance(OdProblem problem, int a) {
        return problem.standardErrors()[a] * problem.standardErrors()[a];
    }
}
