package org.chalaco.mobsim.model;

/**
 * When a driver who must give way goes: kinematics of crossing times, and the critical gap.
 *
 * <p>A driver accepts a gap when the other one reaches the conflict point at least the critical gap
 * after the driver could pass the own stop line, and not before the driver's own rear has cleared
 * the point; or when the other one has cleared it before the driver arrives. Pure and thread-safe.
 *
 * <p>Critical gaps: Highway Capacity Manual 2010, exhibit 19-10; Brilon, Koenig, Troutbeck,
 * <i>Useful estimation procedures for critical gaps</i>, Transportation Research A 33 (1999).
 */
public final class GapAcceptance {

    /**
     * Time that must lie between one vehicle clearing a conflict point and another reaching it, s.
     */
    public static final double CLEARANCE = 0.5;

    private GapAcceptance() {}

    /**
     * Time to cover a distance from speed v with acceleration a up to speed vMax, s; from above
     * vMax, at v.
     *
     * @param distance m; 0 or less takes no time
     * @param v m/s
     * @param a m/s², positive
     * @param vMax m/s, positive
     */
    public static double timeToCover(double distance, double v, double a, double vMax) {
        if (distance <= 0) {
            return 0;
        }
        if (v >= vMax) {
            return distance / v;
        }
        double whileAccelerating = (vMax * vMax - v * v) / (2 * a);
        if (distance <= whileAccelerating) {
            return (Math.sqrt(v * v + 2 * a * distance) - v) / a;
        }
        return (vMax - v) / a + (distance - whileAccelerating) / vMax;
    }

    /**
     * Whether to go before a vehicle with priority.
     *
     * @param toStopLine time until the own stop line, s
     * @param toClear time until the own rear has cleared the conflict point, s
     * @param otherArrives time until the other one reaches it, s
     * @param criticalGap s
     */
    public static boolean goesBefore(
            double toStopLine, double toClear, double otherArrives, double criticalGap) {
        return otherArrives - toStopLine >= criticalGap && otherArrives >= toClear + CLEARANCE;
    }

    /**
     * Whether the other one is gone in time.
     *
     * @param toArrive time until the own front reaches the conflict point, s
     * @param otherClears time until the other one's rear has cleared it, s
     */
    public static boolean goesAfter(double toArrive, double otherClears) {
        return otherClears + CLEARANCE <= toArrive;
    }
}
