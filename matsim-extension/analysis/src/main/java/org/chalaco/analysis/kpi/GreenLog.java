package org.chalaco.analysis.kpi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.event.TrafficEvent.SignalChange;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * How long each connector had green, by interval: measured where signals changed, taken from the
 * plan where they did not.
 */
final class GreenLog {

    private final IntervalGrid grid;
    private final SignalledConnectors connectors;
    private final double[] planShare; // per group
    private final boolean[] seen; // per group: whether it ever changed
    private final double[] greenSince; // per group, NaN while it is not green
    private final List<double[]> greenSeconds = new ArrayList<>(); // per interval, per group

    GreenLog(RoadNetwork network, List<SignalSystem> systems, IntervalGrid grid) {
        this.grid = grid;
        connectors = new SignalledConnectors(network, systems);
        planShare = new double[connectors.groupCount()];
        seen = new boolean[connectors.groupCount()];
        greenSince = new double[connectors.groupCount()];
        Arrays.fill(greenSince, Double.NaN);
        for (int s = 0; s < systems.size(); s++) {
            SignalSystem system = systems.get(s);
            for (int g = 0; g < system.groups().size(); g++) {
                int green = system.plan().green(system.groups().get(g).id());
                planShare[connectors.group(s, g)] = (double) green / system.plan().cycle();
            }
        }
    }

    void accept(SignalChange change) {
        int group = connectors.group(change.systemIndex(), change.groupIndex());
        boolean first = !seen[group];
        seen[group] = true;
        if (change.aspect() == Aspect.GREEN) {
            if (Double.isNaN(greenSince[group])) {
                greenSince[group] = change.time();
            }
            return;
        }
        // Amber only follows green: a group whose first change is amber was green from the start.
        boolean greenBefore = first && change.aspect() == Aspect.AMBER;
        addGreen(group, greenBefore ? grid.start() : greenSince[group], change.time());
        greenSince[group] = Double.NaN;
    }

    private void addGreen(int group, double since, double until) {
        if (Double.isNaN(since)) {
            return;
        }
        for (int k = grid.index(since); k <= grid.index(until); k++) {
            while (greenSeconds.size() <= k) {
                greenSeconds.add(new double[seen.length]);
            }
            greenSeconds.get(k)[group] += grid.overlap(k, since, until);
        }
    }

    /** Closes the greens that are on. */
    void finish(double endTime) {
        for (int group = 0; group < greenSince.length; group++) {
            addGreen(group, greenSince[group], endTime);
            greenSince[group] = Double.NaN;
        }
    }

    /** Whether a signal controls this connector. */
    boolean isSignalised(int connector) {
        return connectors.groupsOf(connector) != null;
    }

    /**
     * Green share of the connector over these intervals, -; NaN without a signal. Of several groups
     * (a protected and a permissive turn), the longer green counts.
     *
     * @param seconds that the intervals last together
     */
    double share(int connector, int firstInterval, int endInterval, double seconds) {
        if (!isSignalised(connector)) {
            return Double.NaN;
        }
        double best = 0;
        for (int group : connectors.groupsOf(connector)) {
            best = Math.max(best, shareOfGroup(group, firstInterval, endInterval, seconds));
        }
        return Math.min(1, best);
    }

    private double shareOfGroup(int group, int firstInterval, int endInterval, double seconds) {
        if (!seen[group]) {
            return planShare[group];
        }
        double green = 0;
        for (int k = firstInterval; k < Math.min(endInterval, greenSeconds.size()); k++) {
            green += greenSeconds.get(k)[group];
        }
        return seconds > 0 ? green / seconds : 0;
    }
}
