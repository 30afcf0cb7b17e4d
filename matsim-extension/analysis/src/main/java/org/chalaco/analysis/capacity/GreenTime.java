package org.chalaco.analysis.capacity;

import java.util.Arrays;
import java.util.List;
import org.chalaco.analysis.kpi.SignalledConnectors;
import org.chalaco.mobsim.event.TrafficEvent.SignalChange;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * How long each signal group was green in a run; that of its plan where it never changed. Not
 * thread-safe.
 */
final class GreenTime {

    private final SignalledConnectors connectors;
    private final double startTime;
    private final double[] planShare; // per group
    private final double[] since; // per group; NaN while it is not green
    private final double[] seconds; // per group
    private final boolean[] seen; // per group: whether it ever changed

    GreenTime(SignalledConnectors connectors, List<SignalSystem> systems, double startTime) {
        this.connectors = connectors;
        this.startTime = startTime;
        int groups = connectors.groupCount();
        planShare = new double[groups];
        since = new double[groups];
        seconds = new double[groups];
        seen = new boolean[groups];
        Arrays.fill(since, Double.NaN);
        for (int s = 0; s < systems.size(); s++) {
            SignalSystem system = systems.get(s);
            for (int g = 0; g < system.groups().size(); g++) {
                double green = system.plan().green(system.groups().get(g).id());
                planShare[connectors.group(s, g)] = green / system.plan().cycle();
            }
        }
    }

    void accept(SignalChange change) {
        int group = connectors.group(change.systemIndex(), change.groupIndex());
        // amber only follows green: a group whose first change is amber was green from the start
        if (!seen[group] && change.aspect() == Aspect.AMBER) {
            since[group] = startTime;
        }
        seen[group] = true;
        if (change.aspect() != Aspect.GREEN) {
            stop(group, change.time());
        } else if (Double.isNaN(since[group])) {
            since[group] = change.time();
        }
    }

    private void stop(int group, double time) {
        if (!Double.isNaN(since[group])) {
            seconds[group] += time - since[group];
            since[group] = Double.NaN;
        }
    }

    /** Share of time with green of the longest of these groups, -; 1 for none. */
    double share(int[] groups, double endTime) {
        if (groups.length == 0) {
            return 1;
        }
        double best = 0;
        for (int group : groups) {
            stop(group, endTime);
            double measured = seconds[group] / (endTime - startTime);
            best = Math.max(best, seen[group] ? measured : planShare[group]);
        }
        return Math.min(1, best);
    }
}
