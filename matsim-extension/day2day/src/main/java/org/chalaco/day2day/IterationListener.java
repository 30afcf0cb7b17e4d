package org.chalaco.day2day;

/** Watches the loop: progress, output, checkpoints. All calls come from the thread of the loop. */
public interface IterationListener {

    /** Watches nothing. */
    IterationListener NONE = new IterationListener() {};

    /** Parts of the loop. */
    enum Phase {
        /** Once, before the first iteration: links and first routes. */
        PREPARATION,
        /** Every iteration but the first. */
        REPLANNING,
        /** The day on the road. */
        MOBSIM,
        /** Scores and statistics. */
        SCORING
    }

    /** A part begins. */
    default void phaseBegins(int iteration, Phase phase) {}

    /**
     * Asks for a sink before each day.
     *
     * @param trips the day's trips: who is meant by the indexes in events
     */
    default DayEventSink events(int iteration, TripTable trips) {
        return DayEventSink.NONE;
    }

    /** A day ended; called before the iteration ends. */
    default void dayEnds(int iteration, ExperiencedTrips experienced) {}

    /**
     * An iteration ended.
     *
     * @param state everything needed to go on from here
     */
    default void iterationEnds(IterationResult result, LoopState state) {}
}
