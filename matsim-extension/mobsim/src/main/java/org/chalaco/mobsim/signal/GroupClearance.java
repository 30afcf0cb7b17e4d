package org.chalaco.mobsim.signal;

import java.util.Arrays;

/**
 * Takes the groups of one system from what they show to what is wanted, through minimum greens,
 * ambers and intergreens: a green that is not wanted any more ends after its minimum; one that is
 * wanted begins when every group that conflicts with it has been cleared. Two groups that conflict
 * are never green together, whatever is wanted; of two that are both wanted the one that is green
 * stays, else the first begins.
 */
final class GroupClearance {

    /** Differences of time below this are none, s. */
    private static final double NOTHING = 1e-9;

    private final double amber;
    private final double redAmber;
    private final double[] minimumGreen;
    private final double[][] intergreen;
    private final Aspect[] aspects;
    private final double[] since;
    private final double[] endedAt;

    /**
     * Ready to take over.
     *
     * @param minimumGreen per group, s
     * @param intergreen from ending to starting group, s; NaN where they do not conflict
     */
    GroupClearance(SignalSystem system, double[] minimumGreen, double[][] intergreen) {
        amber = system.amber();
        redAmber = system.redAmber();
        this.minimumGreen = minimumGreen;
        this.intergreen = intergreen;
        int n = system.groups().size();
        aspects = new Aspect[n];
        Arrays.fill(aspects, Aspect.RED);
        since = new double[n];
        Arrays.fill(since, Double.NEGATIVE_INFINITY);
        endedAt = since.clone();
    }

    /** Starts from what a group shows, and since when. */
    void takeOver(int group, Aspect aspect, double shownSince) {
        boolean known = aspect == Aspect.GREEN || aspect == Aspect.AMBER || aspect == Aspect.RED;
        // whatever else it showed may have let traffic go
        aspects[group] = known || aspect == Aspect.RED_AMBER ? aspect : Aspect.AMBER;
        since[group] = shownSince;
        endedAt[group] = aspect == Aspect.RED ? shownSince - amber : shownSince;
    }

    Aspect aspect(int group) {
        return aspects[group];
    }

    double since(int group) {
        return since[group];
    }

    /** Goes on to this time. */
    void advance(boolean[] wanted, double time) {
        for (int group = 0; group < aspects.length; group++) {
            end(group, wanted[group], time);
        }
        for (int group = 0; group < aspects.length; group++) {
            begin(group, wanted[group], time);
        }
    }

    private void end(int group, boolean wanted, double time) {
        double shown = time - since[group] + NOTHING;
        if (aspects[group] == Aspect.GREEN && !wanted && shown >= minimumGreen[group]) {
            endedAt[group] = time;
            show(group, amber > 0 ? Aspect.AMBER : Aspect.RED, time);
        } else if (aspects[group] == Aspect.AMBER && shown >= amber) {
            show(group, Aspect.RED, time);
        }
    }

    private void begin(int group, boolean wanted, double time) {
        if (aspects[group] == Aspect.RED && wanted && isClear(group, time)) {
            show(group, redAmber > 0 ? Aspect.RED_AMBER : Aspect.GREEN, time);
        } else if (aspects[group] == Aspect.RED_AMBER
                && time - since[group] + NOTHING >= redAmber) {
            show(group, Aspect.GREEN, time);
        }
    }

    private boolean isClear(int group, double time) {
        for (int other = 0; other < aspects.length; other++) {
            double needed = intergreen[other][group];
            if (other == group || Double.isNaN(needed)) {
                continue;
            }
            boolean goes = aspects[other] == Aspect.GREEN || aspects[other] == Aspect.RED_AMBER;
            if (goes || time + redAmber - endedAt[other] + NOTHING < needed) {
                return false;
            }
        }
        return true;
    }

    private void show(int group, Aspect aspect, double time) {
        aspects[group] = aspect;
        since[group] = time;
    }
}
