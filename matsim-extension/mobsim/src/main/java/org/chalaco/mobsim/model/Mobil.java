package org.chalaco.mobsim.model;

/**
 * MOBIL: minimising overall braking induced by lane changes.
 *
 * <p>A driver changes lanes if {@code ã_c - a_c + p (ã_n - a_n + ã_o - a_o) > Δa_th + bias} and the
 * new follower need not brake harder than b_safe: {@code ã_n > -b_safe}, where a and ã are
 * accelerations before and after, c the driver, n the new and o the old follower, p the politeness
 * and Δa_th the threshold.
 *
 * <p>Kesting, Treiber, Helbing, <i>General lane-changing model MOBIL for car-following models</i>,
 * Transportation Research Record 1999 (2007), 86-94.
 */
public final class Mobil implements LaneChangeModel {

    @Override
    public double incentiveOf(double ownGain, double othersGain, double politeness) {
        return incentive(ownGain, othersGain, politeness);
    }

    /** {@link #incentiveOf} for callers who need no object. */
    public static double incentive(double ownGain, double othersGain, double politeness) {
        return ownGain + politeness * othersGain;
    }
}
