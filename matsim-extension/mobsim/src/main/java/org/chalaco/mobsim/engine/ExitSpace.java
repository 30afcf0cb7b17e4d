package org.chalaco.mobsim.engine;

import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Whether a vehicle that enters a box finds room behind it.
 *
 * <p>The room ends at the last standing or creeping vehicle of the exit lane, or at its stop line.
 * It must hold, packed as in a queue, the moving vehicles behind that point, those inside the box
 * bound for this lane, and the newcomer. Only the first {@value #WITHIN} m of the lane are looked
 * at.
 */
final class ExitSpace {

    /** Slower than this counts as standing, m/s. */
    private static final double CREEPING = 2.0;

    private static final double WITHIN = 80;

    /** Slower than this is slow, m/s; that much of a lane is its start, m. */
    private static final double SLOW = 8.0;

    private static final double NEAR = 40;

    /** Everybody faster than this: the lane flows, m/s. */
    private static final double FLOWING = 3.0;

    private final Scene scene;
    private final Tracks tracks;
    private final VehicleState state;

    ExitSpace(Scene scene) {
        this.scene = scene;
        tracks = scene.tracks;
        state = scene.state;
    }

    /** Whether the lane has room for this vehicle, counting everybody who is on the way there. */
    boolean holds(int lane, int slot) {
        if (tracks.count[lane] == 0 && tracks.inbound[lane] == 0) {
            return true; // even if the lane is shorter than the vehicle: it could never go
            // otherwise
        }
        double room = Math.min(WITHIN, tracks.length[lane]);
        double packed = tracks.inbound[lane] + scene.jamSpace(slot);
        int[] order = tracks.order[lane];
        for (int i = tracks.count[lane] - 1; i >= 0; i--) {
            int other = order[i];
            if (state.position[other] > WITHIN) {
                break;
            }
            if (state.speed[other] < CREEPING) {
                room = scene.rear(other);
                break;
            }
            packed += scene.jamSpace(other);
        }
        return packed <= room;
    }

    /**
     * Whether everybody on a lane moves on and the first of them may leave it. Who only joins such
     * a stream, as in a roundabout, needs no room of its own: it moves with the others.
     */
    boolean flows(int lane) {
        int[] order = tracks.order[lane];
        int n = tracks.count[lane];
        for (int i = 0; i < n; i++) {
            if (state.speed[order[i]] < FLOWING) {
                return false;
            }
        }
        return n == 0 || state.decision[order[0]] == VehicleState.GO;
    }

    /** Whether the last vehicle of a lane is near its start and slow. */
    boolean isCrowded(int lane) {
        int last = tracks.last(lane);
        return last != RoadNetwork.NONE && state.position[last] < NEAR && state.speed[last] < SLOW;
    }

    /** The vehicle begins to cross: its room is spoken for. */
    void reserve(int connector, int slot) {
        tracks.inbound[scene.network.toLane(connector)] += scene.jamSpace(slot);
    }

    /** The vehicle has reached the lane, or left the road. */
    void free(int connector, int slot) {
        int lane = scene.network.toLane(connector);
        tracks.inbound[lane] -= scene.jamSpace(slot);
        if (tracks.inbound[lane] < 1e-6) {
            tracks.inbound[lane] = 0;
        }
    }
}
