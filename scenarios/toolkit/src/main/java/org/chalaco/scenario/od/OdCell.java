package org.chalaco.scenario.od;

/**
 * Trips of one kind: from one zone to another, by one mode, starting in one slice of time.
 *
 * @param origin zone
 * @param destination zone
 * @param mode MATSim mode
 * @param slice index of the slice
 */
public record OdCell(String origin, String destination, String mode, int slice) {}
