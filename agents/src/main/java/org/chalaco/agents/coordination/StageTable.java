package org.chalaco.agents.coordination;

import java.util.Arrays;
import java.util.List;
import org.chalaco.agents.coordination.IntersectionProfile.MovementProfile;
import org.chalaco.agents.coordination.IntersectionProfile.StageProfile;

/**
 * When each movement of one intersection is green in the course of a cycle, for given greens; local
 * time, from the start of the first stage. Immutable.
 */
final class StageTable {

    private final IntersectionProfile profile;
    private final int cycle;
    private final int[] starts;
    private final int[] greens;

    StageTable(IntersectionProfile profile, List<Integer> greens) {
        this.profile = profile;
        this.greens = greens.stream().mapToInt(Integer::intValue).toArray();
        starts = new int[this.greens.length];
        int at = 0;
        for (int k = 0; k < starts.length; k++) {
            starts[k] = at;
            at += this.greens[k] + profile.stages().get(k).after();
        }
        cycle = at;
    }

    /** The cycle that these greens make, s. */
    int cycle() {
        return cycle;
    }

    /** Which seconds of a longer time, of which the cycle is a part, are green for a movement. */
    boolean[] green(MovementProfile movement, int seconds) {
        boolean[] green = new boolean[seconds];
        int n = starts.length;
        for (int k : movement.stages()) {
            int length = greens[k];
            // a group that is green in consecutive stages stays green in between
            if (movement.stages().contains((k + 1) % n)) {
                length += profile.stages().get(k).after();
            }
            for (int begin = starts[k]; begin < seconds; begin += cycle) {
                for (int t = 0; t < length; t++) {
                    green[(begin + t) % seconds] = true;
                }
            }
        }
        return green;
    }

    /** Whether these greens keep the minima of the stages. */
    boolean keepsMinima() {
        for (int k = 0; k < greens.length; k++) {
            if (greens[k] < profile.stages().get(k).minGreen()) {
                return false;
            }
        }
        return true;
    }

    /** Sum of the minima and clearances, s. */
    static int shortestCycle(IntersectionProfile profile) {
        return profile.lost() + profile.stages().stream().mapToInt(StageProfile::minGreen).sum();
    }

    @Override
    public String toString() {
        return "cycle " + cycle + ", greens " + Arrays.toString(greens);
    }
}
