package org.chalaco.mobsim.signal;

import static java.util.Objects.requireNonNull;

import org.chalaco.mobsim.network.RoadNetwork;

/**
 * What never changes about a signalised intersection: what a controller is made for.
 *
 * @param network the road
 * @param system groups, stages and intergreens
 */
public record Intersection(RoadNetwork network, SignalSystem system) {
    public Intersection {
        requireNonNull(network, "network");
        requireNonNull(system, "signal system");
    }
}
