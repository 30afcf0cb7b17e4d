package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.StandingVehicle;
import org.chalaco.mobsim.run.StandingVehicle.Reason;
import org.chalaco.mobsim.run.VehiclePosition;
import org.chalaco.mobsim.run.VehiclePosition.Place;
import org.chalaco.mobsim.run.WaitingVehicle;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.RouteStop;

/** What is changed and asked from outside between two steps; see {@code MobsimSession}. */
public final class Interventions {

    private final Scene scene;
    private final RoadNetwork network;
    private final Tracks tracks;
    private final VehicleState state;
    private final InsertionQueue insertion;
    private final Transfers transfers;
    private final Bays bays;

    Interventions(Scene scene, InsertionQueue insertion, Transfers transfers, Bays bays) {
        this.scene = scene;
        this.insertion = insertion;
        this.transfers = transfers;
        this.bays = bays;
        network = scene.network;
        tracks = scene.tracks;
        state = scene.state;
    }

    /** Adds a departure. */
    public void depart(Departure departure) {
        if (departure.time() < scene.clock.time()) {
            throw new IllegalArgumentException(
                    "Vehicle (%d) cannot depart at (%s s): it is (%s s) already.%nMaybe let it depart now?"
                            .formatted(
                                    departure.vehicleIndex(),
                                    departure.time(),
                                    scene.clock.time()));
        }
        if (scene.vehicles.isUnderWay(departure.vehicleIndex())) {
            throw new IllegalArgumentException(
                    "Vehicle (%d) cannot depart again before it has arrived."
                            .formatted(departure.vehicleIndex()));
        }
        insertion.add(departure);
    }

    /** Gives a vehicle another way; false if it is too late for that. */
    public boolean reroute(int vehicle, Route rest) {
        int slot = scene.vehicles.slotOf(vehicle);
        if (slot != NONE) {
            Itinerary itinerary = state.itinerary[slot];
            check(vehicle, rest, scene.rerouting.presentLink(slot));
            if (itinerary != null && itinerary.guided) {
                throw new IllegalArgumentException(
                        "Vehicle (%d) is guided: its guide tells it the way.".formatted(vehicle));
            }
            scene.guidance.expectArrivals();
            return scene.rerouting.apply(slot, rest);
        }
        Bays.Parked parked = bays.find(vehicle);
        if (parked != null) {
            check(vehicle, rest, network.linkOfLane(parked.lane));
            parked.reroute(rest);
            return true;
        }
        Departure departure = getWaiting(vehicle);
        check(vehicle, rest, departure.route().firstLink());
        insertion.replace(departure, departure.withRoute(rest));
        return true;
    }

    private Departure getWaiting(int vehicle) {
        Departure departure = scene.vehicles.isUnderWay(vehicle) ? insertion.find(vehicle) : null;
        if (departure == null) {
            throw new IllegalArgumentException(
                    "There is no vehicle (%d) under way.".formatted(vehicle));
        }
        return departure;
    }

    private void check(int vehicle, Route rest, int link) {
        if (rest.firstLink() != link) {
            throw new IllegalArgumentException(
                    "The new way of vehicle (%d) begins on link (%d), but the vehicle is on link (%d)."
                            .formatted(vehicle, rest.firstLink(), link));
        }
        DemandCheck.check(network, scene.typeCount, Departure.of(vehicle, 0, 0, rest));
    }

    /** Says where on its last link the trip ends. */
    public void setArrivalPosition(int vehicle, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "The position (%s) of vehicle (%d) is not a share of a link."
                            .formatted(share, vehicle));
        }
        int slot = scene.vehicles.slotOf(vehicle);
        if (slot != NONE) {
            state.arrivalPosition[slot] = share;
            int track = state.track[slot];
            if (tracks.isLane(track) && state.nextLink[slot] == NONE) {
                scene.laneChoice.plan(slot, track, state);
                scene.guidance.expectArrivals();
            }
            return;
        }
        Bays.Parked parked = bays.find(vehicle);
        if (parked != null) {
            parked.arriveAt(share);
            return;
        }
        Departure departure = getWaiting(vehicle);
        insertion.replace(departure, departure.withArrivalPosition(share));
    }

    /** Replaces the stops still to be served. */
    public void setStops(int vehicle, List<RouteStop> stops) {
        for (RouteStop stop : stops) {
            if (stop.linkIndex() < 0 || stop.linkIndex() >= network.linkCount()) {
                throw new IllegalArgumentException(
                        "Stop (%d) of vehicle (%d) is on link (%d), which does not exist."
                                .formatted(stop.stopIndex(), vehicle, stop.linkIndex()));
            }
        }
        int slot = scene.vehicles.slotOf(vehicle);
        if (slot != NONE) {
            if (state.itinerary[slot] == null) {
                state.itinerary[slot] = new Itinerary(false, List.of());
            }
            Itinerary itinerary = state.itinerary[slot];
            itinerary.replace(List.copyOf(stops));
            if (!itinerary.isAsking()) {
                scene.stops.plan(slot);
            }
            return;
        }
        Bays.Parked parked = bays.find(vehicle);
        if (parked != null) {
            parked.itinerary().replace(List.copyOf(stops));
            return;
        }
        Departure departure = getWaiting(vehicle);
        insertion.replace(departure, departure.withStops(stops));
    }

    /** Takes a vehicle off the road; false if there is none. */
    public boolean remove(int vehicle) {
        if (!scene.vehicles.isUnderWay(vehicle)) {
            return false;
        }
        int slot = scene.vehicles.slotOf(vehicle);
        Bays.Parked parked = slot == NONE ? bays.find(vehicle) : null;
        double now = scene.clock.time();
        if (slot != NONE) {
            transfers.remove(slot, now);
        } else if (parked != null) {
            transfers.remove(bays, parked, now);
        } else {
            insertion.withdraw(getWaiting(vehicle));
        }
        return true;
    }

    /** Changes the speed limit of a link, m/s. */
    public void setSpeedLimit(int link, double metresPerSecond) {
        if (!(metresPerSecond > 0) || Double.isInfinite(metresPerSecond)) {
            throw new IllegalArgumentException(
                    "The speed limit (%s m/s) of link (%s) is not a positive number.%nMaybe close the link?"
                            .formatted(metresPerSecond, network.link(link).id()));
        }
        int first = network.firstLane(link);
        for (int lane = first; lane < first + network.laneCount(link); lane++) {
            tracks.speedLimit[lane] = metresPerSecond;
        }
    }

    /** Closes or opens all lanes of a link. */
    public void setClosed(int link, boolean closed) {
        int first = network.firstLane(link);
        boolean changed = false;
        for (int lane = first; lane < first + network.laneCount(link); lane++) {
            changed |= scene.closures.set(lane, closed);
        }
        if (changed) {
            reconsider(link);
        }
    }

    /** Closes or opens one lane. */
    public void setLaneClosed(int lane, boolean closed) {
        if (scene.closures.set(lane, closed)) {
            reconsider(network.linkOfLane(lane));
        }
    }

    /** Those who are about to enter this link choose lane and connector anew. */
    private void reconsider(int next) {
        for (int lane = 0; lane < tracks.laneCount; lane++) {
            for (int i = 0; i < tracks.count[lane]; i++) {
                int slot = tracks.order[lane][i];
                if (state.nextLink[slot] == next) {
                    scene.rerouting.reconsider(slot);
                }
            }
        }
    }

    /** Where a vehicle is, or null. */
    public VehiclePosition find(int vehicle) {
        int slot = scene.vehicles.slotOf(vehicle);
        if (slot != NONE) {
            return onRoad(slot);
        }
        if (!scene.vehicles.isUnderWay(vehicle)) {
            return null;
        }
        Bays.Parked p = bays.find(vehicle);
        if (p != null) {
            return inBay(p);
        }
        int link = getWaiting(vehicle).route().firstLink();
        return new VehiclePosition(vehicle, Place.OUTSIDE, link, NONE, NONE, Double.NaN, 0);
    }

    private VehiclePosition onRoad(int slot) {
        int track = state.track[slot];
        boolean lane = tracks.isLane(track);
        return new VehiclePosition(
                state.vehicle[slot],
                Place.ON_ROAD,
                scene.rerouting.presentLink(slot),
                lane ? track : NONE,
                lane ? NONE : track - tracks.laneCount,
                state.position[slot],
                state.speed[slot]);
    }

    /** Those who serve a stop in a bay, or wait to leave it. */
    public List<VehiclePosition> listInBays() {
        List<VehiclePosition> all = new ArrayList<>();
        for (Bays.Parked parked : bays.list()) {
            all.add(inBay(parked));
        }
        return all;
    }

    private VehiclePosition inBay(Bays.Parked p) {
        int link = network.linkOfLane(p.lane);
        return new VehiclePosition(p.vehicle, Place.IN_BAY, link, p.lane, NONE, p.position, 0);
    }

    /** Those who wait outside, link by link. */
    public List<WaitingVehicle> listWaiting() {
        List<WaitingVehicle> all = new ArrayList<>();
        insertion.forEachWaiting(
                d ->
                        all.add(
                                new WaitingVehicle(
                                        d.vehicleIndex(), d.route().firstLink(), d.time())));
        return all;
    }

    /** Those on the road who have not moved for longer than this, s. */
    public List<StandingVehicle> listStanding(double longerThan) {
        List<StandingVehicle> all = new ArrayList<>();
        for (int track = 0; track < tracks.trackCount; track++) {
            for (int i = 0; i < tracks.count[track]; i++) {
                int slot = tracks.order[track][i];
                double seconds = state.standing(slot) * scene.clock.dt();
                if (seconds > longerThan) {
                    int link = scene.rerouting.presentLink(slot);
                    all.add(
                            new StandingVehicle(
                                    state.vehicle[slot], link, seconds, i == 0, reason(slot, i)));
                }
            }
        }
        return all;
    }

    private Reason reason(int slot, int place) {
        byte decision = state.decision[slot];
        if (decision == VehicleState.STOP_SERVICE) {
            return Reason.STOP;
        }
        if (place > 0 || !tracks.isLane(state.track[slot])) {
            return Reason.TRAFFIC;
        }
        return switch (decision) {
            case VehicleState.STOP_SIGNAL -> Reason.SIGNAL;
            case VehicleState.STOP_EXIT -> Reason.EXIT;
            case VehicleState.STOP_YIELD -> Reason.PRIORITY;
            case VehicleState.STOP_WRONG_LANE -> Reason.LANE;
            case VehicleState.STOP_CLOSED -> Reason.CLOSURE;
            default -> Reason.TRAFFIC;
        };
    }
}
