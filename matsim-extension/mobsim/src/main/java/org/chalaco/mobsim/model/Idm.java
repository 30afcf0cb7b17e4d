package org.chalaco.mobsim.model;

/**
 * Intelligent Driver Model: how hard a driver accelerates behind a leader on one lane.
 *
 * <p>{@code dv/dt = a [ 1 - (v / v0)^δ - (S / s)² ]} with the desired gap {@code S = s0 + max(0, v
 * T + v Δv / (2 √(a b)))},
 *
 * <p>where v is speed (m/s), s the gap to the leader, bumper to bumper (m), Δv the closing speed,
 * positive when approaching (m/s), v0 the desired speed (m/s), T the time gap (s), s0 the
 * standstill gap (m), a and b the maximum acceleration and comfortable deceleration (m/s²), δ the
 * exponent.
 *
 * <p>In equilibrium the gap exceeds {@code s0 + v T} by the factor {@code 1 / √(1 - (v/v0)^δ)}, so
 * T is not reached near v0; and above v0 it brakes without bound. {@link Iidm} cures both.
 *
 * <p>Pure and thread-safe; called once per vehicle, step and leader, so it allocates nothing. It
 * does not limit braking to what tyres can do and does not prevent a collision from an unsafe
 * start.
 *
 * <p>Treiber and Kesting, <i>Traffic Flow Dynamics</i>, 2013, section 11.3.
 */
public final class Idm implements CarFollowingModel {

    @Override
    public double acceleration(double v, double v0, double z, FollowingParameters driver) {
        double free = 1 - CarFollowingModel.power(v / v0, driver.exponent);
        return driver.maxAcceleration * (free - z * z);
    }
}
