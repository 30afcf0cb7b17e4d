package org.chalaco.tuning;

import org.chalaco.tuning.search.GenerationStatistics;

/** Hears how a search goes. Called from the thread of the search. */
public interface TuningListener {

    /** Hears nothing. */
    TuningListener SILENT = new TuningListener() {};

    /** A search begins or goes on with this generation. */
    default void begins(int generation, int mostGenerations) {}

    /** A generation is complete and saved. */
    default void generation(GenerationStatistics statistics) {}

    /** The search is over; the last comparison of so many plans begins. */
    default void comparison(int plans, int replications) {}
}
