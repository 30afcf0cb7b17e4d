package org.chalaco.app.demand;

import java.nio.file.Path;
import java.util.Map;
import org.chalaco.app.run.RunRequest;

/**
 * What {@code chalaco demand} was asked for.
 *
 * @param scenario the scenario, or null where only a network is given
 * @param network a network file, or null where there is a scenario
 * @param counts counts file, or null: counts are simulated in the scenario itself (proof)
 * @param detectors where the sensors of the counts lie, or null
 * @param prior {@code scenario}, {@code gravity} or a plans file
 * @param method of the estimation
 * @param priorWeight what a trip of the prior weighs against a counted vehicle
 * @param holdout share of the stations that is not fitted, -
 * @param proofStations intersections to count at in a proof
 * @param zones about so many
 * @param slice length of a slice of departure times, s
 * @param modes share of each mode in a gravity prior; empty: cars, or as in the scenario's plans
 * @param rounds at most
 * @param factor cells stay between the prior over it and times it
 * @param seed of holdout, zones and persons
 * @param threads to work on
 * @param output plans to write
 * @param report folder of the report
 */
public record DemandRequest(
        RunRequest scenario,
        Path network,
        Path counts,
        Path detectors,
        String prior,
        Method method,
        double priorWeight,
        double holdout,
        int proofStations,
        int zones,
        double slice,
        Map<String, Double> modes,
        int rounds,
        double factor,
        long seed,
        int threads,
        Path output,
        Path report) {

    /** How demand is fitted. */
    public enum Method {
        /** Entropy with counts that may err. */
        ENTROPY,
        /** Generalised least squares. */
        LEAST_SQUARES,
        /** Spiess' gradient. */
        GRADIENT
    }

    public DemandRequest {
        modes = Map.copyOf(modes);
    }
}
