package org.chalaco.vision.site;

/**
 * What it means to cross a line one way.
 *
 * @param name such as "north" or "away"
 * @param stationId count station that these vehicles belong to
 * @param linkId link of the network that they are on, or null if none is known
 */
public record LineDirection(String name, String stationId, String linkId) {}
