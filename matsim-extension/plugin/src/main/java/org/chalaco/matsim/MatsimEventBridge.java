// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.matsim.api.core.v01.Id;
import org.matsim.api.core.v01.events.LinkEnterEvent;
import org.matsim.api.core.v01.events.LinkLeaveEvent;
import org.matsim.api.core.v01.events.PersonLeavesVehicleEvent;
import org.matsim.api.core.v01.events.VehicleEntersTrafficEvent;
import org.matsim.api.core.v01.events.VehicleLeavesTrafficEvent;
import org.matsim.api.core.v01.network.Link;
import org.matsim.core.api.experimental.events.EventsManager;
import org.matsim.core.mobsim.framework.MobsimAgent;
import org.matsim.core.mobsim.framework.MobsimDriverAgent;
import org.matsim.core.mobsim.framework.PassengerAgent;
import org.matsim.core.mobsim.qsim.InternalInterface;
import org.matsim.core.mobsim.qsim.interfaces.Netsim;
import org.matsim.core.mobsim.qsim.qnetsimengine.QVehicle;

/**
 * Turns what happens on the road into MATSim's events, and tells the drivers.
 *
 * <p>MATSim's second {@code t} covers our steps from {@code t} to {@code t + 1}; whatever happens
 * in them is public at {@code t}. Who arrives or is taken off the road goes on with its plan when
 * all of these steps are done, in the order in which it happened. Exact times stand in our own
 * trajectory output.
 */
final class MatsimEventBridge implements EventSink {

    private final MappedNetwork network;
    private final ChalacoNetsimNetwork netsimNetwork;
    private final VehicleTrips trips;
    private final Netsim netsim;
    private final InternalInterface matsim;
    private final List<TrafficEvent> ends = new ArrayList<>();
    private boolean over;

    MatsimEventBridge(
            ChalacoNetsimNetwork netsimNetwork,
            VehicleTrips trips,
            Netsim netsim,
            InternalInterface matsim) {
        this.netsimNetwork = netsimNetwork;
        this.trips = trips;
        this.netsim = netsim;
        this.matsim = matsim;
        network = netsimNetwork.mapped();
    }

    @Override
    public void accept(TrafficEvent event) {
        if (event instanceof TrafficEvent.LinkLeave leave) {
            publish()
                    .processEvent(
                            new LinkLeaveEvent(
                                    now(),
                                    trips.trip(leave.vehicleIndex()).vehicle().getId(),
                                    network.linkId(leave.linkIndex())));
        } else if (event instanceof TrafficEvent.LinkEnter enter) {
            cross(trips.trip(enter.vehicleIndex()), enter.linkIndex());
        } else if (event instanceof TrafficEvent.VehicleEntersTraffic enters) {
            VehicleTrip trip = trips.trip(enters.vehicleIndex());
            publish()
                    .processEvent(
                            new VehicleEntersTrafficEvent(
                                    now(),
                                    trip.driver().getId(),
                                    network.linkId(enters.linkIndex()),
                                    trip.vehicle().getId(),
                                    trip.driver().getMode(),
                                    enters.relativePosition()));
        } else if (event instanceof TrafficEvent.VehicleLeavesTraffic
                || event instanceof TrafficEvent.VehicleStuck) {
            ends.add(event);
        }
    }

    private void cross(VehicleTrip trip, int linkIndex) {
        Id<Link> linkId = network.linkId(linkIndex);
        netsimNetwork.link(trip.linkIndex()).leave(trip.vehicle());
        trip.driver().notifyMoveOverNode(linkId);
        publish().processEvent(new LinkEnterEvent(now(), trip.vehicle().getId(), linkId));
        trip.cross(linkIndex);
        netsimNetwork.link(linkIndex).enter(trip.vehicle());
        VehicleLink.set(trip.vehicle(), network.link(linkIndex));
    }

    /** Lets those go on whose drive ended in the steps of this second. */
    void deliver() {
        List<TrafficEvent> delivered = List.copyOf(ends);
        ends.clear();
        for (TrafficEvent event : delivered) {
            if (event instanceof TrafficEvent.VehicleLeavesTraffic leaves) {
                arrive(trips.trip(leaves.vehicleIndex()), leaves.relativePosition());
            } else if (event instanceof TrafficEvent.VehicleStuck stuck && !over) {
                abort(trips.trip(stuck.vehicleIndex()));
            }
        }
    }

    private void arrive(VehicleTrip trip, double relativePosition) {
        QVehicle vehicle = trip.vehicle();
        MobsimDriverAgent driver = trip.driver();
        ChalacoNetsimLink link = netsimNetwork.link(trip.linkIndex());
        link.leave(vehicle);
        link.park(vehicle);
        trip.end(relativePosition);
        publish()
                .processEvent(
                        new VehicleLeavesTrafficEvent(
                                now(),
                                driver.getId(),
                                link.getLink().getId(),
                                vehicle.getId(),
                                driver.getMode(),
                                relativePosition));
        publish()
                .processEvent(new PersonLeavesVehicleEvent(now(), driver.getId(), vehicle.getId()));
        vehicle.setDriver(null);
        driver.endLegAndComputeNextState(now());
        matsim.arrangeNextAgentState(driver);
        link.offerToWaitingDriver(vehicle);
    }

    /** As in a queue: the vehicle leaves its link, and everyone in it is stuck. */
    private void abort(VehicleTrip trip) {
        QVehicle vehicle = trip.vehicle();
        MobsimDriverAgent driver = trip.driver();
        ChalacoNetsimLink link = netsimNetwork.link(trip.linkIndex());
        link.leave(vehicle);
        trip.end(Double.NaN);
        publish().processEvent(new LinkLeaveEvent(now(), vehicle.getId(), link.getLink().getId()));
        for (PassengerAgent passenger : List.copyOf(vehicle.getPassengers())) {
            if (passenger instanceof MobsimAgent agent) {
                agent.setStateToAbort(now());
                matsim.arrangeNextAgentState(agent);
            }
        }
        driver.setStateToAbort(now());
        matsim.arrangeNextAgentState(driver);
    }

    /** From now on nobody is told that he is stuck: the run is over. */
    void close() {
        over = true;
    }

    private EventsManager publish() {
        return netsim.getEventsManager();
    }

    private double now() {
        return netsim.getSimTimer().getTimeOfDay();
    }
}
