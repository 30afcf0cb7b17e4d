package org.chalaco.formats.config;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.chalaco.day2day.routing.AccessEgress;
import org.chalaco.day2day.routing.RoutingAlgorithm;
import org.chalaco.day2day.routing.RoutingParameters;
import org.chalaco.day2day.routing.WarmStart;

/** The parameters of routing, as they are called in configs. */
final class RoutingVocabulary {

    private static final RoutingParameters STANDARD = RoutingParameters.STANDARD;
    private static final WarmStart WARM = WarmStart.STANDARD;

    static final Parameter<Set<String>> NETWORK_MODES =
            Parameter.words(
                    "networkModes",
                    STANDARD.networkModes(),
                    "Modes that are routed on the network.");
    static final Parameter<AccessEgress> ACCESS_EGRESS =
            Parameter.choice(
                    "accessEgressType",
                    STANDARD.accessEgress(),
                    Arrays.asList(AccessEgress.values()),
                    AccessEgress::fileName,
                    "Walking to and from the road.");
    static final Parameter<Boolean> CLEAR_TELEPORTED =
            Parameter.flag(
                    "clearDefaultTeleportedModeParams",
                    false,
                    "Forget the teleported modes that are there by default.");

    static final Parameter<String> MODE = Parameter.text("mode", null, "The mode.");
    static final Parameter<Double> SPEED =
            Parameter.optionalNumber("teleportedModeSpeed", "m/s", "Speed along the way.");
    static final Parameter<Double> FREESPEED_FACTOR =
            Parameter.optionalNumber(
                    "teleportedModeFreespeedFactor",
                    "-",
                    "Travel time as a multiple of a car's on an empty road.");
    static final Parameter<Double> BEELINE_FACTOR =
            Parameter.number(
                    "beelineDistanceFactor", "-", 1.3, 0.1, 10, "Way against straight line.");

    static final Parameter<Double> BIN_SIZE =
            Parameter.number(
                    "travelTimeBinSize",
                    "s",
                    STANDARD.travelTimeBinSize(),
                    1,
                    86400,
                    "Learned travel times are averaged over this long.");
    static final Parameter<RoutingAlgorithm> ALGORITHM =
            Parameter.choice(
                    "routingAlgorithmType",
                    STANDARD.algorithm(),
                    Arrays.asList(RoutingAlgorithm.values()),
                    RoutingAlgorithm::fileName,
                    "How routes are found.");

    static final Parameter<Integer> WARM_START_BATCHES =
            Parameter.whole(
                    "warmStartBatches",
                    "-",
                    WARM.batches(),
                    0,
                    1000,
                    "Parts in which the first routes are spread over the network; 0: all take the shortest way.");
    static final Parameter<Double> WARM_START_SATURATION_FLOW =
            Parameter.number(
                    "warmStartSaturationFlow",
                    "veh/h",
                    WARM.saturationFlow(),
                    1,
                    10000,
                    "Saturation flow of one lane when the first routes are spread.");
    static final Parameter<Double> WARM_START_ALPHA =
            Parameter.number(
                    "warmStartAlpha",
                    "-",
                    WARM.alpha(),
                    0,
                    100,
                    "Factor of the volume-delay function of the first routes.");
    static final Parameter<Double> WARM_START_BETA =
            Parameter.number(
                    "warmStartBeta",
                    "-",
                    WARM.beta(),
                    0.01,
                    100,
                    "Exponent of the volume-delay function of the first routes.");

    static final ParameterTable MODULE =
            new ParameterTable("routing", List.of(NETWORK_MODES, ACCESS_EGRESS, CLEAR_TELEPORTED));
    static final ParameterTable TELEPORTED =
            new ParameterTable(
                    "routing.teleportedModeParameters",
                    List.of(MODE, SPEED, FREESPEED_FACTOR, BEELINE_FACTOR));
    static final ParameterTable TRAVEL_TIMES =
            new ParameterTable("travelTimeCalculator", List.of(BIN_SIZE));
    static final List<Parameter<?>> WARM_START =
            List.of(
                    WARM_START_BATCHES,
                    WARM_START_SATURATION_FLOW,
                    WARM_START_ALPHA,
                    WARM_START_BETA);

    private RoutingVocabulary() {}
}
