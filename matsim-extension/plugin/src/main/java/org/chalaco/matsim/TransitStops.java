// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.util.List;
import java.util.function.BiConsumer;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.StopService;
import org.chalaco.mobsim.traffic.RouteStop;
import org.matsim.core.mobsim.framework.MobsimDriverAgent;
import org.matsim.core.mobsim.qsim.interfaces.Netsim;
import org.matsim.core.mobsim.qsim.pt.TransitDriverAgent;
import org.matsim.pt.transitSchedule.api.TransitStopFacility;

/**
 * Lets vehicles of public transport stop: at the lane where the facility blocks it, else in a bay,
 * as long as the driver says, who lets people on and off second by second.
 */
final class TransitStops implements StopService {

    private final MappedNetwork network;
    private final VehicleTrips trips;
    private final Places places;
    private final Netsim netsim;
    private BiConsumer<Integer, List<RouteStop>> itinerary = (vehicle, stops) -> {};

    TransitStops(MappedNetwork network, VehicleTrips trips, Places places, Netsim netsim) {
        this.network = network;
        this.trips = trips;
        this.places = places;
        this.netsim = netsim;
    }

    /** Who is told the stop that follows. */
    void tell(BiConsumer<Integer, List<RouteStop>> newItinerary) {
        itinerary = newItinerary;
    }

    /** The next stop of a driver, if it has one; nothing for others. */
    List<RouteStop> next(MobsimDriverAgent driver, double least) {
        if (!(driver instanceof TransitDriverAgent bus) || bus.getNextTransitStop() == null) {
            return List.of();
        }
        TransitStopFacility stop = bus.getNextTransitStop();
        int link = network.find(stop.getLinkId());
        if (link == RoadNetwork.NONE) {
            return List.of();
        }
        double position = Math.max(least, places.stop(stop, link));
        return List.of(
                stop.getIsBlockingLane()
                        ? RouteStop.inLane(0, link, position, 0)
                        : RouteStop.inBay(0, link, position, 0));
    }

    @Override
    public double serve(int vehicleIndex, RouteStop stop, double arrivedAt, double time) {
        if (!(trips.trip(vehicleIndex).driver() instanceof TransitDriverAgent bus)) {
            return 0;
        }
        TransitStopFacility facility = bus.getNextTransitStop();
        if (facility != null && network.find(facility.getLinkId()) == stop.linkIndex()) {
            double delay = bus.handleTransitStop(facility, netsim.getSimTimer().getTimeOfDay());
            if (delay > 0) {
                return delay;
            }
        }
        TransitStopFacility following = bus.getNextTransitStop();
        boolean same = following != null && network.find(following.getLinkId()) == stop.linkIndex();
        itinerary.accept(vehicleIndex, next(bus, same ? stop.position() : 0));
        return 0;
    }
}
