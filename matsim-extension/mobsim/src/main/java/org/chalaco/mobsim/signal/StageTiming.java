package org.chalaco.mobsim.signal;

/**
 * Limits of a stage's green.
 *
 * @param minGreen shortest green, s: for drivers and for pedestrians who cross with this stage
 * @param maxGreen longest green, s
 */
public record StageTiming(int minGreen, int maxGreen) {
    public StageTiming {
        if (minGreen < 0 || maxGreen < minGreen) {
            throw new IllegalArgumentException(
                    "A green of at least (%d s) and at most (%d s) is impossible."
                            .formatted(minGreen, maxGreen));
        }
    }
}
