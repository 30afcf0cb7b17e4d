package org.chalaco.tuning.search;

/**
 * One way to search. A method holds parameters only, never state: {@code next} depends on the
 * generation before and the setting alone, so a search that is taken up from a checkpoint goes on
 * as if it had never stopped.
 */
public interface SearchMethod {

    /** Name for the command line and files. */
    String name();

    /** Number 0. */
    Generation begin(SearchSetting setting);

    /** The next generation. */
    Generation next(Generation generation, SearchSetting setting);
}
