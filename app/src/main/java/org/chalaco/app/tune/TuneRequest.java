package org.chalaco.app.tune;

import java.nio.file.Path;
import java.util.List;
import org.chalaco.app.run.RunRequest;
import org.chalaco.tuning.TuningSettings;
import org.chalaco.tuning.problem.TimingRules;

/**
 * What a user asked {@code chalaco tune} for.
 *
 * @param scenario scenario, changes to its config, output folder, overwrite policy, resumption
 * @param method name of the search method
 * @param objectives names of one or two objectives
 * @param secondsPerStop delay that a stop is worth, s
 * @param settings how long and closely to look; its seed is replaced by the scenario's
 * @param rules what a plan may be
 * @param window the time that counts, as {@code 08:00-08:30}, or null: the whole run
 * @param warmUp simulated before the window, s
 * @param spread departures move by up to this much from replication to replication, s
 * @param reserve most additional traffic of the search's replications, as a share
 * @param pedestriansPerHour at every crossing
 * @param placement which signals may be removed or added, and what a signal costs
 * @param backend address of a cluster, or null: threads of this process
 */
public record TuneRequest(
        RunRequest scenario,
        String method,
        List<String> objectives,
        double secondsPerStop,
        TuningSettings settings,
        TimingRules rules,
        String window,
        double warmUp,
        double spread,
        double reserve,
        double pedestriansPerHour,
        PlacementRequest placement,
        String backend) {

    /**
     * Where signals may be removed or added.
     *
     * @param removable ids of signal systems, or {@code all}
     * @param addable ids of junctions
     * @param costPerSignal in the unit of the objective
     */
    public record PlacementRequest(
            List<String> removable, List<String> addable, double costPerSignal) {
        public PlacementRequest {
            removable = List.copyOf(removable);
            addable = List.copyOf(addable);
        }
    }

    public TuneRequest {
        objectives = List.copyOf(objectives);
    }

    /** Folder of the results. */
    Path output(String title) {
        return scenario.output() == null ? Path.of("output", title + "-tuned") : scenario.output();
    }
}
