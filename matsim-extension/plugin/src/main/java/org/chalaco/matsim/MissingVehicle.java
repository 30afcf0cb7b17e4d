// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.matsim.api.core.v01.Id;
import org.matsim.core.config.groups.QSimConfigGroup.VehicleBehavior;
import org.matsim.core.mobsim.framework.MobsimDriverAgent;
import org.matsim.core.mobsim.qsim.qnetsimengine.QVehicle;
import org.matsim.vehicles.Vehicle;

/** What to do with a driver whose vehicle is not where it departs: as MATSim's config says. */
final class MissingVehicle {

    private static final Logger LOG = LogManager.getLogger(MissingVehicle.class);

    private final ChalacoNetsimNetwork network;
    private final VehicleTrips trips;
    private final VehicleBehavior behavior;
    private final LinkHost host;

    MissingVehicle(
            ChalacoNetsimNetwork network,
            VehicleTrips trips,
            VehicleBehavior behavior,
            LinkHost host) {
        this.network = network;
        this.trips = trips;
        this.behavior = behavior;
        this.host = host;
    }

    /**
     * Brings the vehicle, or lets the driver wait.
     *
     * @throws RuntimeException if the config says so, if the vehicle is nowhere, or if somebody
     *     else drives it
     */
    void resolve(MobsimDriverAgent driver, ChalacoNetsimLink link, double now) {
        switch (behavior) {
            case teleport -> host.depart(driver, bring(driver, link, now), link);
            case wait -> link.await(driver);
            default ->
                    throw new RuntimeException(
                            "The vehicle (%s) of agent (%s) is not on link (%s) at time (%s)."
                                    .formatted(
                                            driver.getPlannedVehicleId(),
                                            driver.getId(),
                                            link.getLink().getId(),
                                            now));
        }
    }

    private QVehicle bring(MobsimDriverAgent driver, ChalacoNetsimLink link, double now) {
        Id<Vehicle> id = driver.getPlannedVehicleId();
        VehicleTrip trip = trips.find(id);
        if (trip == null) {
            throw new RuntimeException(
                    "The vehicle (%s) of agent (%s) on link (%s) is nowhere at time (%s).%nMaybe the vehicle must be added before its driver?"
                            .formatted(id, driver.getId(), link.getLink().getId(), now));
        }
        ChalacoNetsimLink other = network.link(trip.linkIndex());
        if (other.unpark(id) != null) {
            LOG.debug(
                    "Vehicle {} is teleported from link {} to link {}.",
                    id,
                    other.getLink().getId(),
                    link.getLink().getId());
            return trip.vehicle();
        }
        throw new RuntimeException(
                "The vehicle (%s) of agent (%s) is not parked anywhere at time (%s).%nMaybe somebody else is driving it?"
                        .formatted(id, driver.getId(), now));
    }
}
