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

    @Option(
            names = "--control",
            paramLabel = "NAME[:PARAM=VALUE,...]",
            description =
                    "Who controls the signals (chalaco.signalControl): plans, or a controller, for"
                            + " example negotiated or negotiated:every=300.")
    private String control;

    @Option(
            names = "--agents",
            description = "The same as --control negotiated: signal agents that negotiate.")
    private boolean agents;

    @Option(
            names = "--agents-members",
            paramLabel = "NUMBER",
            description =
                    "Wait for so many other processes to join (chalaco.agentMembers); see chalaco"
                            + " agents.")
    private Integer members;

    @Option(
            names = "--agents-port",
            paramLabel = "NUMBER",
            description = "Port where they join (chalaco.agentPort); default: any free one.")
    private Integer port;

    @Override
    void putMore(Map<String, String> all) {
        put(all, "controller.lastIteration", iterations);
        put(all, "chalaco.agentMembers", members);
        put(all, "chalaco.agentPort", port);
        if (agents) {
            all.put("chalaco.signalControl", "negotiated");
        }
        if (control != null) {
            all.put("chalaco.signalControl", control);
        }
    }
}
