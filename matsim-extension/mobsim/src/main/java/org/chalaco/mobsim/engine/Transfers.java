package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.DepartureSource;

/**
 * Carries vehicles over stop lines, through junctions and off the road at their destination.
 *
 * <p>Tracks are served in order of their index, on one thread. A vehicle never enters a track whose
 * last vehicle is in the way: it stays at the end of its own.
 */
final class Transfers {

    /** Room kept to the vehicle in the way, m. */
    private static final double LEAST_GAP = 0.05;

    private final Scene scene;
    private final RoadNetwork network;
    private final Tracks tracks;
    private final VehicleState state;
    private final LaneChoice lanes;
    private final ExitSpace exits;
    private final JunctionEntry entry;
    private final PassingOrder passing;
    private final InsertionQueue insertion;
    private EventSink sink = EventSink.NONE;
    private DepartureSource source = DepartureSource.NONE;

    Transfers(Scene scene, InsertionQueue insertion) {
        this.scene = scene;
        this.insertion = insertion;
        network = scene.network;
        tracks = scene.tracks;
        state = scene.state;
        lanes = scene.laneChoice;
        exits = new ExitSpace(scene);
        entry = new JunctionEntry(scene);
        passing = scene.passingOrder;
    }

    void events(EventSink newSink) {
        sink = newSink;
    }

    void departures(DepartureSource newSource) {
        source = newSource;
    }

    /** Serves one track. */
    void serve(int track) {
        arrive(track);
        while (tracks.count[track] > 0) {
            int first = tracks.first(track);
            if (state.position[first] <= tracks.length[track] || !goOn(first)) {
                return;
            }
        }
    }

    private void arrive(int track) {
        if (!tracks.isLane(track)) {
            return;
        }
        for (int i = 0; i < tracks.count[track]; i++) {
            int slot = tracks.order[track][i];
            if (hasArrived(slot)) {
                leave(slot);
                i--;
            }
        }
    }

    /**
     * Moves a vehicle to where its position belongs, over as many tracks as needed; false if it is
     * held.
     */
    private boolean goOn(int slot) {
        int track = state.track[slot];
        while (state.position[slot] > tracks.length[track]) {
            int next =
                    tracks.isLane(track)
                            ? tracks.ofConnector(state.connector[slot])
                            : network.toLane(track - tracks.laneCount);
            if (tracks.isLane(track) && !mayLeave(slot) || !makeRoom(slot, track, next)) {
                hold(slot, track);
                return false;
            }
            step(slot, track, next);
            track = next;
        }
        if (tracks.isLane(track) && hasArrived(slot)) {
            leave(slot);
        }
        return true;
    }

    /** Whether the trip ends here, and no stop is left to serve on this lane. */
    private boolean hasArrived(int slot) {
        return state.position[slot] >= state.destination[slot]
                && state.stopAt(slot) == Double.POSITIVE_INFINITY;
    }

    /**
     * Not from a lane that leads elsewhere, nor if another took the room in this very step or
     * passes first.
     */
    private boolean mayLeave(int slot) {
        return state.connector[slot] != NONE && !entry.lostItsRoom(slot) && passing.mayCross(slot);
    }

    /**
     * Checks that the next track's last vehicle is not in the way; shortens the way if it nearly
     * is.
     */
    private boolean makeRoom(int slot, int track, int next) {
        int last = tracks.last(next);
        if (last == NONE) {
            return true;
        }
        double beyond = state.position[slot] - tracks.length[track];
        double room = scene.rear(last) - LEAST_GAP;
        if (beyond <= room) {
            return true;
        }
        if (room <= 0) {
            return false;
        }
        setBack(slot, tracks.length[track] + room);
        state.speed[slot] = Math.min(state.speed[slot], state.speed[last]);
        return true;
    }

    private void setBack(int slot, double position) {
        state.odometer[slot] -= state.position[slot] - position;
        state.position[slot] = position;
    }

    private void hold(int slot, int track) {
        setBack(slot, tracks.length[track]);
        state.speed[slot] = 0;
    }

    private void step(int slot, int track, int next) {
        double beyond = state.position[slot] - tracks.length[track];
        double length = scene.profiles.length[state.profile[slot]];
        if (tracks.isLane(track)) {
            crossStopLine(slot, track);
        } else {
            exits.free(track - tracks.laneCount, slot);
            passing.giveBack(slot);
            state.leg[slot]++;
        }
        tracks.remove(track, slot);
        tracks.leaveTail(track, slot, beyond, state, length);
        state.position[slot] = beyond;
        tracks.insert(next, slot, state);
        if (tracks.isLane(next)) {
            lanes.plan(slot, next, state);
        }
    }

    private void crossStopLine(int slot, int lane) {
        double now = scene.clock.endOfStep();
        int connector = state.connector[slot];
        if (entry.runsRed(slot)) {
            scene.counters.redLightsRun++;
        }
        passing.enter(connector, slot);
        exits.reserve(connector, slot);
        if (scene.loops.inUse) {
            scene.loops.crossed(lane);
        }
        if (network.fromLane(connector) != lane) {
            tracks.claim[network.fromLane(connector)] = NONE;
        }
        int link = network.linkOfLane(lane);
        if (state.itinerary[slot] != null) {
            scene.guidance.crosses(slot, now);
        }
        sink.accept(
                new TrafficEvent.LinkLeave(
                        now, state.vehicle[slot], link, connector, state.stops[slot]));
        sink.accept(
                new TrafficEvent.LinkEnter(now, state.vehicle[slot], network.toLink(connector)));
        state.stops[slot] = 0;
        state.decision[slot] = VehicleState.GO;
        state.nextDecision[slot] = VehicleState.GO;
        state.amberChoice[slot] = VehicleState.AMBER_UNDECIDED;
        state.letsIn[slot] = NONE;
        state.wish[slot] = 0;
        state.asks[slot] = NONE;
        if (state.itinerary[slot] != null) {
            scene.guidance.crossed(slot, connector, now);
        }
    }

    private void leave(int slot) {
        double now = scene.clock.endOfStep();
        int lane = state.track[slot];
        int vehicle = state.vehicle[slot];
        double where = state.arrivalPosition[slot];
        int stops = state.stops[slot];
        if (state.itinerary[slot] != null) {
            scene.guidance.crosses(slot, now);
        }
        scene.counters.arrived++;
        tracks.remove(lane, slot);
        state.release(slot);
        scene.vehicles.ends(vehicle);
        // told when it is gone, so that whoever hears it may send the same vehicle out again
        sink.accept(
                new TrafficEvent.VehicleLeavesTraffic(
                        now, vehicle, network.linkOfLane(lane), where, stops));
        source.onArrival(vehicle, now, insertion::add);
    }

    /**
     * Takes hopeless cases off the road: first of their track, standing for too long without a red.
     */
    void relieve(int track) {
        if (tracks.count[track] == 0) {
            return;
        }
        int slot = tracks.order[track][0];
        boolean hopeless =
                state.standing(slot) * scene.clock.dt()
                        > scene.parameters.junctions().reliefAfter();
        if (hopeless
                && state.decision[slot] != VehicleState.STOP_SIGNAL
                && state.decision[slot] != VehicleState.STOP_SERVICE) {
            remove(slot, scene.clock.endOfStep());
        }
    }

    /** Takes a vehicle out of its bay. */
    void remove(Bays bays, Bays.Parked parked, double now) {
        scene.counters.removed++;
        bays.remove(parked);
        scene.vehicles.ends(parked.vehicle);
        int link = network.linkOfLane(parked.lane);
        sink.accept(new TrafficEvent.VehicleStuck(now, parked.vehicle, link));
    }

    /** Takes a vehicle off the road, wherever it is. */
    void remove(int slot, double now) {
        scene.counters.removed++;
        int track = state.track[slot];
        int link =
                tracks.isLane(track)
                        ? network.linkOfLane(track)
                        : network.toLink(track - tracks.laneCount);
        int vehicle = state.vehicle[slot];
        if (!tracks.isLane(track)) {
            exits.free(track - tracks.laneCount, slot);
        }
        passing.giveBack(slot);
        scene.rerouting.forgetClaim(slot);
        tracks.remove(track, slot);
        state.release(slot);
        scene.vehicles.ends(vehicle);
        sink.accept(new TrafficEvent.VehicleStuck(now, vehicle, link));
    }

    /** Tells of everyone who is still on the road, or in a bay, when the run ends. */
    void reportUnfinished(Bays bays) {
        for (Bays.Parked parked : bays.list()) {
            int link = network.linkOfLane(parked.lane);
            sink.accept(new TrafficEvent.VehicleStuck(scene.clock.time(), parked.vehicle, link));
        }
        for (int track = 0; track < tracks.trackCount; track++) {
            for (int i = 0; i < tracks.count[track]; i++) {
                int slot = tracks.order[track][i];
                int link =
                        tracks.isLane(track)
                                ? network.linkOfLane(track)
                                : network.toLink(track - tracks.laneCount);
                sink.accept(
                        new TrafficEvent.VehicleStuck(
                                scene.clock.time(), state.vehicle[slot], link));
            }
        }
    }
}
