package org.chalaco.mobsim.signal;

import java.util.Arrays;

/**
 * Seconds from the end of one group's green to the start of another's, for all pairs that conflict:
 * the matrix of the system, else amber and all-red; never less than amber where paths cross.
 */
final class Intergreens {

    private final SignalSystem system;
    private final double[][] seconds;

    Intergreens(SignalSystem system, boolean[][] conflicts, SignalLimits limits) {
        this.system = system;
        int n = system.groups().size();
        seconds = new double[n][n];
        for (int from = 0; from < n; from++) {
            Arrays.fill(seconds[from], Double.NaN);
            for (int to = 0; to < n; to++) {
                int given = between(from, to);
                if (conflicts[from][to]) {
                    seconds[from][to] =
                            given > 0
                                    ? Math.max(given, system.amber())
                                    : system.amber() + limits.allRed();
                } else if (given > 0) {
                    seconds[from][to] = given;
                }
            }
        }
        // who must be cleared before another starts must not be green beside it either
        for (int from = 0; from < n; from++) {
            for (int to = 0; to < n; to++) {
                if (!Double.isNaN(seconds[from][to]) && Double.isNaN(seconds[to][from])) {
                    seconds[to][from] = 0;
                }
            }
        }
    }

    private int between(int from, int to) {
        return system.intergreens()
                .between(system.groups().get(from).id(), system.groups().get(to).id());
    }

    /** From ending to starting group; NaN where they do not conflict. */
    double[][] seconds() {
        return seconds;
    }

    /** Refuses a stage that wants two groups green that conflict. */
    void checkStage(int stage, boolean[] groups) {
        for (int a = 0; a < groups.length; a++) {
            for (int b = a + 1; b < groups.length; b++) {
                if (groups[a] && groups[b] && !Double.isNaN(seconds[a][b])) {
                    throw new IllegalArgumentException(
                            "Stage (%s) of signal system (%s) wants the groups (%s) and (%s) green together, which conflict."
                                    .formatted(
                                            system.stages().get(stage).id(),
                                            system.id(),
                                            system.groups().get(a).id(),
                                            system.groups().get(b).id()));
                }
            }
        }
    }
}
