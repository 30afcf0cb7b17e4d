package org.chalaco.app.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What {@code chalaco compare} was asked.
 *
 * @param scenarios names or folders, each with its own window behind an {@code @} if it has one
 * @param settings config parameters of all of them, as {@code module.param} to value
 * @param variants variants of all of them
 * @param strategies as on the command line: {@code present,actuated:gap=3,longest-green=60}
 * @param plans files of fixed plans by the strategy's name
 * @param seeds how many replications
 * @param window the time that counts, as {@code 08:00-08:30}, or null: the whole run
 * @param warmUp simulated before the window, s
 * @param spread departures move by up to this much from replication to replication, s
 * @param measure by which strategies are ranked, by its id
 * @param output folder of the results, or null
 * @param resume whether to go on with what is in the folder
 * @param threads simulations at once, or null: one for each processor
 */
public record CompareRequest(
        List<String> scenarios,
        Map<String, String> settings,
        List<String> variants,
        String strategies,
        Map<String, List<Path>> plans,
        int seeds,
        String window,
        double warmUp,
        double spread,
        String measure,
        Path output,
        boolean resume,
        Integer threads) {

    public CompareRequest {
        scenarios = List.copyOf(scenarios);
        variants = List.copyOf(variants);
    }

    /** Folder of the results. */
    Path folder() {
        return output == null ? Path.of("output", "comparison") : output;
    }
}
