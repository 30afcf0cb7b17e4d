package org.chalaco.day2day.routing;

/**
 * A way that is looked for.
 *
 * @param mode mode, which says what links are open and how fast they can be driven
 * @param fromLink link where it starts
 * @param fromPosition where on that link, as a share of its length
 * @param toLink link where it ends
 * @param toPosition where on that link, as a share of its length
 * @param departureTime s since midnight
 */
public record RouteRequest(
        String mode,
        int fromLink,
        double fromPosition,
        int toLink,
        double toPosition,
        double departureTime) {}
