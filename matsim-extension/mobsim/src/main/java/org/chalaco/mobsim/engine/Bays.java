package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.RouteStop;

/**
 * Vehicles that serve a stop beside the road. They are under way but on no lane; each comes back
 * where it left when the gap there is as safe as for one who starts from the kerb (see {@link
 * InsertionQueue}). In order of vehicle index, so that the order of slots plays no part.
 */
final class Bays {

    /** A vehicle in a bay. */
    static final class Parked {
        final int vehicle;
        final int lane;
        final double position;
        private final int profile;
        private Route route;
        private int leg;
        private double arrivalPosition;
        private final double odometer;
        private final int stops;
        private final Itinerary itinerary;
        private boolean leaving;

        private Parked(int slot, VehicleState state) {
            vehicle = state.vehicle[slot];
            lane = state.track[slot];
            position = state.position[slot];
            profile = state.profile[slot];
            route = state.route[slot];
            leg = state.leg[slot];
            arrivalPosition = state.arrivalPosition[slot];
            odometer = state.odometer[slot];
            stops = state.stops[slot];
            itinerary = state.itinerary[slot];
        }

        Itinerary itinerary() {
            return itinerary;
        }

        /** Drives these links, the first of them being the present one. */
        void reroute(Route rest) {
            route = rest;
            leg = 0;
        }

        /** Ends its trip there on its last link, as a share of the link. */
        void arriveAt(double share) {
            arrivalPosition = share;
        }

        private int nextLink() {
            return leg < route.size() - 1 ? route.link(leg + 1) : NONE;
        }
    }

    private final Scene scene;
    private final VehicleState state;
    private final InsertionQueue insertion;
    private final List<Parked> parked = new ArrayList<>();

    Bays(Scene scene, InsertionQueue insertion) {
        this.scene = scene;
        this.insertion = insertion;
        state = scene.state;
    }

    int count() {
        return parked.size();
    }

    /** Vehicles in bays, by index. */
    List<Parked> list() {
        return parked;
    }

    /** Takes a vehicle from its lane. */
    void enter(int slot) {
        scene.rerouting.giveWayAgain(slot);
        Parked newcomer = new Parked(slot, state);
        int at = parked.size();
        while (at > 0 && parked.get(at - 1).vehicle > newcomer.vehicle) {
            at--;
        }
        parked.add(at, newcomer);
        scene.tracks.remove(newcomer.lane, slot);
        state.release(slot);
    }

    /** Asks the service for all whose time is over. */
    void serve(double now) {
        for (int k = 0; k < parked.size(); k++) {
            Parked p = parked.get(k);
            if (!p.leaving && (p.itinerary.isDue(now) || !p.itinerary.isServing())) {
                boolean departs =
                        !p.itinerary.isServing()
                                || p.itinerary.askToDepart(scene.stops::ask, p.vehicle, now);
                if (departs && !staysForNext(p, now)) {
                    p.leaving = true;
                }
            }
        }
    }

    /** Whether the next stop is at this very place: then it is served at once. */
    private boolean staysForNext(Parked p, double now) {
        RouteStop next = p.itinerary.next();
        boolean here =
                next != null
                        && next.place() == RouteStop.Place.BAY
                        && next.linkIndex() == scene.network.linkOfLane(p.lane)
                        && Math.abs(next.position() * scene.tracks.length[p.lane] - p.position)
                                <= RouteStop.REACHED;
        if (here) {
            p.itinerary.arrive(now);
        }
        return here;
    }

    /** Lets those back onto the road who are done and find a gap. */
    void release() {
        for (int k = 0; k < parked.size(); k++) {
            if (parked.get(k).leaving && pullsOut(parked.get(k))) {
                parked.remove(k--);
            }
        }
    }

    private boolean pullsOut(Parked p) {
        double safe = insertion.safeSpeedFromKerb(p.profile, p.lane, p.position, p.nextLink());
        if (safe < 0) {
            return false;
        }
        int slot = state.take();
        state.clear(slot);
        state.vehicle[slot] = p.vehicle;
        state.profile[slot] = p.profile;
        state.route[slot] = p.route;
        state.leg[slot] = p.leg;
        state.position[slot] = p.position;
        state.odometer[slot] = p.odometer;
        state.stops[slot] = p.stops;
        state.arrivalPosition[slot] = p.arrivalPosition;
        state.itinerary[slot] = p.itinerary;
        RouteStop next = p.itinerary.next();
        boolean onLink = next != null && next.linkIndex() == scene.network.linkOfLane(p.lane);
        double toStop =
                onLink
                        ? scene.stops.safeSpeed(p.profile, p.lane, p.position, next)
                        : Double.POSITIVE_INFINITY;
        state.speed[slot] = Math.min(safe, toStop);
        scene.tracks.insert(p.lane, slot, state);
        scene.laneChoice.plan(slot, p.lane, state);
        return true;
    }

    /** The vehicle in a bay, or null. */
    Parked find(int vehicle) {
        for (Parked p : parked) {
            if (p.vehicle == vehicle) {
                return p;
            }
        }
        return null;
    }

    /** Takes a vehicle off the road. */
    void remove(Parked p) {
        parked.remove(p);
    }
}
