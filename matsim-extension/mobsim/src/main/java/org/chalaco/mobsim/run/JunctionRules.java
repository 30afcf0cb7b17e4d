package org.chalaco.mobsim.run;

/**
 * How drivers use junctions.
 *
 * @param criticalGap smallest gap in a stream with priority that a driver takes who must give way,
 *     s; between two lanes of one approach that merge, 1 s is enough
 * @param keepClear share of drivers who do not enter a box they cannot leave, 0 to 1. Where streams
 *     only join, as at a roundabout, room is needed by who yields while the lane beyond does not
 *     flow; a connector that meets no other has no box
 * @param stopDeceleration at the onset of amber, a driver stops who can with this deceleration,
 *     m/s²
 * @param reactionTime at the onset of amber, s
 * @param reliefAfter seconds the first vehicle of a lane or connector must have stood, other than
 *     for a signal, before it is taken off the road as hopeless; infinite: never (the default).
 *     Each is counted
 */
public record JunctionRules(
        double criticalGap,
        double keepClear,
        double stopDeceleration,
        double reactionTime,
        double reliefAfter) {

    /**
     * Critical gap 4.5 s, within the values of the Highway Capacity Manual 2010 for two-way stops
     * (about 4 s for left turns from the major street to 7 s from the minor one); everyone keeps
     * clear; stops at amber where 3 m/s² suffice after 0.5 s. Own choices.
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
