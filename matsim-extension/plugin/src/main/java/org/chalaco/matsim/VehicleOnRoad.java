// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import org.matsim.api.core.v01.Id;
import org.matsim.api.core.v01.network.Link;
import org.matsim.api.core.v01.population.Person;
import org.matsim.core.mobsim.qsim.pt.TransitDriverAgent;
import org.matsim.core.mobsim.qsim.qnetsimengine.QVehicle;
import org.matsim.vehicles.Vehicle;
import org.matsim.vis.snapshotwriters.AgentSnapshotInfo;

/**
 * A vehicle at its true place, for snapshots; its colour is its speed, as a share of the desired.
 */
final class VehicleOnRoad implements AgentSnapshotInfo {

    private static final double FREE = 0.5;

    private final Id<Vehicle> vehicleId;
    private final Id<Person> driverId;
    private final boolean isTransit;
    private final Id<Link> linkId;
    private final double x;
    private final double y;
    private final double speedShare;

    VehicleOnRoad(QVehicle vehicle, Id<Link> linkId, double x, double y, double speedShare) {
        vehicleId = vehicle.getId();
        driverId = vehicle.getDriver().getId();
        isTransit = vehicle.getDriver() instanceof TransitDriverAgent;
        this.linkId = linkId;
        this.x = x;
        this.y = y;
        this.speedShare = speedShare;
    }

    @Override
    public Id<Person> getId() {
        return driverId;
    }

    @Override
    public Id<Vehicle> getVehicleId() {
        return vehicleId;
    }

    @Override
    public Id<Link> getLinkId() {
        return linkId;
    }

    @Override
    public DrivingState getDrivingState() {
        return speedShare < FREE ? DrivingState.CONGESTED : DrivingState.FREE_FLOW;
    }

    @Override
    public double getEasting() {
        return x;
    }

    @Override
    public double getNorthing() {
        return y;
    }

    /** Deprecated in MATSim and gone one day: not declared to override. */
    @SuppressWarnings({"deprecation", "dep-ann", "overrides"})
    public double getAzimuth() {
        return 0;
    }

    @Override
    public double getColorValueBetweenZeroAndOne() {
        return speedShare;
    }

    @Override
    public AgentState getAgentState() {
        return isTransit ? AgentState.TRANSIT_DRIVER : AgentState.PERSON_DRIVING_CAR;
    }

    @Override
    public int getUserDefined() {
        return 0;
    }
}
