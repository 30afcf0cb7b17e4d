package org.chalaco.day2day.routing;

import java.util.function.IntToDoubleFunction;

/**
 * Guesses what is left to go, which tells A* where to look first. A guess that never exceeds the
 * truth keeps the search exact. Implementations and what they return are thread-safe.
 */
@FunctionalInterface
interface RemainingCost {

    /** Knows nothing: Dijkstra. */
    RemainingCost NONE = toLink -> link -> 0;

    /**
     * For one destination: from a link to the guessed cost between the start of that link and the
     * start of the destination, infinite where there is no way.
     */
    IntToDoubleFunction toward(int toLink);
}
