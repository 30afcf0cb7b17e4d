package org.chalaco.mobsim.engine;

import org.chalaco.mobsim.model.CarFollowingModel;
import org.chalaco.mobsim.model.FollowingParameters;

/**
 * How hard drivers accelerate behind a leader, and before a line as well; never into the place
 * where the leader's rear bumper is now.
 *
 * <p>A formula is evaluated once for each driver, not once for each thing ahead: it falls with the
 * pressure (the desired gap by the gap), so what presses most decides. One instance serves one
 * thread.
 */
final class Following {

    /** Leaders farther away are no danger within a step, m. */
    private static final double NEAR = 20;

    private final CarFollowingModel model;
    private final FollowingParameters[] drivers;
    private final double[] strongest;
    private final double dt;

    Following(Scene scene) {
        model = scene.carFollowing;
        drivers = scene.profiles.following;
        strongest = scene.profiles.maxAcceleration;
        dt = scene.clock.dt();
    }

    /** Acceleration behind a leader, m/s²; {@code gap} may be infinite: nobody ahead. */
    double behind(int profile, double v, double v0, double gap, double leaderSpeed) {
        FollowingParameters driver = drivers[profile];
        double pressure = driver.pressure(v, gap, v - leaderSpeed);
        double a = model.acceleration(v, v0, pressure, driver);
        return isTight(profile, v, gap) ? Math.min(a, hardest(v, gap)) : a;
    }

    /**
     * Acceleration behind a leader and before a line to stop at, m/s².
     *
     * @param toLine distance to the line, m
     * @param weakest braking for the line is never harder than this, m/s², negative
     */
    double behindAndBefore(
            int profile,
            double v,
            double v0,
            double gap,
            double leaderSpeed,
            double toLine,
            double weakest) {
        FollowingParameters driver = drivers[profile];
        double behind = driver.pressure(v, gap, v - leaderSpeed);
        double before = driver.pressure(v, toLine, v);
        double limit = isTight(profile, v, gap) ? hardest(v, gap) : Double.POSITIVE_INFINITY;
        double forLine =
                isTight(profile, v, toLine) ? hardest(v, toLine) : Double.POSITIVE_INFINITY;
        if (behind > before && !CarFollowingModel.alike(behind, before)) {
            double a = Math.min(limit, model.acceleration(v, v0, behind, driver));
            return Math.min(a, Math.max(forLine, weakest));
        }
        forLine = Math.min(forLine, model.acceleration(v, v0, before, driver));
        if (forLine < weakest || CarFollowingModel.alike(behind, before)) {
            limit = Math.min(limit, model.acceleration(v, v0, behind, driver));
        }
        return Math.min(limit, Math.max(forLine, weakest));
    }

    /** Whether the leader is so near that even the strongest acceleration might end behind it. */
    private boolean isTight(int profile, double v, double gap) {
        return gap < NEAR && 2 * (room(gap) - v * dt) < 1.01 * strongest[profile] * dt * dt;
    }

    private static double room(double gap) {
        return Math.max(0, gap - CarFollowingModel.SMALLEST_GAP / 2);
    }

    /**
     * The acceleration that uses up the room behind a leader within one step and leaves the vehicle
     * able to stop there, m/s².
     */
    private double hardest(double v, double gap) {
        double room = room(gap);
        double endsAt = 2 * (room - v * dt) / (dt * dt);
        if (v + endsAt * dt >= 0) {
            return endsAt;
        }
        return room > 0 ? -v * v / (2 * room) : -v / dt;
    }
}
