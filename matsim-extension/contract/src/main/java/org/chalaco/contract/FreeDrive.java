package org.chalaco.contract;

/**
 * How long a driver alone on the road may take.
 *
 * <p>Not less than {@code length / v0}. Not more than that and what a start from standstill costs:
 * with {@code dv/dt = a (1 - (v/v0)⁴)} the loss is {@code v0/a ∫₀¹ (1-x)/(1-x⁴) dx = (ln 2 / 4 + π
 * / 8) v0/a = 0.566 v0/a}, and {@value #ROUNDING} s for the rounding of both ends.
 */
final class FreeDrive {

    /** Both ends of a measurement are told in whole seconds, after the step they happened in. */
    static final double ROUNDING = 2;

    private static final double START_LOSS = Math.log(2) / 4 + Math.PI / 8;

    private FreeDrive() {}

    /** Least time over a length at a desired speed, s; one second less than that by rounding. */
    static double least(double length, double speed) {
        return length / speed - 1;
    }

    /** Longest time of a driver who started from standstill somewhere before, s. */
    static double most(double length, double speed) {
        return length / speed + START_LOSS * speed / ScenarioFiles.MAX_ACCELERATION + ROUNDING;
    }
}
