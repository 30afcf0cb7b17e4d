package org.chalaco.mobsim.engine;

import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.StopService;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.RouteStop;

/**
 * Stops on the way: where on its lane a vehicle has to stop, and what happens there.
 *
 * <p>A driver with a stop on the present link moves to the lane at the kerb, brakes for the stop as
 * for a standing obstacle and, having come to a stand there, serves it: in the lane, or out of it
 * (see {@link Bays}). Who finds no gap to the kerb stands beside the stop and, after the patience
 * for wrong lanes, serves it from there.
 *
 * <p>{@link #serve} runs on one thread after everybody has moved. Costs nothing while no vehicle
 * has stops.
 */
final class RouteStops {

    /** Answers of the service below this mean: depart, s. */
    static final double SHORTEST_DWELL = 1e-6;

    /** Nobody stops nearer to a stop line, or to the end of the trip, m. */
    private static final double LINE_MARGIN = 0.5;

    /** Slower than this, a vehicle that has reached its stop comes to a stand, m/s. */
    private static final double ALMOST_STANDING = 0.3;

    /** Asks how long to stand. */
    @FunctionalInterface
    interface Asking {
        double ask(int vehicle, RouteStop stop, double arrivedAt, double now);
    }

    private final Scene scene;
    private final RoadNetwork network;
    private final Tracks tracks;
    private final VehicleState state;
    private StopService service = StopService.FIXED_DWELL;

    /** Whether any vehicle has, or had, a stop. */
    boolean inUse;

    RouteStops(Scene scene) {
        this.scene = scene;
        network = scene.network;
        tracks = scene.tracks;
        state = scene.state;
    }

    void service(StopService newService) {
        service = newService;
    }

    /** Stops and guidance of a vehicle that enters, or null if it just drives its route. */
    Itinerary itinerary(Departure departure) {
        boolean guided = scene.guidance.guides(departure.vehicleIndex());
        inUse |= !departure.stops().isEmpty();
        return guided || !departure.stops().isEmpty()
                ? new Itinerary(guided, departure.stops())
                : null;
    }

    /** Sets where a vehicle on this lane has to stop, and which lane that needs. */
    void plan(int slot, int lane) {
        RouteStop stop = state.itinerary[slot].next();
        int link = network.linkOfLane(lane);
        if (stop == null || stop.linkIndex() != link) {
            state.itinerary[slot].stopAt = Double.POSITIVE_INFINITY;
            return;
        }
        double v = state.speed[slot];
        double b = scene.profiles.comfortableDeceleration[state.profile[slot]];
        double earliest = state.position[slot] + v * v / (2 * b);
        double end = Math.min(tracks.length[lane], state.destination[slot]);
        double place = Math.max(earliest, stop.position() * tracks.length[lane]);
        state.itinerary[slot].stopAt = Math.min(end - LINE_MARGIN, place);
        state.shift[slot] = (byte) (network.firstLane(link) - lane);
    }

    /** Whether the driver stands at a stop in the lane. */
    boolean isServing(int slot) {
        return state.itinerary[slot].isServing();
    }

    /** Where on a lane that is not reached yet a vehicle will have to stop, m, or infinite. */
    double stopOn(int slot, int lane) {
        Itinerary itinerary = state.itinerary[slot];
        RouteStop stop = itinerary == null ? null : itinerary.next();
        return stop == null || stop.linkIndex() != network.linkOfLane(lane)
                ? Double.POSITIVE_INFINITY
                : Math.min(
                        tracks.length[lane] - LINE_MARGIN, stop.position() * tracks.length[lane]);
    }

    /** Whether a departure has its first stop on the link where it begins. */
    static boolean isOnLink(Departure departure, int link) {
        return !departure.stops().isEmpty() && departure.stops().get(0).linkIndex() == link;
    }

    /**
     * The fastest speed to enter a lane at x with, from which the first stop can be reached, m/s.
     */
    static double safeSpeed(Scene scene, Departure departure, int profile, int lane, double x) {
        if (!isOnLink(departure, scene.network.linkOfLane(lane))) {
            return Double.POSITIVE_INFINITY;
        }
        return scene.stops.safeSpeed(profile, lane, x, departure.stops().get(0));
    }

    /** The same for a stop on this lane. */
    double safeSpeed(int profile, int lane, double x, RouteStop stop) {
        double room = Math.max(0, stop.position() * tracks.length[lane] - LINE_MARGIN - x);
        return Math.sqrt(2 * scene.profiles.comfortableDeceleration[profile] * room);
    }

    /**
     * Serves everybody who stands at a stop in the lane, and lets those out of it who go to a bay.
     */
    void serve(Bays bays) {
        double now = scene.clock.endOfStep();
        for (int lane = 0; lane < tracks.laneCount; lane++) {
            for (int i = 0; i < tracks.count[lane]; i++) {
                int slot = tracks.order[lane][i];
                boolean stops = state.stopAt(slot) != Double.POSITIVE_INFINITY;
                if (stops && serve(slot, now, bays)) {
                    i--; // the next one moved up
                }
            }
        }
    }

    /** Serves one; true if it left the lane. */
    private boolean serve(int slot, double now, Bays bays) {
        Itinerary itinerary = state.itinerary[slot];
        if (!itinerary.isServing()) {
            if (!hasReached(slot)) {
                return false;
            }
            itinerary.arrive(now);
        }
        if (!itinerary.isDue(now)) {
            return false;
        }
        RouteStop stop = itinerary.next();
        if (itinerary.askToDepart(this::ask, state.vehicle[slot], now)) {
            state.standsSince[slot] = state.moves; // it has not waited for anybody
            plan(slot);
            return false;
        }
        boolean toBay = stop.place() == RouteStop.Place.BAY && state.shift[slot] == 0;
        if (toBay) {
            bays.enter(slot);
        }
        return toBay;
    }

    private boolean hasReached(int slot) {
        boolean stands =
                state.speed[slot] < ALMOST_STANDING
                        && state.stopAt(slot) - state.position[slot] <= RouteStop.REACHED;
        double patience = scene.parameters.laneChanging().wrongLanePatience();
        return stands
                && (state.shift[slot] == 0 || state.standing(slot) * scene.clock.dt() > patience);
    }

    /** What the service says, checked. */
    double ask(int vehicle, RouteStop stop, double arrivedAt, double now) {
        double seconds = service.serve(vehicle, stop, arrivedAt, now);
        if (!(seconds >= 0) || seconds == Double.POSITIVE_INFINITY) {
            throw new IllegalStateException(
                    "The stop service lets vehicle (%d) stand at stop (%d) for (%s s).%nMaybe answer 0 to let it depart?"
                            .formatted(vehicle, stop.stopIndex(), seconds));
        }
        return seconds;
    }

    /** Chooses way and lane anew after the stops of a vehicle have changed. */
    void plan(int slot) {
        inUse = true;
        int lane = state.track[slot];
        if (tracks.isLane(lane)) {
            scene.rerouting.giveWayAgain(slot);
            scene.laneChoice.plan(slot, lane, state);
            state.undecide(slot);
            scene.guidance.expectArrivals();
        }
    }

    /** A vehicle leaves a lane: a stop there that it could not brake for any more is missed. */
    void leaves(int slot, double now) {
        Itinerary itinerary = state.itinerary[slot];
        if (state.stopAt(slot) != Double.POSITIVE_INFINITY) {
            RouteStop stop = itinerary.next();
            itinerary.depart();
            state.itinerary[slot].stopAt = Double.POSITIVE_INFINITY;
            service.missed(state.vehicle[slot], stop, now);
        }
    }
}
