package org.chalaco.analysis.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.event.TrafficEvent.SignalChange;
import org.chalaco.mobsim.signal.Aspect;

/**
 * What the signals really showed, for a chosen time: every change in it, and for each group the
 * last one before, moved to the start of that time. Not thread-safe.
 */
public final class SignalLog implements EventSink {

    private final double from;
    private final double until;
    private final Map<Long, SignalChange> before = new TreeMap<>(); // by system, then group
    private final List<SignalChange> changes = new ArrayList<>();

    /** Logs changes in [from, until], s since midnight. */
    public SignalLog(double from, double until) {
        this.from = from;
        this.until = until;
    }

    @Override
    public void accept(TrafficEvent event) {
        if (event instanceof SignalChange change && change.time() <= until) {
            if (change.time() < from) {
                before.put(
                        (long) change.systemIndex() << 32 | change.groupIndex(),
                        new SignalChange(
                                from, change.systemIndex(), change.groupIndex(), change.aspect()));
            } else {
                changes.add(change);
            }
        }
    }

    /** The state at the start and all changes since, in order of time. */
    public List<SignalChange> changes() {
        List<SignalChange> all = new ArrayList<>(before.values());
        all.addAll(changes);
        return all;
    }

    /**
     * When one group was green, as pairs of start and end, s since midnight; a green that goes on
     * at the end of the log ends there.
     */
    public List<double[]> greens(int systemIndex, int groupIndex) {
        List<double[]> greens = new ArrayList<>();
        double onset = Double.NaN;
        for (SignalChange c : changes()) {
            if (c.systemIndex() != systemIndex || c.groupIndex() != groupIndex) {
                continue;
            }
            if (c.aspect() == Aspect.GREEN && Double.isNaN(onset)) {
                onset = c.time();
            } else if (c.aspect() != Aspect.GREEN && !Double.isNaN(onset)) {
                greens.add(new double[] {onset, c.time()});
                onset = Double.NaN;
            }
        }
        if (!Double.isNaN(onset)) {
            greens.add(new double[] {onset, until});
        }
        return greens;
    }
}
