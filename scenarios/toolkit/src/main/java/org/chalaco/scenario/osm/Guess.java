package org.chalaco.scenario.osm;

/**
 * Something the map does not say and the import made up.
 *
 * @param place {@code link} or {@code junction}
 * @param id of the link or junction in the network
 * @param osm ids of the ways or nodes behind it, separated by spaces
 * @param what was guessed: lanes, speed, turns, signals, ...
 * @param value that was taken
 * @param because why this one
 */
public record Guess(
        String place, String id, String osm, String what, String value, String because) {}
