package org.chalaco.mobsim.traffic;

/**
 * How one driver drives: the parameters of IDM and MOBIL.
 *
 * @param speedFactor desired speed as a multiple of the link's free speed, -; the desired speed v0
 *     is this times the free speed, at most the vehicle's own maximum
 * @param timeGap T, desired time gap to the leader, s
 * @param standstillGap s0, gap kept when standing, bumper to bumper, m
 * @param maxAcceleration a, m/s²
 * @param comfortableDeceleration b, m/s², positive
 * @param exponent δ, how acceleration fades near the desired speed, -
 * @param politeness p, weight of others' disadvantage when changing lanes, -
 */
public record DriverParameters(
        double speedFactor,
        double timeGap,
        double standstillGap,
        double maxAcceleration,
        double comfortableDeceleration,
        double exponent,
        double politeness) {

    /**
     * City driving after Treiber and Kesting, <i>Traffic Flow Dynamics</i> (2013), ch. 11: T 1.0 s,
     * s0 2 m, a 1.0 and b 1.5 m/s², δ 4; politeness 0.1 after Kesting, Treiber, Helbing (2007).
     */
    public static final DriverParameters CITY =
            new DriverParameters(1.0, 1.0, 2.0, 1.0, 1.5, 4.0, 0.1);

    public DriverParameters {
        requirePositive("speedFactor", speedFactor);
        requirePositive("timeGap", timeGap);
        requirePositive("standstillGap", standstillGap);
        requirePositive("maxAcceleration", maxAcceleration);
        requirePositive("comfortableDeceleration", comfortableDeceleration);
        requirePositive("exponent", exponent);
        if (!(politeness >= 0 && politeness <= 1)) {
            throw new IllegalArgumentException(
                    "politeness (%s) is not between 0 and 1.".formatted(politeness));
        }
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "%s (%s) is not a positive number.".formatted(name, value));
        }
    }
}
