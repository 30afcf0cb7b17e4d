package org.chalaco.app.cli;

import java.util.Map;
import picocli.CommandLine.Option;

/** The same for commands that look at all days of a scenario. */
class DaysOptions extends ScenarioOptions {

    @Option(
            names = "--iterations",
            paramLabel = "NUMBER",
            description = "Number of the last iteration (controller.lastIteration).")
    private Integer iterations;

    @Override
    void putMore(Map<String, String> all) {
        put(all, "controller.lastIteration", iterations);
    }
}
