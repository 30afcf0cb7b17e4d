package org.chalaco.mobsim.traffic;

/**
 * How much drivers of one vehicle type differ: relative standard deviations around the type's mean
 * driver. A driver is drawn from normal distributions cut at two standard deviations, independently
 * for each parameter.
 *
 * @param speedFactor relative standard deviation of the desired speed, -
 * @param timeGap of the time gap, -
 * @param standstillGap of the standstill gap, -
 * @param maxAcceleration of the acceleration, -
 * @param comfortableDeceleration of the deceleration, -
 */
public record DriverSpread(
        double speedFactor,
        double timeGap,
        double standstillGap,
        double maxAcceleration,
        double comfortableDeceleration) {

    /** Everyone drives alike. */
    public static final DriverSpread NONE = new DriverSpread(0, 0, 0, 0, 0);

    /** Own assumption: speeds differ by 10 %, gaps and accelerations by 15 %. */
    public static final DriverSpread USUAL = new DriverSpread(0.10, 0.15, 0.15, 0.15, 0.15);

    public DriverSpread {
        requireShare("speedFactor", speedFactor);
        requireShare("timeGap", timeGap);
        requireShare("standstillGap", standstillGap);
        requireShare("maxAcceleration", maxAcceleration);
        requireShare("comfortableDeceleration", comfortableDeceleration);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 0.4)) {
            throw new IllegalArgumentException(
                    "The spread of %s (%s) is not between 0 and 0.4.%nMaybe it is in per cent?"
                            .formatted(name, value));
        }
    }
}
