package org.chalaco.day2day;

import static java.util.Objects.requireNonNull;

import java.util.function.Consumer;
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

    /** The same for other iterations. */
    public DayToDayParameters withIterations(int first, int last) {
        return change(
                copy -> {
                    copy.firstIteration = first;
                    copy.lastIteration = last;
                });
    }

    /** The same with another seed. */
    public DayToDayParameters withSeed(long newSeed) {
        return change(copy -> copy.seed = newSeed);
    }

    /** The same on another number of threads. */
    public DayToDayParameters withThreads(int number) {
        return change(copy -> copy.threads = number);
    }

    /** The same with other routing. */
    public DayToDayParameters withRouting(RoutingParameters newRouting) {
        return change(copy -> copy.routing = newRouting);
    }

    /** The same with other scoring. */
    public DayToDayParameters withScoring(ScoringParameters newScoring) {
        return change(copy -> copy.scoring = newScoring);
    }

    /** The same with other replanning. */
    public DayToDayParameters withReplanning(ReplanningParameters newReplanning) {
        return change(copy -> copy.replanning = newReplanning);
    }

    private DayToDayParameters change(Consumer<Copy> what) {
        Copy copy = new Copy(this);
        what.accept(copy);
        return copy.whole();
    }

    /** All parameters, so that a change names only what it changes. */
    private static final class Copy {
        private final DayToDayParameters original;
        private int firstIteration;
        private int lastIteration;
        private long seed;
        private int threads;
        private RoutingParameters routing;
        private ScoringParameters scoring;
        private ReplanningParameters replanning;

        Copy(DayToDayParameters original) {
            this.original = original;
            firstIteration = original.firstIteration;
            lastIteration = original.lastIteration;
            seed = original.seed;
            threads = original.threads;
            routing = original.routing;
            scoring = original.scoring;
            replanning = original.replanning;
        }

        DayToDayParameters whole() {
            return new DayToDayParameters(
                    firstIteration,
                    lastIteration,
                    original.writePlansInterval,
                    original.writeEventsInterval,
                    original.writeCheckpointInterval,
                    seed,
                    threads,
                    routing,
                    scoring,
                    replanning);
        }
    }
}
