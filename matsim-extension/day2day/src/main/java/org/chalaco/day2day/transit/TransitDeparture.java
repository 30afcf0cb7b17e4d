package org.chalaco.day2day.transit;

/**
 * One run of a vehicle along a route.
 *
 * @param id file id
 * @param time when it leaves, s since midnight
 * @param vehicleId which vehicle
 */
public record TransitDeparture(String id, double time, String vehicleId) {}
