package org.chalaco.mobsim.model;

/**
 * IDM+: the smaller of the free and the interaction term of {@link Idm}, so that the steady state
 * is a triangle and capacity is reached: {@code a min(1 - (v/v0)^δ, 1 - (S/s)²)}.
 *
 * <p>Schakel, van Arem, Netten, <i>Effects of cooperative adaptive cruise control on traffic flow
 * stability</i>, IEEE ITSC 2010. Symbols, units, purity as in {@link Idm}.
 */
public final class IdmPlus implements CarFollowingModel {

    @Override
    public double acceleration(double v, double v0, double z, FollowingParameters driver) {
        double free = 1 - CarFollowingModel.power(v / v0, driver.exponent);
        return driver.maxAcceleration * Math.min(free, 1 - z * z);
    }
}
