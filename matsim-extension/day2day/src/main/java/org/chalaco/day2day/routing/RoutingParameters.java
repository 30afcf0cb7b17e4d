package org.chalaco.day2day.routing;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How trips find their way. MATSim: config groups {@code routing} ({@code plansCalcRoute} before
 * 2024), {@code travelTimeCalculator} and parts of {@code controller}.
 *
 * @param networkModes modes that drive on the network
 * @param teleportedModes the other modes
 * @param algorithm how routes are found
 * @param accessEgress walking to and from the road
 * @param travelTimeBinSize learned travel times are averaged over this long, s; MATSim: {@code
 *     travelTimeBinSize}
 * @param warmStart first routes
 */
public record RoutingParameters(
        Set<String> networkModes,
        Map<String, TeleportedMode> teleportedModes,
        RoutingAlgorithm algorithm,
        AccessEgress accessEgress,
        double travelTimeBinSize,
        WarmStart warmStart) {

    /** MATSim's defaults: cars on the network; walk 3 km/h, bike 15 km/h, pt twice a car's time. */
    public static final RoutingParameters STANDARD =
            new RoutingParameters(
                    Set.of("car"),
                    Map.of(
                            "walk", TeleportedMode.ofSpeed("walk", 3 / 3.6),
                            "bike", TeleportedMode.ofSpeed("bike", 15 / 3.6),
                            "pt", TeleportedMode.ofFreespeedFactor("pt", 2)),
                    RoutingAlgorithm.SPEEDY_ALT,
                    AccessEgress.NONE,
                    900,
                    WarmStart.STANDARD);

    public RoutingParameters {
        networkModes = Collections.unmodifiableSet(new TreeSet<>(networkModes));
        teleportedModes = Collections.unmodifiableMap(new TreeMap<>(teleportedModes));
        requireNonNull(algorithm, "routing algorithm");
        requireNonNull(accessEgress, "access and egress");
        requireNonNull(warmStart, "warm start");
        if (!(travelTimeBinSize >= 1)) {
            throw new IllegalArgumentException(
                    "The travel time bin size (%s s) is below 1 s.%nMaybe 900?"
                            .formatted(travelTimeBinSize));
        }
    }

    /** The same with other network modes. */
    public RoutingParameters withNetworkModes(Set<String> modes) {
        return new RoutingParameters(
                modes, teleportedModes, algorithm, accessEgress, travelTimeBinSize, warmStart);
    }

    /** The same with another algorithm. */
    public RoutingParameters withAlgorithm(RoutingAlgorithm newAlgorithm) {
        return new RoutingParameters(
                networkModes,
                teleportedModes,
                newAlgorithm,
                accessEgress,
                travelTimeBinSize,
                warmStart);
    }

    /** The same with another warm start. */
    public RoutingParameters withWarmStart(WarmStart newWarmStart) {
        return new RoutingParameters(
                networkModes,
                teleportedModes,
                algorithm,
                accessEgress,
                travelTimeBinSize,
                newWarmStart);
    }
}
