package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import org.chalaco.mobsim.model.CarFollowingModel;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Route;

/**
 * Who follows whom beyond the end of a lane.
 *
 * <p>Within a track the leader is simply the vehicle before. The first vehicle of a track looks
 * along its own way: the vehicles on the connector it will take, tails of vehicles that turned
 * elsewhere, those that merge in front of it, the lane beyond, and so on as far as it could need to
 * brake; a red signal on that way stands for a standing vehicle. One instance serves one thread:
 * the answers are its fields.
 */
final class LeaderIndex extends OfOneThread {

    /** Seconds of driving that a driver looks ahead beyond the own stop line. */
    private static final double LOOK_AHEAD = 6.0;

    /** A driver looks at least this far, m. */
    private static final double SHORTEST_LOOK = 40;

    private final Scene scene;
    private final RoadNetwork network;
    private final Tracks tracks;
    private final VehicleState state;

    /** Gap to the leader found, m, or {@link CarFollowingModel#NO_LEADER}. */
    double gap;

    /** Speed of the leader found, m/s. */
    double leaderSpeed;

    LeaderIndex(Scene scene) {
        this.scene = scene;
        network = scene.network;
        tracks = scene.tracks;
        state = scene.state;
    }

    /** Finds the leader of the first vehicle of a lane. */
    void lookBeyondLane(int slot, int lane) {
        gap = CarFollowingModel.NO_LEADER;
        leaderSpeed = 0;
        double toEnd = tracks.length[lane] - state.position[slot];
        considerTail(lane, toEnd);
        if (state.connector[slot] != NONE && toEnd < sight(slot)) {
            walk(slot, state.connector[slot], toEnd, state.leg[slot]);
        }
    }

    /** Finds the leader of a vehicle on a connector, the {@code place}-th there. */
    void lookFromConnector(int slot, int connector, int place) {
        gap = CarFollowingModel.NO_LEADER;
        leaderSpeed = 0;
        int track = tracks.ofConnector(connector);
        double toEnd = tracks.length[track] - state.position[slot];
        if (place > 0) {
            int leader = tracks.order[track][place - 1];
            consider(scene.rear(leader) - state.position[slot], state.speed[leader]);
        } else {
            considerTail(track, toEnd);
            walkLane(slot, network.toLane(connector), toEnd, state.leg[slot] + 1);
        }
        considerMerging(connector, toEnd, slot);
    }

    private void consider(double candidateGap, double speed) {
        if (candidateGap < gap) {
            gap = candidateGap;
            leaderSpeed = speed;
        }
    }

    /** The tail of a vehicle that left this track and may have gone elsewhere. */
    private void considerTail(int track, double toEnd) {
        int tail = tracks.tail(track, state);
        if (tail != NONE) {
            consider(toEnd - tracks.tailReach(track, tail, state), state.speed[tail]);
        }
    }

    /**
     * Looks along the connector that begins {@code offset} m ahead, {@code leg} being the link it
     * leaves.
     */
    private void walk(int slot, int connector, double offset, int leg) {
        int track = tracks.ofConnector(connector);
        double toEnd = offset + tracks.length[track];
        considerMerging(connector, toEnd, slot);
        int last = tracks.last(track);
        if (last != NONE) {
            consider(offset + scene.rear(last), state.speed[last]);
            return;
        }
        considerTail(track, toEnd);
        walkLane(slot, network.toLane(connector), toEnd, leg + 1);
    }

    /** Looks along the lane that begins {@code offset} m ahead. */
    private void walkLane(int slot, int lane, double offset, int leg) {
        if (scene.stops.inUse) {
            considerStop(slot, lane, offset);
        }
        int last = tracks.last(lane);
        if (last != NONE) {
            consider(offset + scene.rear(last), state.speed[last]);
            return;
        }
        double toEnd = offset + tracks.length[lane];
        if (toEnd > sight(slot)) {
            return;
        }
        int next = linkAfter(slot, leg);
        if (next == NONE) {
            return;
        }
        considerTail(lane, toEnd);
        // the first that leads on; the real choice is made when the lane is reached
        int connector = network.findConnector(lane, next);
        if (connector == NONE) {
            return;
        }
        boolean closed = scene.closures.any && scene.closures.isClosed(next);
        if (closed || !scene.signals.lets(connector)) {
            consider(toEnd, 0);
            return;
        }
        walk(slot, connector, toEnd, leg);
    }

    /** A stop of the own on a lane that is not reached yet. */
    private void considerStop(int slot, int lane, double offset) {
        double stop = scene.stops.stopOn(slot, lane);
        if (stop != Double.POSITIVE_INFINITY) {
            consider(offset + stop + scene.profiles.standstillGap[state.profile[slot]], 0);
        }
    }

    /** The link after the one at this place of the route, which is not the present one. */
    private int linkAfter(int slot, int leg) {
        if (leg == state.leg[slot] + 1) {
            return state.linkAfter[slot];
        }
        Route route = state.route[slot];
        return leg < route.size() - 1 ? route.link(leg + 1) : NONE;
    }

    private double sight(int slot) {
        return Math.max(SHORTEST_LOOK, LOOK_AHEAD * state.speed[slot]);
    }

    /** Vehicles on other connectors into the same lane that are nearer to it are ahead. */
    private void considerMerging(int connector, double toEnd, int slot) {
        if (!tracks.boxes.mergingInside(connector)) {
            return;
        }
        for (int k = network.firstConflict(connector); k < network.endConflict(connector); k++) {
            if ((network.conflictFlags(k) & RoadNetwork.MERGE) == 0
                    || !tracks.boxes.isInside(network.conflictOther(k))) {
                continue;
            }
            int other = tracks.ofConnector(network.conflictOther(k));
            for (int i = 0; i < tracks.count[other]; i++) {
                int rival = tracks.order[other][i];
                if (scene.waitingPoints.givesWay(k, state.position[rival])) {
                    continue;
                }
                double rivalToEnd = tracks.length[other] - state.position[rival];
                boolean ahead =
                        rivalToEnd < toEnd
                                || rivalToEnd == toEnd
                                        && state.vehicle[rival] < state.vehicle[slot];
                if (ahead && !scene.passingOrder.isPassedBy(slot, rival, rivalToEnd)) {
                    consider(
                            toEnd - rivalToEnd - scene.profiles.length[state.profile[rival]],
                            state.speed[rival]);
                }
            }
        }
    }
}
