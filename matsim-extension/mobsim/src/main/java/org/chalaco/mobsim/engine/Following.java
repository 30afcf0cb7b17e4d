package org.chalaco.mobsim.engine;

import org.chalaco.mobsim.model.CarFollowingModel;
import org.chalaco.mobsim.model.FollowingParameters;

/**
 * How hard drivers accelerate behind a leader, and before a place to stop at as well; never into
 * the place where the leader's rear bumper is now.
 *
 * <p>The formula is evaluated once for each driver, not once for each thing ahead: it falls with
 * the pressure (the desired gap by the gap), so what presses most decides. One instance serves one
 * thread.
 */
final class Following {

    /** Leaders farther away are no danger within a step, m. */
    private static final double NEAR = 20;

    private final Scene scene;
    private final VehicleState state;
    private final boolean zones;
    private final CarFollowingModel model;
    private final FollowingParameters[] drivers;
    private final double[] strongest;
    private final double dt;

    Following(Scene scene) {
        this.scene = scene;
        state = scene.state;
        zones = scene.parameters.approachZones().enabled();
        model = scene.carFollowing;
        drivers = scene.profiles.following;
        strongest = scene.profiles.maxAcceleration;
        dt = scene.clock.dt();
    }

    /**
     * Acceleration, m/s².
     *
     * @param gap to the leader, m, or infinite
     * @param leaderSpeed m/s
     * @param toStop way to a place to stop at, m, or infinite
     * @param weakest braking for that place is never harder than this, m/s², negative
     */
    double accelerate(
            int slot, double v, double gap, double leaderSpeed, double toStop, double weakest) {
        int profile = state.profile[slot];
        FollowingParameters driver = drivers[profile];
        double v0 =
                zones ? scene.desiredSpeed(slot) : scene.desiredSpeed(profile, state.track[slot]);
        double behind = driver.pressure(v, gap, v - leaderSpeed);
        boolean stops = toStop != Double.POSITIVE_INFINITY;
        double before = stops ? driver.pressure(v, toStop, v) : 0;
        double a = model.acceleration(v, v0, Math.max(behind, before), driver);
        if (stops) {
            double stopping =
                    isTight(profile, v, toStop) ? hardest(v, toStop) : Double.POSITIVE_INFINITY;
            boolean alike = CarFollowingModel.alike(behind, before);
            double following = a;
            if (alike || before > behind) {
                stopping =
                        Math.min(stopping, alike ? model.acceleration(v, v0, before, driver) : a);
                following = Double.POSITIVE_INFINITY;
            }
            if (alike || before > behind && stopping < weakest) {
                following = model.acceleration(v, v0, behind, driver);
            }
            a = Math.min(following, Math.max(stopping, weakest));
        }
        return isTight(profile, v, gap) ? Math.min(a, hardest(v, gap)) : a;
    }

    /** Whether the leader is so near that even the strongest acceleration might end behind it. */
    private boolean isTight(int profile, double v, double gap) {
        return gap < NEAR && 2 * (room(gap) - v * dt) < 1.01 * strongest[profile] * dt * dt;
    }

    private static double room(double gap) {
        return Math.max(0, gap - CarFollowingModel.SMALLEST_GAP / 2);
    }

    private double hardest(double v, double gap) {
        return hardestWithin(v, room(gap));
    }

    /**
     * The acceleration that uses up this room within one step and leaves the vehicle able to stop
     * there, m/s².
     */
    double hardestWithin(double v, double room) {
        double endsAt = 2 * (room - v * dt) / (dt * dt);
        if (v + endsAt * dt >= 0) {
            return endsAt;
        }
        return room > 0 ? -v * v / (2 * room) : -v / dt;
    }
}
