package org.chalaco.day2day;

import static java.util.Objects.requireNonNull;

import org.chalaco.day2day.replanning.ReplanningParameters;
import org.chalaco.day2day.routing.RoutingParameters;
import org.chalaco.day2day.scoring.ScoringParameters;

/**
 * How many days, and how. MATSim: config groups {@code controller} ({@code controler} before 2024)
 * and {@code global}.
 *
 * @param firstIteration number of the first iteration
 * @param lastIteration number of the last iteration, included
 * @param writePlansInterval plans are offered for writing every so many iterations; 0: never
 * @param writeEventsInterval events are offered for writing every so many iterations; 0: never
 * @param writeCheckpointInterval the state is offered for saving every so many iterations; 0: never
 * @param seed of all random draws; MATSim: {@code randomSeed}
 * @param threads how many work at once; changes no result; MATSim: {@code numberOfThreads}
 * @param routing trips
 * @param scoring days
 * @param replanning nights
 */
public record DayToDayParameters(
        int firstIteration,
        int lastIteration,
        int writePlansInterval,
        int writeEventsInterval,
        int writeCheckpointInterval,
        long seed,
        int threads,
        RoutingParameters routing,
        ScoringParameters scoring,
        ReplanningParameters replanning) {

    /**
     * MATSim's defaults but for the number of iterations: 0 to 10, plans and events every 50, a
     * checkpoint after every iteration.
     */
    public static final DayToDayParameters STANDARD =
            new DayToDayParameters(
                    0,
                    10,
                    50,
                    50,
                    1,
                    4711,
                    1,
                    RoutingParameters.STANDARD,
                    ScoringParameters.STANDARD,
                    ReplanningParameters.STANDARD);

    public DayToDayParameters {
        requireNonNull(routing, "routing");
        requireNonNull(scoring, "scoring");
        requireNonNull(replanning, "replanning");
        if (firstIteration < 0 || lastIteration < firstIteration) {
            throw new IllegalArgumentException(
                    "Iterations from (%d) to (%d) are none.%nMaybe 0 to 10?"
                            .formatted(firstIteration, lastIteration));
        }
        if (writePlansInterval < 0 || writeEventsInterval < 0 || writeCheckpointInterval < 0) {
            throw new IllegalArgumentException(
                    "An interval for writing (%d, %d, %d) is negative.%nMaybe 0 for never?"
                            .formatted(
                                    writePlansInterval,
                                    writeEventsInterval,
                                    writeCheckpointInterval));
        }
        if (threads < 1) {
            throw new IllegalArgumentException(
                    "A loop on (%d) threads cannot run.%nMaybe 1?".formatted(threads));
        }
    }

    /** Whether plans are to be written after this iteration; always after the last. */
    public boolean writesPlans(int iteration) {
        return isDue(writePlansInterval, iteration);
    }

    /** Whether events are to be written in this iteration; always in the last. */
    public boolean writesEvents(int iteration) {
        return isDue(writeEventsInterval, iteration);
    }

    /** Whether the state is to be saved after this iteration; always after the last. */
    public boolean writesCheckpoint(int iteration) {
        return isDue(writeCheckpointInterval, iteration);
    }

    private boolean isDue(int interval, int iteration) {
        return interval > 0 && (iteration % interval == 0 || iteration == lastIteration);
    }

    /** The same for other iterations. */
    public DayToDayParameters withIterations(int first, int last) {
        return new DayToDayParameters(
                first,
                last,
                writePlansInterval,
                writeEventsInterval,
                writeCheckpointInterval,
                seed,
                threads,
                routing,
                scoring,
                replanning);
    }

    /** The same with another seed. */
    public DayToDayParameters withSeed(long newSeed) {
        return new DayToDayParameters(
                firstIteration,
                lastIteration,
                writePlansInterval,
                writeEventsInterval,
                writeCheckpointInterval,
                newSeed,
                threads,
                routing,
                scoring,
                replanning);
    }

    /** The same on another number of threads. */
    public DayToDayParameters withThreads(int number) {
        return new DayToDayParameters(
                firstIteration,
                lastIteration,
                writePlansInterval,
                writeEventsInterval,
                writeCheckpointInterval,
                seed,
                number,
                routing,
                scoring,
                replanning);
    }

    /** The same with other routing. */
    public DayToDayParameters withRouting(RoutingParameters newRouting) {
        return new DayToDayParameters(
                firstIteration,
                lastIteration,
                writePlansInterval,
                writeEventsInterval,
                writeCheckpointInterval,
                seed,
                threads,
                newRouting,
                scoring,
                replanning);
    }

    /** The same with other scoring. */
    public DayToDayParameters withScoring(ScoringParameters newScoring) {
        return new DayToDayParameters(
                firstIteration,
                lastIteration,
                writePlansInterval,
                writeEventsInterval,
                writeCheckpointInterval,
                seed,
                threads,
                routing,
                newScoring,
                replanning);
    }

    /** The same with other replanning. */
    public DayToDayParameters withReplanning(ReplanningParameters newReplanning) {
        return new DayToDayParameters(
                firstIteration,
                lastIteration,
                writePlansInterval,
                writeEventsInterval,
                writeCheckpointInterval,
                seed,
                threads,
                routing,
                scoring,
                newReplanning);
    }
}
