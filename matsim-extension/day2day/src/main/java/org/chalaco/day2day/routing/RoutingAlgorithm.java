package org.chalaco.day2day.routing;

import java.util.Optional;

/**
 * How routes are found. MATSim: {@code routingAlgorithmType} of {@code controller}; the last two
 * are those of the Havana study.
 */
public enum RoutingAlgorithm {
    /** Time-dependent Dijkstra. */
    DIJKSTRA("Dijkstra"),
    /** Time-dependent A* with landmarks. */
    A_STAR_LANDMARKS("AStarLandmarks"),
    /** MATSim's default; the same routes as {@link #A_STAR_LANDMARKS}. */
    SPEEDY_ALT("SpeedyALT"),
    /** A* by distance, whatever the traffic. */
    HAVANA_DISTANCE("HavanaDistance"),
    /** A* by simulated time, led by free speed and the expected wait at signals. */
    HAVANA_SIMULATED_TIME("HavanaSimulatedTime");

    private final String fileName;

    RoutingAlgorithm(String fileName) {
        this.fileName = fileName;
    }

    /** Name in config files. */
    public String fileName() {
        return fileName;
    }

    /** The algorithm of this name, if it is one of ours. */
    public static Optional<RoutingAlgorithm> findByName(String name) {
        for (RoutingAlgorithm algorithm : values()) {
            if (algorithm.fileName.equals(name)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }
}
