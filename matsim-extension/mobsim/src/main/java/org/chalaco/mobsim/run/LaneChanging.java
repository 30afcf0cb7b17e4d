package org.chalaco.mobsim.run;

/**
 * Parameters of MOBIL and of lane choice. Politeness belongs to the driver.
 *
 * @param enabled whether anyone changes lanes
 * @param safeDeceleration b_safe: what a new follower may be asked to brake, m/s²
 * @param threshold gain below which nobody bothers, m/s²
 * @param keepRightBias gain needed more to the left, less to the right, m/s²
 * @param cooldown time between two discretionary changes of one vehicle, s
 * @param lookAhead distance from the stop line at which the next turn begins to matter, m per lane
 *     to cross
 * @param wrongLanePatience time a vehicle waits at the stop line of a wrong lane before it turns
 *     from there, s; such turns are counted
 */
public record LaneChanging(
        boolean enabled,
        double safeDeceleration,
        double threshold,
        double keepRightBias,
        double cooldown,
        double lookAhead,
        double wrongLanePatience) {

    public LaneChanging {
        boolean positive = safeDeceleration > 0 && lookAhead > 0 && wrongLanePatience > 0;
        boolean notNegative = threshold >= 0 && cooldown >= 0 && Double.isFinite(keepRightBias);
        if (!positive || !notNegative) {
            throw new IllegalArgumentException(
                    "Lane changing with (%s, %s, %s, %s, %s, %s) is impossible: all but the bias must be positive."
                            .formatted(
                                    safeDeceleration,
                                    threshold,
                                    keepRightBias,
                                    cooldown,
                                    lookAhead,
                                    wrongLanePatience));
        }
    }

    /** Kesting, Treiber, Helbing 2007: b_safe 4, threshold 0.2 m/s²; the rest are own choices. */
    public static final LaneChanging STANDARD = new LaneChanging(true, 4.0, 0.2, 0.0, 4.0, 150, 5);

    /** Everyone stays in lane. */
    public static final LaneChanging OFF = new LaneChanging(false, 4.0, 0.2, 0.0, 4.0, 150, 5);
}
