package org.chalaco.day2day;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.routing.ActivityPlacement;
import org.chalaco.day2day.transit.TransitCall;
import org.chalaco.day2day.transit.TransitStop;
import org.chalaco.mobsim.traffic.RouteStop;

/**
 * Which trips of a day are runs of public transport, and which are rides. The drivers come behind
 * the travellers in the day's table. Immutable and thread-safe.
 */
final class TransitTrips {

    private final TripTable trips;
    private final int travellers;
    private final TransitDrivers drivers;
    private final ActivityPlacement placement;

    /**
     * Of a day.
     *
     * @param trips those of travellers first, those of the drivers behind
     * @param travellers how many persons are no drivers of public transport
     */
    TransitTrips(
            TripTable trips, int travellers, TransitDrivers drivers, ActivityPlacement placement) {
        this.trips = trips;
        this.travellers = travellers;
        this.drivers = drivers;
        this.placement = placement;
    }

    /** How many persons are no drivers of public transport. */
    int travellers() {
        return travellers;
    }

    /** Whether a trip is a run of public transport, empty ones included. */
    boolean isRun(int trip) {
        return trips.personIndex(trip) >= travellers;
    }

    /** The run that a trip is. */
    TransitDrivers.Run run(int trip) {
        return drivers.run(trips.personIndex(trip) - travellers, trips.legIndex(trip));
    }

    /** Whether somebody rides along on a trip. */
    boolean isRide(int trip) {
        return drivers.offered() && trips.leg(trip).ride() != null;
    }

    /** Stops of a run in order; each carries its number on the route. */
    List<RouteStop> stops(int trip) {
        TransitDrivers.Run run = run(trip);
        List<RouteStop> stops = new ArrayList<>();
        if (run.route() == null) {
            return stops;
        }
        double least = 0;
        int link = -1;
        for (TransitCall call : run.route().calls()) {
            TransitStop stop = call.stop();
            // nobody drives backwards: a second stop of a link is not before the first
            least = stop.linkIndex() == link ? least : 0;
            link = stop.linkIndex();
            least = Math.max(least, position(stop));
            double dwell = call.plannedDwell();
            stops.add(
                    stop.blocksLane()
                            ? RouteStop.inLane(stops.size(), link, least, dwell)
                            : RouteStop.inBay(stops.size(), link, least, dwell));
        }
        return stops;
    }

    /** Where a run begins, as a share of its first link: at its first stop if that is there. */
    double departurePosition(int trip) {
        int link = trips.leg(trip).route().firstLink();
        TransitDrivers.Run run = run(trip);
        if (run.route() != null && !run.route().calls().isEmpty()) {
            TransitStop first = run.route().calls().get(0).stop();
            if (first.linkIndex() == link) {
                return position(first);
            }
        }
        return placement.departurePosition(nowhere(link));
    }

    private double position(TransitStop stop) {
        return placement.arrivalPosition(
                Activity.last("stop", stop.linkIndex(), stop.x(), stop.y()));
    }

    private static Activity nowhere(int link) {
        return Activity.last("stop", link, Double.NaN, Double.NaN);
    }
}
