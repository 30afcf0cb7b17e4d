package org.chalaco.day2day.routing;

import java.util.Optional;

/**
 * Finds ways through the network. A router keeps working space, so every thread needs its own; the
 * same request gives the same route on each of them.
 */
@FunctionalInterface
public interface Router {

    /**
     * The best way.
     *
     * @return the way, or nothing if the mode cannot get there
     */
    Optional<FoundRoute> findRoute(RouteRequest request);
}
