package org.chalaco.formats.events;

import org.chalaco.day2day.demand.Activity;

/**
 * A trip outside the simulated traffic, such as a walk.
 *
 * @param personId who travels
 * @param mode mode of the leg
 * @param departureTime s since midnight
 * @param travelTime s
 * @param distance m
 * @param origin activity that ends
 * @param destination activity that starts on arrival
 */
public record TeleportedTrip(
        String personId,
        String mode,
        double departureTime,
        double travelTime,
        double distance,
        Activity origin,
        Activity destination) {

    /** When the traveller arrives, s since midnight. */
    public double arrivalTime() {
        return departureTime + travelTime;
    }
}
