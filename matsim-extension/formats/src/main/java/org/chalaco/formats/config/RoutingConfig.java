package org.chalaco.formats.config;

import static org.chalaco.formats.config.RoutingVocabulary.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.day2day.routing.RoutingParameters;
import org.chalaco.day2day.routing.TeleportedMode;
import org.chalaco.day2day.routing.WarmStart;
import org.chalaco.formats.Problems;

/** Routing in a config: MATSim's modules routing, travelTimeCalculator and controller. */
final class RoutingConfig {

    private static final String TELEPORTED_SET = "teleportedModeParameters";

    private RoutingConfig() {}

    static RoutingParameters read(Config config, Problems problems) {
        ParameterReader routing = ParameterReader.of(config, "routing", problems);
        ParameterReader chalaco = ParameterReader.of(config, MobsimConfig.MODULE, problems);
        ParameterReader controller = ParameterReader.of(config, "controller", problems);
        ParameterReader times = ParameterReader.of(config, "travelTimeCalculator", problems);
        routing.warnOfMisspelled(MODULE.parameters());
        times.warnOfMisspelled(TRAVEL_TIMES.parameters());
        return new RoutingParameters(
                routing.get(NETWORK_MODES),
                readTeleported(routing),
                controller.get(ALGORITHM),
                routing.get(ACCESS_EGRESS),
                times.get(BIN_SIZE),
                new WarmStart(
                        chalaco.get(WARM_START_BATCHES),
                        chalaco.get(WARM_START_SATURATION_FLOW),
                        chalaco.get(WARM_START_ALPHA),
                        chalaco.get(WARM_START_BETA)));
    }

    /** MATSim forgets its own teleported modes as soon as one is given. */
    private static Map<String, TeleportedMode> readTeleported(ParameterReader routing) {
        List<ParameterReader> sets = routing.sets(TELEPORTED_SET);
        Map<String, TeleportedMode> modes = new TreeMap<>();
        if (sets.isEmpty() && !routing.get(CLEAR_TELEPORTED)) {
            modes.putAll(RoutingParameters.STANDARD.teleportedModes());
        }
        for (ParameterReader set : sets) {
            set.refuseUnknown(TELEPORTED.parameters());
            String mode = set.get(MODE);
            double speed = set.get(SPEED);
            double factor = set.get(FREESPEED_FACTOR);
            if (mode == null) {
                set.error("A teleported mode has no name.", "Maybe add the parameter mode?");
            } else if (!(speed > 0) && !(factor > 0)) {
                set.error(
                        "The teleported mode (%s) has neither a speed nor a free-speed factor."
                                .formatted(mode),
                        "Maybe a teleportedModeSpeed of 1.2?");
            } else {
                modes.put(mode, new TeleportedMode(mode, speed, factor, set.get(BEELINE_FACTOR)));
            }
        }
        return modes;
    }

    static Config write(Config config, RoutingParameters p) {
        List<ConfigGroup> sets = new ArrayList<>();
        for (TeleportedMode mode : p.teleportedModes().values()) {
            ParameterWriter set = ParameterWriter.set(TELEPORTED_SET).put(MODE, mode.mode());
            if (mode.speed() > 0) {
                set.put(SPEED, mode.speed());
            } else {
                set.put(FREESPEED_FACTOR, mode.freespeedFactor());
            }
            sets.add(set.put(BEELINE_FACTOR, mode.beelineDistanceFactor()).group());
        }
        return new ParameterWriter(config)
                .module("routing")
                .put(NETWORK_MODES, p.networkModes())
                .put(ACCESS_EGRESS, p.accessEgress())
                .put(CLEAR_TELEPORTED, p.teleportedModes().isEmpty())
                .sets(TELEPORTED_SET, sets)
                .module("controller")
                .put(ALGORITHM, p.algorithm())
                .module("travelTimeCalculator")
                .put(BIN_SIZE, p.travelTimeBinSize())
                .module(MobsimConfig.MODULE)
                .put(WARM_START_BATCHES, p.warmStart().batches())
                .put(WARM_START_SATURATION_FLOW, p.warmStart().saturationFlow())
                .put(WARM_START_ALPHA, p.warmStart().alpha())
                .put(WARM_START_BETA, p.warmStart().beta())
                .config();
    }
}
