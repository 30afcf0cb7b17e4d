package org.chalaco.analysis.capacity;

import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Time between two vehicles of a queue that discharges, from the drivers' parameters alone: {@code
 * h = T + (s0 + l) / v0 + u}, s,
 *
 * <p>where T is the time gap (s), s0 the standstill gap (m), l the length of a vehicle (m), v0 the
 * speed they drive off with (m/s), and u = {@value #START_UP} / a what drivers lose because they
 * start one after the other (a the maximum acceleration as a number of m/s²). T and (s0 + l) / v0
 * follow from the equilibrium of the car-following model; u was measured in the mobsim, which
 * scales samples by it. Pure.
 *
 * <p>An estimate for where no queue was observed: with the two parameter sets it is within 8 % of
 * what the simulation discharges (docs/validation).
 */
public final class SaturationHeadway {

    private static final double START_UP = 0.75;

    private SaturationHeadway() {}

    /**
     * Headway of vehicles of one type, s.
     *
     * @param type the vehicles, of the mean driver
     * @param speed speed of the road or turn, m/s
     */
    public static double of(VehicleType type, double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("A speed of (%s m/s) is none.".formatted(speed));
        }
        DriverParameters driver = type.driver();
        double desired = Math.min(type.maxSpeed(), speed * driver.speedFactor());
        return driver.timeGap()
                + (driver.standstillGap() + type.length()) / desired
                + START_UP / driver.maxAcceleration();
    }

    /** Saturation flow of one lane of such vehicles, PCU per hour of green. */
    public static double pcuPerHour(VehicleType type, double speed) {
        return 3600 * type.pcu() / of(type, speed);
    }
}
