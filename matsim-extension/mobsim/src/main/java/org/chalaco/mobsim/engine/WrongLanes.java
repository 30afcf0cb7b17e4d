package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.LaneChanging;

/**
 * Those at the stop line of a lane that does not lead where they want to go: who has lost patience
 * turns from there.
 */
final class WrongLanes {

    /** At the stop line: this near, m beyond the standstill gap. */
    private static final double AT_STOP_LINE = 2.0;

    private final Scene scene;
    private final RoadNetwork network;
    private final Tracks tracks;
    private final VehicleState state;
    private final LaneChoice lanes;
    private final LaneChanging rules;

    WrongLanes(Scene scene) {
        this.scene = scene;
        network = scene.network;
        tracks = scene.tracks;
        state = scene.state;
        lanes = scene.laneChoice;
        rules = scene.parameters.laneChanging();
    }

    /**
     * The first of a lane that does not lead on, after long waiting, takes the connector of a lane
     * beside.
     */
    void turnFrom(int lane) {
        if (!tracks.hasStrays[lane]) {
            return;
        }
        tracks.hasStrays[lane] = anyStray(lane);
        int slot = tracks.first(lane);
        if (slot == NONE || !isStray(slot)) {
            return;
        }
        if (state.stopAt(slot) != Double.POSITIVE_INFINITY) {
            return; // stands at a stop, or is about to
        }
        double toLine = tracks.length[lane] - state.position[slot];
        double near = scene.profiles.standstillGap[state.profile[slot]] + AT_STOP_LINE;
        if (toLine < near && state.standing(slot) * scene.clock.dt() > rules.wrongLanePatience()) {
            int next = state.nextLink[slot];
            state.connector[slot] = lanes.connectorBeside(lane, next);
            tracks.claim[network.fromLane(state.connector[slot])] = slot;
            state.shift[slot] = 0; // no longer looks for a gap
            scene.counters.wrongLaneTurns++;
        }
    }

    private boolean anyStray(int lane) {
        for (int i = 0; i < tracks.count[lane]; i++) {
            if (isStray(tracks.order[lane][i])) {
                return true;
            }
        }
        return false;
    }

    /** Whether this lane does not lead where the driver wants to go. */
    private boolean isStray(int slot) {
        return state.connector[slot] == NONE && state.destination[slot] == Double.POSITIVE_INFINITY;
    }
}
