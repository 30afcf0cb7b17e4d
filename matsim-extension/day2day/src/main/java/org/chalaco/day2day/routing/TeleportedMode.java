package org.chalaco.day2day.routing;

import static java.util.Objects.requireNonNull;

/**
 * A mode that is not simulated on the road. MATSim: parameter set {@code teleportedModeParameters}
 * of {@code routing} ({@code plansCalcRoute} before 2024). Either a speed or a free-speed factor is
 * given, the other is NaN.
 *
 * @param mode the mode
 * @param speed m/s along the way, or NaN; MATSim: {@code teleportedModeSpeed}
 * @param freespeedFactor travel time as a multiple of a car's on an empty road, or NaN; MATSim:
 *     {@code teleportedModeFreespeedFactor}
 * @param beelineDistanceFactor way against straight line, -
 */
public record TeleportedMode(
        String mode, double speed, double freespeedFactor, double beelineDistanceFactor) {

    public TeleportedMode {
        requireNonNull(mode, "teleported mode");
        if (!(speed > 0) && !(freespeedFactor > 0)) {
            throw new IllegalArgumentException(
                    "The teleported mode (%s) has neither a speed (%s m/s) nor a free-speed factor (%s).%nMaybe a speed of 1.2?"
                            .formatted(mode, speed, freespeedFactor));
        }
        if (!(beelineDistanceFactor > 0)) {
            throw new IllegalArgumentException(
                    "The beeline distance factor (%s) of mode (%s) is not positive.%nMaybe 1.3?"
                            .formatted(beelineDistanceFactor, mode));
        }
    }

    /** A mode of this speed, m/s, on ways 1.3 times as long as the straight line. */
    public static TeleportedMode ofSpeed(String mode, double speed) {
        return new TeleportedMode(mode, speed, Double.NaN, 1.3);
    }

    /** A mode this many times slower than a car on an empty road. */
    public static TeleportedMode ofFreespeedFactor(String mode, double factor) {
        return new TeleportedMode(mode, Double.NaN, factor, 1.3);
    }
}
