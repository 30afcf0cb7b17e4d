package org.chalaco.mobsim.run;

/**
 * How drivers use junctions.
 *
 * @param criticalGap smallest gap in a stream with priority that a waiting driver takes, s
 * @param keepClear share of drivers who do not enter a box they cannot leave, 0 to 1
 * @param stopDeceleration at the onset of amber, a driver stops who can with this deceleration,
 *     m/s²
 * @param reactionTime at the onset of amber, s
 * @param reliefAfter seconds a vehicle must have stood at a stop line it may pass before it is
 *     taken off the road as hopeless; infinite: never (the default). Each is counted
 */
public record JunctionRules(
        double criticalGap,
        double keepClear,
        double stopDeceleration,
        double reactionTime,
        double reliefAfter) {

    /**
     * Critical gap 4.5 s (HCM 2010, minor street right and left turns 4.1 to 6.9 s), everyone keeps
     * clear.
     */
    public static final JunctionRules STANDARD =
            new JunctionRules(4.5, 1.0, 3.0, 0.5, Double.POSITIVE_INFINITY);

    public JunctionRules {
        if (!(keepClear >= 0 && keepClear <= 1)) {
            throw new IllegalArgumentException(
                    "keepClear (%s) is not a share.".formatted(keepClear));
        }
        if (!(criticalGap > 0 && stopDeceleration > 0 && reactionTime >= 0 && reliefAfter > 0)) {
            throw new IllegalArgumentException(
                    "Junction rules (%s, %s, %s, %s) must be positive."
                            .formatted(criticalGap, stopDeceleration, reactionTime, reliefAfter));
        }
    }

    /** The same rules with the relief for hopeless cases after this many seconds. */
    public JunctionRules withReliefAfter(double seconds) {
        return new JunctionRules(criticalGap, keepClear, stopDeceleration, reactionTime, seconds);
    }
}
