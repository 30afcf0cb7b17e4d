package org.chalaco.mobsim.run;

/**
 * The approach zones of the Havana study, an option: drivers slow down before every signal, green
 * or not, and brake along a speed-proportional law close to a red one.
 *
 * @param slowZone length of the slow zone before a signalised stop line, m
 * @param slowFactor α: in the slow zone the desired speed is α v0, -
 * @param stopZone length of the stop zone before a red stop line, m
 * @param enabled whether the zones are used
 */
public record ApproachZones(double slowZone, double slowFactor, double stopZone, boolean enabled) {

    /** No zones: drivers see the signal and nothing else. */
    public static final ApproachZones OFF = new ApproachZones(30, 0.4, 10, false);

    public ApproachZones {
        if (!(slowZone >= 0 && stopZone >= 0 && slowFactor > 0 && slowFactor <= 1)) {
            throw new IllegalArgumentException(
                    "Approach zones of (%s m, %s m) with factor (%s) are impossible."
                            .formatted(slowZone, stopZone, slowFactor));
        }
    }
}
