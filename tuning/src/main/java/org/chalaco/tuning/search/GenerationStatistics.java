package org.chalaco.tuning.search;

import java.util.List;

/**
 * One generation in numbers, for progress, files and curves. Of several objectives, the first.
 *
 * @param generation number, from 0
 * @param best best score of the generation
 * @param mean mean score
 * @param worst worst score
 * @param deviation standard deviation of the scores
 * @param bestSoFar best score of the search so far among candidates with all replications
 * @param candidates number of candidates
 * @param simulations simulations made so far, all generations
 */
public record GenerationStatistics(
        int generation,
        double best,
        double mean,
        double worst,
        double deviation,
        double bestSoFar,
        int candidates,
        long simulations) {

    /** The statistics of a generation. */
    public static GenerationStatistics of(
            Generation generation, double bestSoFar, long simulations) {
        List<Double> scores = generation.candidates().stream().map(Candidate::score).toList();
        double best = Double.POSITIVE_INFINITY;
        double worst = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (double s : scores) {
            best = Math.min(best, s);
            worst = Math.max(worst, s);
            sum += s;
        }
        double mean = sum / scores.size();
        double squares = 0;
        for (double s : scores) {
            squares += (s - mean) * (s - mean);
        }
        double deviation = scores.size() > 1 ? Math.sqrt(squares / (scores.size() - 1)) : 0;
        return new GenerationStatistics(
                generation.number(),
                best,
                mean,
                worst,
                deviation,
                bestSoFar,
                scores.size(),
                simulations);
    }
}
