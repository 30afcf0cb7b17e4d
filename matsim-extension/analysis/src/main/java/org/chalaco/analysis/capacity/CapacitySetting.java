package org.chalaco.analysis.capacity;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * What a {@link CapacitySurvey} needs to know of a run.
 *
 * @param network roads
 * @param signals signalised intersections, in the order of the run
 * @param reference vehicle that saturation flows are computed for, a car
 * @param fileCapacity capacity of a link in the network file, PCU/h; NaN if it gives none
 * @param sampleFactor share of the population that is simulated, in (0, 1]
 */
public record CapacitySetting(
        RoadNetwork network,
        List<SignalSystem> signals,
        VehicleType reference,
        ToDoubleFunction<Link> fileCapacity,
        double sampleFactor) {

    public CapacitySetting {
        requireNonNull(network, "network");
        requireNonNull(reference, "reference vehicle");
        requireNonNull(fileCapacity, "file capacity");
        signals = List.copyOf(signals);
        if (!(sampleFactor > 0 && sampleFactor <= 1)) {
            throw new IllegalArgumentException(
                    "The sample factor (%s) is not in (0, 1].".formatted(sampleFactor));
        }
    }
}
