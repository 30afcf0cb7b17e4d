package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import java.util.BitSet;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.RouteGuide;
import org.chalaco.mobsim.traffic.Route;

/**
 * Asks the guide for the way, link by link: when a vehicle enters a link, every {@value
 * #NOW_AND_THEN} s, and in every step in which it may pass the last place to stop. A guided
 * vehicle's route is as long as the guide has told. Costs nothing without a guide. On one thread.
 */
final class Guidance {

    /** Whoever is on the way is asked for again after so long, s. */
    private static final double NOW_AND_THEN = 10;

    /** What a driver who accelerates covers in a step beyond its speed, m; generous. */
    private static final double WITHIN_A_STEP = 5;

    private final Scene scene;
    private final RoadNetwork network;
    private final Tracks tracks;
    private final VehicleState state;
    private final Rerouting rerouting;
    private RouteGuide guide = RouteGuide.NONE;

    private boolean someoneToLetGo;
    private final int stepsBetween;

    /** Whether anybody may be guided. */
    boolean inUse;

    Guidance(Scene scene) {
        this.scene = scene;
        network = scene.network;
        tracks = scene.tracks;
        state = scene.state;
        rerouting = scene.rerouting;
        stepsBetween = scene.clock.stepsIn(NOW_AND_THEN);
    }

    void guide(RouteGuide newGuide) {
        guide = newGuide;
        inUse = newGuide != RouteGuide.NONE;
    }

    boolean guides(int vehicle) {
        return inUse && guide.guides(vehicle);
    }

    private boolean isGuided(int slot) {
        return state.itinerary[slot] != null && state.itinerary[slot].guided;
    }

    /** A vehicle came onto the road on this lane. */
    void entered(int slot, int lane) {
        if (isGuided(slot)) {
            state.route[slot] = rest(slot, network.linkOfLane(lane), scene.clock.time());
            state.leg[slot] = 0;
            scene.laneChoice.plan(slot, lane, state);
        }
    }

    /** A vehicle is about to leave its lane. */
    void crosses(int slot, double now) {
        Itinerary itinerary = state.itinerary[slot];
        scene.stops.leaves(slot, now);
        if (itinerary.tooLate) {
            itinerary.tooLate = false;
            int link = network.linkOfLane(state.track[slot]);
            guide.tooLate(state.vehicle[slot], link, answerBefore(slot), now);
        }
    }

    private int answerBefore(int slot) {
        return state.nextLink[slot] == NONE ? RouteGuide.ARRIVE : state.nextLink[slot];
    }

    /** A vehicle crossed the stop line towards this connector, and is still on its lane. */
    void crossed(int slot, int connector, double now) {
        if (isGuided(slot)) {
            Route rest = rest(slot, network.toLink(connector), now);
            state.route[slot] = rest.after(network.fromLink(connector));
            state.leg[slot] = 0;
            state.linkAfter[slot] = rest.size() > 1 ? rest.link(1) : NONE;
        }
    }

    /** The way from this link on, as far as the guide knows it. */
    private Route rest(int slot, int link, double now) {
        return rest(slot, link, guide.nextLink(state.vehicle[slot], link, now), now);
    }

    private Route rest(int slot, int link, int next, double now) {
        int vehicle = state.vehicle[slot];
        if (next == RouteGuide.ARRIVE || next == RouteGuide.ABORT) {
            state.itinerary[slot].aborted = next == RouteGuide.ABORT;
            someoneToLetGo = true;
            state.arrivalPosition[slot] =
                    next == RouteGuide.ABORT ? 1 : guide.arrivalPosition(vehicle, link);
            return Route.of(link);
        }
        check(vehicle, link, next);
        int after = guide.linkAfter(vehicle, next, now);
        if (after == NONE) {
            return Route.of(link, next);
        }
        check(vehicle, next, after);
        return Route.of(link, next, after);
    }

    private void check(int vehicle, int link, int next) {
        if (next < 0 || next >= network.linkCount() || !network.connects(link, next)) {
            throw new IllegalStateException(
                    "The guide sends vehicle (%d) from link (%s) to link (%s), which it does not lead to.%nMaybe answer ABORT?"
                            .formatted(
                                    vehicle,
                                    network.link(link).id(),
                                    next < 0 || next >= network.linkCount()
                                            ? String.valueOf(next)
                                            : network.link(next).id()));
        }
    }

    /**
     * Asks again for everybody who may decide at a stop line in this step, and now and then for all
     * others.
     */
    void askAgain() {
        for (int lane = 0; lane < tracks.laneCount; lane++) {
            for (int i = 0; i < tracks.count[lane]; i++) {
                int slot = tracks.order[lane][i];
                boolean asks = isGuided(slot) && !state.itinerary[slot].aborted;
                if (asks && (mayDecide(slot, lane, i) || isTurnOf(state.vehicle[slot]))) {
                    askAgain(slot, lane);
                }
            }
        }
    }

    /** Whether it may pass the last place to stop in this step; not behind a standing vehicle. */
    private boolean mayDecide(int slot, int lane, int place) {
        double v = state.speed[slot];
        double toLine = tracks.length[lane] - state.position[slot];
        return (place == 0 || v > Rerouting.SLOW)
                && toLine <= v * v / (2 * Rerouting.LATEST_BRAKING) + v + WITHIN_A_STEP;
    }

    private boolean isTurnOf(int vehicle) {
        return (scene.clock.step() + vehicle) % stepsBetween == 0;
    }

    private void askAgain(int slot, int lane) {
        double now = scene.clock.time();
        int link = network.linkOfLane(lane);
        int next = guide.nextLink(state.vehicle[slot], link, now);
        Itinerary itinerary = state.itinerary[slot];
        if (next == answerBefore(slot)) {
            itinerary.tooLate = false;
            return;
        }
        boolean arrivesTooSoon = state.nextLink[slot] == NONE && !rerouting.canStop(slot);
        itinerary.tooLate = arrivesTooSoon || !rerouting.apply(slot, rest(slot, link, next, now));
    }

    /** Somebody's trip may end where it is by now, or behind. */
    void expectArrivals() {
        someoneToLetGo = true;
    }

    /** Whether somebody may have arrived without having moved. */
    boolean expectsArrivals() {
        return someoneToLetGo;
    }

    /** Lanes with somebody whose trip ends where it is by now, though it may stand. */
    BitSet arrivals() {
        BitSet due = new BitSet();
        for (int lane = 0; lane < tracks.laneCount; lane++) {
            for (int i = 0; i < tracks.count[lane]; i++) {
                int slot = tracks.order[lane][i];
                if (state.position[slot] >= state.destination[slot]) {
                    due.set(lane);
                }
            }
        }
        return due;
    }

    /** After everybody has moved, takes those off the road whom the guide wants off. */
    void letGo(Transfers transfers) {
        if (!someoneToLetGo) {
            return;
        }
        someoneToLetGo = false;
        for (int track = 0; track < tracks.trackCount; track++) {
            for (int i = 0; i < tracks.count[track]; i++) {
                int slot = tracks.order[track][i];
                if (state.itinerary[slot] != null && state.itinerary[slot].aborted) {
                    transfers.remove(slot, scene.clock.endOfStep());
                    i--;
                }
            }
        }
    }
}
