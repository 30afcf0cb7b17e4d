package org.chalaco.mobsim.engine;

import static org.chalaco.mobsim.network.RoadNetwork.NONE;

import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Those who have not crossed the stop line before a lane yet, but are the next to come: whoever
 * turns up at the start of the lane, from the kerb or from the lane beside, must think of them.
 */
final class Upstream {

    private final Scene scene;
    private final RoadNetwork network;
    private final Tracks tracks;
    private final VehicleState state;

    Upstream(Scene scene) {
        this.scene = scene;
        network = scene.network;
        tracks = scene.tracks;
        state = scene.state;
    }

    /**
     * Whether they can follow a vehicle that would be the last of the lane.
     *
     * @param rear its rear bumper, m from the start of the lane
     * @param speed its speed, m/s
     * @param braking that they may be asked for, m/s²
     */
    boolean canFollow(int lane, double rear, double speed, double braking) {
        for (int connector : tracks.connectorsInto(lane)) {
            int from = network.fromLane(connector);
            int first = tracks.first(from);
            if (first == NONE || state.connector[first] != connector || state.speed[first] == 0) {
                continue;
            }
            double gap =
                    rear
                            + tracks.length[tracks.ofConnector(connector)]
                            + tracks.length[from]
                            - state.position[first];
            int profile = state.profile[first];
            double v = state.speed[first];
            double v0 = scene.desiredSpeed(profile, from);
            if (scene.follow(profile, v, v0, gap, v - speed) < -braking) {
                return false;
            }
        }
        return true;
    }
}
