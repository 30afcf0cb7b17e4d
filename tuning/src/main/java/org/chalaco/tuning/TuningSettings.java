package org.chalaco.tuning;

import static java.util.Objects.requireNonNull;

import org.chalaco.tuning.search.Racing;

/**
 * How long and how closely a search looks.
 *
 * @param seed of the search and of all replications
 * @param populationSize candidates of a generation
 * @param generations most generations
 * @param racing replications of candidates
 * @param steadyGenerations the search stops when the best has not improved for so many generations;
 *     0: never
 * @param steadyImprovement improvement that counts as one, as a share of the score
 * @param finalists plans that the last comparison begins with
 * @param finalReplications fresh replications of the last comparison
 */
public record TuningSettings(
        long seed,
        int populationSize,
        int generations,
        Racing racing,
        int steadyGenerations,
        double steadyImprovement,
        int finalists,
        int finalReplications) {

    /**
     * 30 candidates, 50 generations, up to 8 replications, stop after 12 generations within 0.1 %,
     * 5 finalists, 30 fresh replications.
     */
    public static final TuningSettings STANDARD =
            new TuningSettings(4711, 30, 50, Racing.STANDARD, 12, 0.001, 5, 30);

    public TuningSettings {
        requireNonNull(racing, "racing");
        boolean sizes = populationSize >= 2 && generations >= 1 && finalists >= 1;
        if (!sizes || steadyGenerations < 0 || finalReplications < 1) {
            throw new IllegalArgumentException(
                    "A population of (%d), (%d) generations, (%d) finalists and (%d) replications are no search."
                            .formatted(populationSize, generations, finalists, finalReplications));
        }
    }

    /** The same with another seed. */
    public TuningSettings withSeed(long newSeed) {
        return new TuningSettings(
                newSeed,
                populationSize,
                generations,
                racing,
                steadyGenerations,
                steadyImprovement,
                finalists,
                finalReplications);
    }

    /** The same with another size. */
    public TuningSettings withSize(int population, int mostGenerations) {
        return new TuningSettings(
                seed,
                population,
                mostGenerations,
                racing,
                steadyGenerations,
                steadyImprovement,
                finalists,
                finalReplications);
    }

    /** The same with other replications in the search and at its end. */
    public TuningSettings withReplications(Racing newRacing, int last) {
        return new TuningSettings(
                seed,
                populationSize,
                generations,
                newRacing,
                steadyGenerations,
                steadyImprovement,
                finalists,
                last);
    }

    /** The same with another stop: 0 generations never stop early. */
    public TuningSettings withSteadyStop(int steady, double improvement) {
        return new TuningSettings(
                seed,
                populationSize,
                generations,
                racing,
                steady,
                improvement,
                finalists,
                finalReplications);
    }

    /** The same with another number of finalists. */
    public TuningSettings withFinalists(int number) {
        return new TuningSettings(
                seed,
                populationSize,
                generations,
                racing,
                steadyGenerations,
                steadyImprovement,
                number,
                finalReplications);
    }
}
