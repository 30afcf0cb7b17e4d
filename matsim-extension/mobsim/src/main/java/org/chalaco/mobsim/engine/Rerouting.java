package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Route;

/**
 * Gives vehicles on the road another way.
 *
 * <p>The link right after the present one can change as long as the driver can stop before the stop
 * line without braking harder than {@value #LATEST_BRAKING} m/s²; then the decision at the line is
 * taken anew. Everything beyond can always change.
 */
final class Rerouting {

    /** As for every decision at a stop line, see {@link JunctionEntry}, m/s². */
    static final double LATEST_BRAKING = 3.5;

    /** Who is so slow can always stop, m/s. */
    static final double SLOW = 1.0;

    private final Scene scene;
    private final RoadNetwork network;
    private final Tracks tracks;
    private final VehicleState state;

    Rerouting(Scene scene) {
        this.scene = scene;
        network = scene.network;
        tracks = scene.tracks;
        state = scene.state;
    }

    /** Link a vehicle is on, or entering. */
    int presentLink(int slot) {
        int track = state.track[slot];
        return tracks.isLane(track)
                ? network.linkOfLane(track)
                : network.toLink(track - tracks.laneCount);
    }

    /** Link that follows the present one, or NONE if the trip ends on that. */
    int nextLink(int slot) {
        return tracks.isLane(state.track[slot]) ? state.nextLink[slot] : state.linkAfter[slot];
    }

    /** Whether the driver can still stop before the line. */
    boolean canStop(int slot) {
        double toLine = tracks.length[state.track[slot]] - state.position[slot];
        double v = state.speed[slot];
        if (state.entryNumber[slot] != 0) {
            return v == 0; // has drawn a number to pass the box
        }
        return v <= SLOW || v * v <= 2 * LATEST_BRAKING * toLine;
    }

    /**
     * Drives these links, the first of them being the present one; false if it is too late for
     * that.
     */
    boolean apply(int slot, Route rest) {
        int next = rest.size() > 1 ? rest.link(1) : NONE;
        if (!tracks.isLane(state.track[slot])) {
            int left = network.fromLink(state.track[slot] - tracks.laneCount);
            state.route[slot] = rest.after(left);
            state.leg[slot] = 0;
            state.linkAfter[slot] = next;
            return true;
        }
        boolean same = next == state.nextLink[slot];
        if (!same && next != NONE && !canStop(slot)) {
            return false;
        }
        state.route[slot] = rest;
        state.leg[slot] = 0;
        if (!same) {
            plan(slot);
        } else {
            state.linkAfter[slot] = rest.size() > 2 ? rest.link(2) : NONE;
        }
        return true;
    }

    /** Chooses lane and connector anew, as far as the driver can still stop before the line. */
    void reconsider(int slot) {
        if (canStop(slot)) {
            plan(slot);
        }
    }

    private void plan(int slot) {
        giveWayAgain(slot);
        scene.laneChoice.plan(slot, state.track[slot], state);
        state.undecide(slot);
    }

    /** Gives back what the driver has for the way over the stop line: claim and number. */
    void giveWayAgain(int slot) {
        if (tracks.isLane(state.track[slot])) {
            scene.passingOrder.giveBack(slot);
        }
        forgetClaim(slot);
    }

    /** Who had waited to turn through a lane beside does so no more. */
    void forgetClaim(int slot) {
        int connector = state.connector[slot];
        if (connector != NONE && tracks.claim[network.fromLane(connector)] == slot) {
            tracks.claim[network.fromLane(connector)] = NONE;
        }
    }
}
