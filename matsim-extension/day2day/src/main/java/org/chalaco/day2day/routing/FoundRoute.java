package org.chalaco.day2day.routing;

import org.chalaco.mobsim.traffic.Route;

/**
 * A way through the network.
 *
 * @param route links, first and last included
 * @param travelTime expected, s
 * @param distance from position to position, m
 */
public record FoundRoute(Route route, double travelTime, double distance) {}
