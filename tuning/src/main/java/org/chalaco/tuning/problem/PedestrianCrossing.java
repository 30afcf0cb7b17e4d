package org.chalaco.tuning.problem;

import java.util.List;

/**
 * Pedestrians who cross one leg of an intersection while its vehicles are red.
 *
 * @param linkId the link whose stop line lies at the crossing
 * @param groupIds groups that must be red while people walk
 * @param seconds from the first step to the other kerb or the refuge, s
 * @param pedestriansPerHour who cross; 0: they need their time all the same, but nobody counts
 *     their delay
 */
public record PedestrianCrossing(
        String linkId, List<String> groupIds, int seconds, double pedestriansPerHour) {

    public PedestrianCrossing {
        groupIds = List.copyOf(groupIds);
        if (seconds < 0 || !(pedestriansPerHour >= 0)) {
            throw new IllegalArgumentException(
                    "Crossing (%s) of (%d s) for (%s pedestrians/h) is impossible."
                            .formatted(linkId, seconds, pedestriansPerHour));
        }
    }

    /**
     * Mean delay of a pedestrian who may start to cross during a red of this length: {@code (C -
     * w)² / (2 C)} with the time {@code w} in which one may start (HCM, 6th edition, equation
     * 19-70).
     *
     * @param cycle C, s
     * @param red longest time in which all groups are red, s
     */
    public double meanDelay(int cycle, int red) {
        double start = Math.max(0, Math.min(cycle, red - seconds + 1));
        return (cycle - start) * (cycle - start) / (2 * cycle);
    }
}
