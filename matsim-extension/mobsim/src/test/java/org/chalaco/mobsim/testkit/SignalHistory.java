package org.chalaco.mobsim.testkit;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.event.TrafficEvent.SignalChange;
import org.chalaco.mobsim.signal.Aspect;

/** What every group of one system showed, from when to when, out of the events of a run. */
public final class SignalHistory {

    /**
     * A time in which a group showed one aspect.
     *
     * @param group index in its system
     * @param aspect what it showed
     * @param from s since midnight
     * @param until s since midnight
     */
    public record Shown(int group, Aspect aspect, double from, double until) {

        /** How long, s. */
        public double seconds() {
            return until - from;
        }
    }

    private final List<Shown> shown = new ArrayList<>();

    private SignalHistory() {}

    /** The history of a system until this time. */
    public static SignalHistory of(EventLog events, int system, int groups, double end) {
        SignalHistory history = new SignalHistory();
        for (int group = 0; group < groups; group++) {
            SignalChange last = null;
            for (SignalChange change : events.of(SignalChange.class)) {
                if (change.systemIndex() == system && change.groupIndex() == group) {
                    history.add(last, change.time());
                    last = change;
                }
            }
            history.add(last, end);
        }
        return history;
    }

    private void add(SignalChange change, double until) {
        if (change != null) {
            shown.add(new Shown(change.groupIndex(), change.aspect(), change.time(), until));
        }
    }

    /** Everything that a group showed in this aspect and that ended before the end of the run. */
    public List<Shown> ended(Aspect aspect, double end) {
        return shown.stream().filter(s -> s.aspect() == aspect && s.until() < end).toList();
    }

    /** Everything that was shown in this aspect. */
    public List<Shown> all(Aspect aspect) {
        return shown.stream().filter(s -> s.aspect() == aspect).toList();
    }

    /** Least time between the end of a green of one group and the start of a green of the other. */
    public double leastIntergreen(int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        for (Shown ending : all(Aspect.GREEN)) {
            for (Shown starting : all(Aspect.GREEN)) {
                if (ending.group() == from
                        && starting.group() == to
                        && starting.from() >= ending.from()) {
                    least = Math.min(least, starting.from() - ending.until());
                }
            }
        }
        return least;
    }
}
