package org.chalaco.mobsim.signal;

/**
 * What a {@link SignalGuard} keeps, whatever a controller wants.
 *
 * @param minimumGreen shortest green of a group where no stage says more, s
 * @param allRed between the end of amber and a conflicting green where the intergreen matrix says
 *     nothing, s
 * @param maximumRed time after which a group with somebody waiting is served next, s
 */
public record SignalLimits(int minimumGreen, int allRed, int maximumRed) {

    /** Green of 5 s, 2 s all-red, nobody waits more than 150 s. Own choices. */
    public static final SignalLimits STANDARD = new SignalLimits(5, 2, 150);

    /**
     * Shortest green of a group, s: the least minimum of the stages that hold it, or {@link
     * #minimumGreen} where they say nothing.
     */
    public int minimumGreen(SignalSystem system, String groupId) {
        int least = Integer.MAX_VALUE;
        for (Stage stage : system.stages()) {
            if (stage.groupIds().contains(groupId)) {
                least = Math.min(least, minimumGreen(stage));
            }
        }
        return least == Integer.MAX_VALUE ? minimumGreen : least;
    }

    /** Shortest green of a stage, s: its own, or {@link #minimumGreen} where it says nothing. */
    public int minimumGreen(Stage stage) {
        return stage.timing().minGreen() > 0 ? stage.timing().minGreen() : minimumGreen;
    }

    public SignalLimits {
        if (minimumGreen < 1 || allRed < 0 || maximumRed < minimumGreen) {
            throw new IllegalArgumentException(
                    "A minimum green of (%d s), all-red of (%d s) and longest red of (%d s) are impossible together."
                            .formatted(minimumGreen, allRed, maximumRed));
        }
    }
}
