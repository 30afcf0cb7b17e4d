package org.chalaco.analysis.capacity;

import java.util.Arrays;
import java.util.List;
import org.chalaco.analysis.kpi.SignalledConnectors;
import org.chalaco.mobsim.event.TrafficEvent.SignalChange;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * How long each signal group was green, from its first onset to its last, so that a run need not be
 * a whole number of cycles; the share of its plan where it had no two onsets. Not thread-safe.
 */
final class GreenTime {

    private final SignalledConnectors connectors;
    private final double[] planShare; // per group
    private final double[] firstOnset; // per group, s since midnight; NaN: none
    private final double[] lastOnset; // per group, s since midnight; NaN: none
    private final boolean[] green; // per group: whether it is green now
    private final double[] finished; // per group: s of green before the last onset
    private final double[] running; // per group: s of the green since the last onset

    GreenTime(SignalledConnectors connectors, List<SignalSystem> systems) {
        this.connectors = connectors;
        int groups = connectors.groupCount();
        planShare = new double[groups];
        firstOnset = new double[groups];
        lastOnset = new double[groups];
        green = new boolean[groups];
        finished = new double[groups];
        running = new double[groups];
        Arrays.fill(firstOnset, Double.NaN);
        Arrays.fill(lastOnset, Double.NaN);
        for (int s = 0; s < systems.size(); s++) {
            SignalSystem system = systems.get(s);
            for (int g = 0; g < system.groups().size(); g++) {
                double seconds = system.plan().green(system.groups().get(g).id());
                planShare[connectors.group(s, g)] = seconds / system.plan().cycle();
            }
        }
    }

    void accept(SignalChange change) {
        int group = connectors.group(change.systemIndex(), change.groupIndex());
        if (change.aspect() != Aspect.GREEN) {
            running[group] += green[group] ? change.time() - lastOnset[group] : 0;
            green[group] = false;
        } else if (!green[group]) {
            finished[group] += running[group];
            running[group] = 0;
            green[group] = true;
            lastOnset[group] = change.time();
            if (Double.isNaN(firstOnset[group])) {
                firstOnset[group] = change.time();
            }
        }
    }

    /** Share of time with green of the longest of these groups, -; 1 for none. */
    double share(int[] groups) {
        double best = groups.length == 0 ? 1 : 0;
        for (int group : groups) {
            double seconds = lastOnset[group] - firstOnset[group];
            best = Math.max(best, seconds > 0 ? finished[group] / seconds : planShare[group]);
        }
        return best;
    }
}
