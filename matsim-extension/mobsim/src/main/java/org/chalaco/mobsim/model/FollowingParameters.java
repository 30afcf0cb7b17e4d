package org.chalaco.mobsim.model;

/**
 * What one driver's car following is made of; see {@link CarFollowingModel}. Immutable.
 *
 * <p>What only depends on the driver is worked out once: a step asks for it for every vehicle.
 */
public final class FollowingParameters {

    /** T, desired time gap, s. */
    final double timeGap;

    /** s0, m. */
    final double standstillGap;

    /** a, m/s². */
    final double maxAcceleration;

    /** b, m/s². */
    final double comfortableDeceleration;

    /** δ, -. */
    final double exponent;

    /** 1 / (2 √(a b)), s²/m. */
    final double approachFactor;

    /** δ a / b, for speeds above the desired one, -. */
    final double exponentAbove;

    /**
     * The parameters of one driver.
     *
     * @param timeGap T, s
     * @param standstillGap s0, m
     * @param maxAcceleration a, m/s²
     * @param comfortableDeceleration b, m/s²
     * @param exponent δ, -
     */
    public FollowingParameters(
            double timeGap,
            double standstillGap,
            double maxAcceleration,
            double comfortableDeceleration,
            double exponent) {
        this.timeGap = timeGap;
        this.standstillGap = standstillGap;
        this.maxAcceleration = maxAcceleration;
        this.comfortableDeceleration = comfortableDeceleration;
        this.exponent = exponent;
        approachFactor = 1 / (2 * Math.sqrt(maxAcceleration * comfortableDeceleration));
        exponentAbove = exponent * maxAcceleration / comfortableDeceleration;
    }

    /**
     * The desired gap {@code s0 + max(0, v T + v Δv / (2 √(a b)))}, m. It never falls below s0: a
     * much faster leader would make it negative, and squaring would turn that into braking.
     *
     * @param v speed, m/s
     * @param closing closing speed, m/s
     */
    public double desiredGap(double v, double closing) {
        return standstillGap + Math.max(0, v * (timeGap + closing * approachFactor));
    }

    /**
     * The desired gap as a multiple of the gap, -; 0 where nobody is ahead.
     *
     * @param v speed, m/s
     * @param gap m, or {@link CarFollowingModel#NO_LEADER}
     * @param closing closing speed, m/s
     */
    public double pressure(double v, double gap, double closing) {
        return desiredGap(v, closing) / Math.max(gap, CarFollowingModel.SMALLEST_GAP);
    }
}
