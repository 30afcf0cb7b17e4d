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
    public double acceleration(
            double v,
            double v0,
            double gap,
            double closing,
            double timeGap,
            double standstillGap,
            double a,
            double b,
            double delta) {
        double free = free(v, v0, a, b, delta);
        if (gap == NO_LEADER) {
            return free;
        }
        double z =
                CarFollowingModel.desiredGap(v, closing, timeGap, standstillGap, a, b)
                        / Math.max(gap, SMALLEST_GAP);
        if (v > v0) {
            return z >= 1 ? free + a * (1 - z * z) : free;
        }
        if (z >= 1) {
            return a * (1 - z * z);
        }
        return z <= NEGLIGIBLE_Z ? free : free * (1 - Power.of(z, exponent(a, free)));
    }

    /**
     * Below this, z to the power of at least 2 changes nothing a driver could feel: less than 0.01
     * %.
     */
    private static final double NEGLIGIBLE_Z = 0.01;

    private static double exponent(double a, double free) {
        return 2 * a >= LARGEST_EXPONENT * free ? LARGEST_EXPONENT : 2 * a / free;
    }

    private static double free(double v, double v0, double a, double b, double delta) {
        if (v <= v0) {
            return a * (1 - CarFollowingModel.power(v / v0, delta));
        }
        return -b * (1 - Power.of(v0 / v, Math.min(LARGEST_EXPONENT, delta * a / b)));
    }
}
