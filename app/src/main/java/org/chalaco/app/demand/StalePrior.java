package org.chalaco.app.demand;

import java.util.Map;
import java.util.TreeMap;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.scenario.od.OdCell;
import org.chalaco.scenario.od.OdMatrix;
import org.chalaco.scenario.od.PopulationCells;

/**
 * A population as an old survey might have it, for proofs: a fifth fewer trips, and every zone
 * sends and receives too many or too few, by a log-normal factor of standard deviation {@value
 * #SPREAD} each.
 */
final class StalePrior {

    private static final double SPREAD = 0.4;
    private static final double SHARE = 0.8;

    private StalePrior() {}

    static PopulationCells of(PopulationCells truth, long seed) {
        Map<String, Double> sends = new TreeMap<>();
        Map<String, Double> receives = new TreeMap<>();
        double[] trips = truth.matrix().trips();
        double total = truth.matrix().total();
        double sum = 0;
        for (int j = 0; j < trips.length; j++) {
            OdCell cell = truth.matrix().cells().get(j);
            trips[j] *= factor(sends, cell.origin(), seed, "stale-origin");
            trips[j] *= factor(receives, cell.destination(), seed, "stale-destination");
            sum += trips[j];
        }
        for (int j = 0; j < trips.length; j++) {
            trips[j] *= SHARE * total / sum;
        }
        OdMatrix stale = truth.matrix().withTrips(trips);
        return new PopulationCells(stale, truth.members(), truth.others());
    }

    private static double factor(
            Map<String, Double> factors, String zone, long seed, String purpose) {
        return factors.computeIfAbsent(
                zone,
                z ->
                        Math.exp(
                                SPREAD
                                        * RandomStream.of(seed, z.hashCode(), purpose)
                                                .nextGaussian()));
    }
}
