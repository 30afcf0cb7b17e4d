package org.chalaco.mobsim.model;

/** How hard a driver accelerates behind a leader. Implementations are pure and allocate nothing. */
public interface CarFollowingModel {

    /** Gap that means: nobody ahead, m. */
    double NO_LEADER = Double.POSITIVE_INFINITY;

    /** Gaps below this count as this, m: the interaction term stays finite. */
    double SMALLEST_GAP = 0.1;

    /**
     * Acceleration, m/s².
     *
     * @param v speed, m/s
     * @param v0 desired speed here, m/s, positive
     * @param gap to the leader, bumper to bumper, m, or {@link #NO_LEADER}
     * @param closing closing speed, positive when approaching, m/s
     * @param driver the driver's parameters
     */
    default double acceleration(
            double v, double v0, double gap, double closing, FollowingParameters driver) {
        return acceleration(v, v0, driver.pressure(v, gap, closing), driver);
    }

    /**
     * Acceleration, m/s². It never rises with the pressure, so of several leaders the one with the
     * greatest pressure counts, but for pressures that are {@linkplain #alike alike}: there the
     * last digits of a power may fall either way.
     *
     * @param v speed, m/s
     * @param v0 desired speed here, m/s, positive
     * @param pressure {@code z}, the gap that the driver would like, as a multiple of the gap that
     *     there is; 0 where nobody is ahead
     * @param driver the driver's parameters
     */
    double acceleration(double v, double v0, double pressure, FollowingParameters driver);

    /** Whether two pressures are the same but for rounding. */
    static boolean alike(double one, double other) {
        return Math.abs(one - other) <= 1e-8 * Math.max(one, other);
    }

    /** {@code x^δ}, by multiplication for the usual δ = 4. */
    static double power(double x, double delta) {
        if (delta == 4) {
            double square = x * x;
            return square * square;
        }
        return x <= 0 ? 0 : Power.of(x, delta);
    }
}
