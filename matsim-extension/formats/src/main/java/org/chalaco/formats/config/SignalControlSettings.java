package org.chalaco.formats.config;

import java.util.List;
import org.chalaco.formats.Problems;

/**
 * What a config says of who controls the signals, in the module {@code chalaco}.
 *
 * @param control {@code plans}, or the name of a controller, with parameters as in {@code
 *     negotiated:every=180,longest-cycle=100}
 * @param agentMembers other processes that must join before the run begins
 * @param agentPort on this machine's own address where they join; 0: any free one
 * @param agentTimeout real time after which an agent is late, s
 */
public record SignalControlSettings(
        String control, int agentMembers, int agentPort, int agentTimeout) {

    /** Plans control the signals. */
    public static final String PLANS = "plans";

    static final Parameter<String> CONTROL =
            Parameter.text(
                    "signalControl",
                    PLANS,
                    "Who controls the signals: plans, or the name of a controller, with parameters as in negotiated:every=180.");
    static final Parameter<Integer> MEMBERS =
            Parameter.whole(
                    "agentMembers",
                    "-",
                    0,
                    0,
                    64,
                    "Other processes that must join before the run begins, for signal agents.");
    static final Parameter<Integer> PORT =
            Parameter.whole(
                    "agentPort",
                    "-",
                    0,
                    0,
                    65_535,
                    "Port on this machine where they join; 0: any free one.");
    static final Parameter<Integer> TIMEOUT =
            Parameter.whole(
                    "agentTimeout",
                    "s",
                    10,
                    1,
                    3600,
                    "Real time after which a signal agent is late; its intersection keeps its plan.");

    static final List<Parameter<?>> PARAMETERS = List.of(CONTROL, MEMBERS, PORT, TIMEOUT);

    /** The settings of a config; what cannot be used is reported. */
    public static SignalControlSettings read(Config config, Problems problems) {
        ParameterReader in = ParameterReader.of(config, MobsimConfig.MODULE, problems);
        return new SignalControlSettings(
                in.get(CONTROL), in.get(MEMBERS), in.get(PORT), in.get(TIMEOUT));
    }
}
