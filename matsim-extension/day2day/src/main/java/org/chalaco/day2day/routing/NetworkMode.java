package org.chalaco.day2day.routing;

import static java.util.Objects.requireNonNull;

/**
 * A mode that drives on the network.
 *
 * @param mode the mode
 * @param maxSpeed what its vehicles can do, m/s; may be infinite
 * @param cost what its drivers weigh
 */
public record NetworkMode(String mode, double maxSpeed, TravelCost cost) {

    public NetworkMode {
        requireNonNull(mode, "network mode");
        requireNonNull(cost, "cost of mode " + mode);
        if (!(maxSpeed > 0)) {
            throw new IllegalArgumentException(
                    "The maximum speed (%s m/s) of mode (%s) is not positive."
                            .formatted(maxSpeed, mode));
        }
    }

    /** A mode whose drivers want to be quick and nothing else. */
    public static NetworkMode of(String mode, double maxSpeed) {
        return new NetworkMode(mode, maxSpeed, TravelCost.TIME);
    }
}
