package org.chalaco.analysis.kpi;

/**
 * Textbook delay at a fixed-time signal, s per vehicle: what a simulation of an isolated approach
 * should come close to.
 *
 * <p>Symbols: C cycle (s), λ effective green over cycle (-), x degree of saturation (-), q flow
 * (veh/s), c capacity (veh/h), T length of the period (h).
 *
 * <p>Sources: Webster, <i>Traffic Signal Settings</i>, Road Research Technical Paper 39, 1958;
 * <i>Highway Capacity Manual</i>, 6th edition, chapter 19 (uniform and incremental delay).
 */
public final class SignalDelay {

    /** Incremental delay factor k of fixed-time signals in the HCM. */
    private static final double FIXED_TIME = 0.5;

    private SignalDelay() {}

    /**
     * Uniform delay, of arrivals without randomness: {@code d1 = C (1 - λ)² / (2 (1 - min(1, x)
     * λ))}.
     *
     * @param cycle C, s
     * @param greenShare λ, 0 to 1
     * @param saturation x, not negative
     */
    public static double uniform(double cycle, double greenShare, double saturation) {
        if (!(cycle > 0) || !(greenShare >= 0 && greenShare <= 1) || !(saturation >= 0)) {
            throw new IllegalArgumentException(
                    "A cycle of (%s s) with a green share of (%s) and a saturation of (%s) is impossible."
                            .formatted(cycle, greenShare, saturation));
        }
        double red = 1 - greenShare;
        return red == 0 ? 0 : cycle * red * red / (2 * (1 - Math.min(1, saturation) * greenShare));
    }

    /**
     * Webster's whole formula, with the delay of random arrivals and his empirical correction:
     * {@code d = d1 + x² / (2 q (1 - x)) - 0.65 (C / q²)^(1/3) x^(2 + 5 λ)}. Infinite at and above
     * saturation.
     *
     * @param cycle C, s
     * @param greenShare λ, 0 to 1
     * @param flow q, veh/s, positive
     * @param saturation x
     */
    public static double webster(double cycle, double greenShare, double flow, double saturation) {
        double uniform = uniform(cycle, greenShare, saturation);
        if (saturation >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        if (saturation == 0) {
            return uniform;
        }
        double random = saturation * saturation / (2 * flow * (1 - saturation));
        double correction =
                0.65 * Math.cbrt(cycle / (flow * flow)) * Math.pow(saturation, 2 + 5 * greenShare);
        return uniform + random - correction;
    }

    /**
     * Incremental delay of the HCM, of random arrivals and of demand above capacity: {@code d2 =
     * 900 T [ (x - 1) + √( (x - 1)² + 8 k I x / (c T) ) ]} with k = 0.5 and I = 1 (fixed-time,
     * isolated).
     *
     * @param saturation x
     * @param capacity c, veh/h, positive
     * @param hours T
     */
    public static double incremental(double saturation, double capacity, double hours) {
        double over = saturation - 1;
        double root = Math.sqrt(over * over + 8 * FIXED_TIME * saturation / (capacity * hours));
        return 900 * hours * (over + root);
    }
}
