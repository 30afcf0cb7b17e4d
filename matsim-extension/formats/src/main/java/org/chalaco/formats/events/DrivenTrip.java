package org.chalaco.formats.events;

import org.chalaco.day2day.demand.Activity;

/**
 * Who is behind a vehicle of the simulation, and what for: what MATSim's events tell of a trip
 * besides its movement.
 *
 * @param personId the driver
 * @param vehicleId file id of the vehicle
 * @param mode mode of the leg
 * @param departureTime when the driver wants to leave, s since midnight
 * @param origin activity that ends; null: not told
 * @param destination activity that starts on arrival; null: not told
 * @param departureLink index of the first link of the route
 */
public record DrivenTrip(
        String personId,
        String vehicleId,
        String mode,
        double departureTime,
        Activity origin,
        Activity destination,
        int departureLink) {}
