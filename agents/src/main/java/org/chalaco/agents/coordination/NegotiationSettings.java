package org.chalaco.agents.coordination;

import java.util.List;
import java.util.Map;
import org.chalaco.agents.coordination.IntersectionProfile.NegotiationLimits;
import org.chalaco.mobsim.signal.SignalControllerProvider;
import org.chalaco.mobsim.signal.TunableParameter;

/**
 * How intersections negotiate.
 *
 * @param every time between two negotiations, s
 * @param limits what intersections may agree to
 * @param offsetBound largest deviation from the offset of a tuned plan, s
 * @param greenBound largest deviation from a green of a tuned plan, s
 * @param priority 0: nobody has priority, 1: those who come to help, 2: buses too
 */
public record NegotiationSettings(
        int every, NegotiationLimits limits, int offsetBound, int greenBound, int priority) {

    static final TunableParameter EVERY =
            new TunableParameter("every", "time between two negotiations, s", 60, 1800, 180);

    static final TunableParameter SHORTEST_CYCLE =
            new TunableParameter("shortest-cycle", "shortest cycle to agree on, s", 30, 120, 80);

    static final TunableParameter LONGEST_CYCLE =
            new TunableParameter("longest-cycle", "longest cycle to agree on, s", 40, 180, 120);

    static final TunableParameter SATURATION_FLOW =
            new TunableParameter(
                    "saturation-flow",
                    "vehicles per hour of green and lane, where none was measured yet",
                    1200,
                    2400,
                    1600);

    static final TunableParameter ROUNDS =
            new TunableParameter(
                    "rounds", "rounds of one negotiation on offsets, at most", 0, 100, 40);

    static final TunableParameter THRESHOLD =
            new TunableParameter(
                    "threshold",
                    "least gain for which an offset moves, per mille of the delay around it",
                    0,
                    500,
                    20);

    static final TunableParameter SMOOTHING =
            new TunableParameter(
                    "smoothing", "weight of the last measurement of flows, percent", 5, 100, 50);

    static final TunableParameter EXTENSION =
            new TunableParameter(
                    "extension", "longest time by which a priority holds a green, s", 0, 60, 20);

    static final TunableParameter PRIORITY =
            new TunableParameter(
                    "priority",
                    "who may ask for green: 0 nobody, 1 those who come to help, 2 buses too",
                    0,
                    2,
                    1);

    static final TunableParameter OFFSET_BOUND =
            new TunableParameter(
                    "offset-bound", "largest deviation from a tuned offset, s", 0, 90, 10);

    static final TunableParameter GREEN_BOUND =
            new TunableParameter(
                    "green-bound", "largest deviation from a tuned green, s", 0, 60, 2);

    /** Parameters of those who negotiate freely. */
    static final List<TunableParameter> FREE =
            List.of(
                    EVERY,
                    SHORTEST_CYCLE,
                    LONGEST_CYCLE,
                    SATURATION_FLOW,
                    ROUNDS,
                    THRESHOLD,
                    SMOOTHING,
                    EXTENSION,
                    PRIORITY);

    /** Parameters of those who keep near to tuned plans. */
    static final List<TunableParameter> NEAR_TUNED =
            List.of(
                    EVERY,
                    SATURATION_FLOW,
                    ROUNDS,
                    THRESHOLD,
                    SMOOTHING,
                    EXTENSION,
                    PRIORITY,
                    OFFSET_BOUND,
                    GREEN_BOUND);

    /** Settings of these values; those not given are standard. */
    public static NegotiationSettings of(Map<String, Double> values) {
        return new NegotiationSettings(
                whole(EVERY, values),
                new NegotiationLimits(
                        whole(SHORTEST_CYCLE, values),
                        Math.max(whole(SHORTEST_CYCLE, values), whole(LONGEST_CYCLE, values)),
                        whole(SATURATION_FLOW, values),
                        whole(ROUNDS, values),
                        whole(THRESHOLD, values),
                        whole(SMOOTHING, values),
                        whole(EXTENSION, values)),
                whole(OFFSET_BOUND, values),
                whole(GREEN_BOUND, values),
                whole(PRIORITY, values));
    }

    private static int whole(TunableParameter parameter, Map<String, Double> values) {
        return (int) Math.round(SignalControllerProvider.valueOf(parameter, values));
    }
}
