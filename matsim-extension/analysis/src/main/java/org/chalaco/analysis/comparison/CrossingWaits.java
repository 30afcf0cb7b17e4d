package org.chalaco.analysis.comparison;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.event.TrafficEvent.SignalChange;
import org.chalaco.mobsim.signal.Aspect;

/**
 * How long pedestrians wait, from what the signals really showed. People come at any moment alike;
 * they may begin to cross while all groups of the crossing are red and stay red until they are
 * over. So of a red of length r, the first {@code r - w} seconds serve, with w the time to cross,
 * and who comes later waits for the next.
 *
 * <p>The mean wait is then {@code Σ g² / 2 / T} over the gaps g between serving times in the time
 * T. For a fixed plan it is that of the HCM (6th edition, equation 19-70). People who wait at the
 * end count with their time so far. Groups that nobody was told of are red. Not thread-safe.
 */
public final class CrossingWaits implements EventSink {

    /**
     * A crossing.
     *
     * @param id name, such as that of the link whose stop line it is at
     * @param systemIndex signal system
     * @param groupIndexes groups that must be red
     * @param seconds to cross, s
     */
    public record Crossing(String id, int systemIndex, List<Integer> groupIndexes, int seconds) {
        public Crossing {
            requireNonNull(id, "crossing");
            groupIndexes = List.copyOf(groupIndexes);
        }
    }

    /**
     * What came of one crossing.
     *
     * @param id of the crossing
     * @param mean wait of a pedestrian, s
     * @param longest wait, s
     */
    public record Wait(String id, double mean, double longest) {}

    private final List<Crossing> crossings;
    private final double from;
    private final boolean[][] red; // by crossing and place in its list of groups
    private final double[] redSince; // by crossing; NaN: somebody drives
    private final double[] servedUntil; // end of the last serving time
    private final double[] gapSquares;
    private final double[] longest;

    /**
     * Watches these crossings.
     *
     * @param from nothing before counts, s since midnight
     */
    public CrossingWaits(List<Crossing> crossings, double from) {
        this.crossings = List.copyOf(crossings);
        this.from = from;
        red = new boolean[crossings.size()][];
        redSince = new double[crossings.size()];
        servedUntil = new double[crossings.size()];
        gapSquares = new double[crossings.size()];
        longest = new double[crossings.size()];
        for (int c = 0; c < red.length; c++) {
            red[c] = new boolean[crossings.get(c).groupIndexes().size()];
            Arrays.fill(red[c], true);
        }
        Arrays.fill(redSince, from);
        Arrays.fill(servedUntil, from);
    }

    @Override
    public void accept(TrafficEvent event) {
        if (event instanceof SignalChange change) {
            for (int c = 0; c < red.length; c++) {
                if (crossings.get(c).systemIndex() == change.systemIndex()) {
                    int group = crossings.get(c).groupIndexes().indexOf(change.groupIndex());
                    if (group >= 0) {
                        show(c, group, change);
                    }
                }
            }
        }
    }

    private void show(int c, int group, SignalChange change) {
        boolean was = allRed(c);
        red[c][group] = change.aspect() == Aspect.RED;
        boolean now = allRed(c);
        if (was && !now) {
            serve(c, redSince[c], change.time() - crossings.get(c).seconds());
            redSince[c] = Double.NaN;
        } else if (!was && now) {
            redSince[c] = change.time();
        }
    }

    private boolean allRed(int c) {
        for (boolean each : red[c]) {
            if (!each) {
                return false;
            }
        }
        return true;
    }

    /** People may begin to cross from one time to another. */
    private void serve(int c, double start, double end) {
        if (end > start && end > from) {
            wait(c, Math.max(start, from));
            servedUntil[c] = end;
        }
    }

    private void wait(int c, double until) {
        double gap = Math.max(0, until - servedUntil[c]);
        gapSquares[c] += gap * gap;
        longest[c] = Math.max(longest[c], gap);
    }

    /**
     * Closes the time.
     *
     * @param end s since midnight
     * @return every crossing, in the order given
     */
    public List<Wait> finish(double end) {
        List<Wait> waits = new ArrayList<>();
        for (int c = 0; c < red.length; c++) {
            if (allRed(c)) {
                // Nobody knows how long this red would have lasted: it serves until now.
                serve(c, redSince[c], end);
            }
            wait(c, Math.max(end, servedUntil[c]));
            waits.add(
                    new Wait(crossings.get(c).id(), gapSquares[c] / 2 / (end - from), longest[c]));
        }
        return waits;
    }
}
