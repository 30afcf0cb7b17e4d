// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.chalaco.matsim.signals.SignalisedLink;
import org.matsim.api.core.v01.Id;
import org.matsim.api.core.v01.network.Link;
import org.matsim.api.core.v01.population.Person;
import org.matsim.core.mobsim.framework.MobsimAgent;
import org.matsim.core.mobsim.framework.MobsimDriverAgent;
import org.matsim.core.mobsim.qsim.interfaces.MobsimVehicle;
import org.matsim.core.mobsim.qsim.interfaces.NetsimLink;
import org.matsim.core.mobsim.qsim.interfaces.SignalGroupState;
import org.matsim.core.mobsim.qsim.interfaces.SignalizeableItem;
import org.matsim.core.mobsim.qsim.interfaces.TimeVariantLink;
import org.matsim.core.mobsim.qsim.qnetsimengine.QVehicle;
import org.matsim.lanes.Lane;
import org.matsim.vehicles.Vehicle;
import org.matsim.vis.snapshotwriters.VisData;

/**
 * A link as MATSim's agents, listeners and signals see it: who is parked, who waits for a vehicle,
 * who drives, what its signals show. How vehicles move on it is none of its business.
 */
final class ChalacoNetsimLink implements NetsimLink, TimeVariantLink, SignalisedLink {

    private final Link link;
    private final int index;
    private final LinkHost host;
    private final Map<String, Object> customAttributes = new HashMap<>();
    private final Map<Id<Vehicle>, QVehicle> parked = new LinkedHashMap<>();
    private final Set<QVehicle> driving = new LinkedHashSet<>();
    private final Map<Id<Vehicle>, Queue<MobsimDriverAgent>> waiting = new LinkedHashMap<>();
    private final Map<Id<Person>, MobsimAgent> additionalAgents = new LinkedHashMap<>();
    private final LinkSignals signals;

    ChalacoNetsimLink(Link link, int index, LinkHost host) {
        this.link = link;
        this.index = index;
        this.host = host;
        signals = new LinkSignals(link, () -> host.signalChanged(this));
    }

    /** Our index of it. */
    int index() {
        return index;
    }

    // ---------------------------------------------------------------- vehicles

    void park(QVehicle vehicle) {
        parked.put(vehicle.getId(), vehicle);
        VehicleLink.set(vehicle, link);
    }

    /** Takes a parked vehicle, or null where it is not parked here. */
    QVehicle unpark(Id<Vehicle> vehicleId) {
        return parked.remove(vehicleId);
    }

    void enter(QVehicle vehicle) {
        driving.add(vehicle);
    }

    void leave(QVehicle vehicle) {
        driving.remove(vehicle);
    }

    /** Lets a driver wait until its vehicle is parked here. */
    void await(MobsimDriverAgent driver) {
        waiting.computeIfAbsent(driver.getPlannedVehicleId(), id -> new ArrayDeque<>()).add(driver);
    }

    /** Gives a vehicle that was just parked to the first who waits for it. */
    void offerToWaitingDriver(QVehicle vehicle) {
        Queue<MobsimDriverAgent> queue = waiting.get(vehicle.getId());
        boolean free = vehicle.getDriver() == null && parked.containsKey(vehicle.getId());
        if (queue == null || !free) {
            return;
        }
        MobsimDriverAgent driver = queue.remove();
        if (queue.isEmpty()) {
            waiting.remove(vehicle.getId());
        }
        parked.remove(vehicle.getId());
        host.depart(driver, vehicle, this);
    }

    /** Everyone who waits for a vehicle, in the order they came. */
    List<MobsimDriverAgent> waitingDrivers() {
        List<MobsimDriverAgent> all = new ArrayList<>();
        waiting.values().forEach(all::addAll);
        return all;
    }

    /** Vehicles driving here or waiting to enter, in the order they came. */
    List<QVehicle> driving() {
        return List.copyOf(driving);
    }

    @Override
    public Collection<MobsimVehicle> getAllNonParkedVehicles() {
        return new ArrayList<>(driving);
    }

    @Override
    public Collection<MobsimVehicle> getAllVehicles() {
        Collection<MobsimVehicle> all = getAllNonParkedVehicles();
        all.addAll(parked.values());
        return all;
    }

    // ---------------------------------------------------------------- other agents

    void register(MobsimAgent agent) {
        additionalAgents.put(agent.getId(), agent);
    }

    MobsimAgent unregister(Id<Person> agentId) {
        return additionalAgents.remove(agentId);
    }

    // ---------------------------------------------------------------- the link

    @Override
    public Link getLink() {
        return link;
    }

    @Override
    public VisData getVisData() {
        return positions -> {
            host.addPositions(this, positions);
            return positions;
        };
    }

    @Override
    public Map<String, Object> getCustomAttributes() {
        return customAttributes;
    }

    @Override
    public void recalcTimeVariantAttributes() {
        host.changed(this);
    }

    // ---------------------------------------------------------------- signals

    /** What its signals show. */
    LinkSignals signals() {
        return signals;
    }

    @Override
    public SignalizeableItem lane(Id<Lane> laneId) {
        return signals.lane(laneId.toString());
    }

    @Override
    public void setSignalized(boolean isSignalized) {
        signals.whole().setSignalized(isSignalized);
    }

    @Override
    public void setSignalStateAllTurningMoves(SignalGroupState state) {
        signals.whole().setSignalStateAllTurningMoves(state);
    }

    @Override
    public void setSignalStateForTurningMove(SignalGroupState state, Id<Link> toLinkId) {
        signals.whole().setSignalStateForTurningMove(state, toLinkId);
    }

    @Override
    public boolean hasGreenForAllToLinks() {
        return signals.whole().hasGreenForAllToLinks();
    }

    @Override
    public boolean hasGreenForToLink(Id<Link> toLinkId) {
        return signals.whole().hasGreenForToLink(toLinkId);
    }
}
