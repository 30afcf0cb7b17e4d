package org.chalaco.mobsim.model;

/**
 * Improved Intelligent Driver Model: IDM with the exact time gap in equilibrium and bounded braking
 * above the desired speed.
 *
 * <p>With {@code z = S / s}, S as in {@link Idm}, and the free acceleration
 *
 * <ul>
 *   <li>{@code f = a [1 - (v/v0)^δ]} for v ≤ v0,
 *   <li>{@code f = -b [1 - (v0/v)^(δ a / b)]} for v &gt; v0,
 * </ul>
 *
 * <p>it is, for v ≤ v0: {@code a (1 - z²)} where z ≥ 1, else {@code f (1 - z^(2a/f))}; for v &gt;
 * v0: {@code f + a (1 - z²)} where z ≥ 1, else {@code f}.
 *
 * <p>The exponent 2a/f is capped at 100: f vanishes near v0. Symbols, units, purity as in {@link
 * Idm}.
 *
 * <p>Treiber and Kesting, <i>Traffic Flow Dynamics</i>, 2013, section 11.3.7, equations 11.22 to
 * 11.26.
 */
public final class Iidm implements CarFollowingModel {

    private static final double LARGEST_EXPONENT = 100;

    @Override
    public double acceleration(double v, double v0, double z, FollowingParameters driver) {
        double a = driver.maxAcceleration;
        if (v > v0) {
            double free = freeAbove(v, v0, driver);
            return z >= 1 ? free + a * (1 - z * z) : free;
        }
        double free = a * (1 - CarFollowingModel.power(v / v0, driver.exponent));
        return z >= 1 ? a * (1 - z * z) : free * (1 - interaction(z, a, free));
    }

    /** {@code z^(2a/f)} for z below 1. */
    private static double interaction(double z, double a, double free) {
        double exponent = 2 * a >= LARGEST_EXPONENT * free ? LARGEST_EXPONENT : 2 * a / free;
        return Power.isNegligible(z, exponent) ? 0 : Power.of(z, exponent);
    }

    private static double freeAbove(double v, double v0, FollowingParameters driver) {
        return -driver.comfortableDeceleration
                * (1 - Power.of(v0 / v, Math.min(LARGEST_EXPONENT, driver.exponentAbove)));
    }
}
