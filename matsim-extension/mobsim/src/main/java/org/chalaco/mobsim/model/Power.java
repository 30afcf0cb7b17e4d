package org.chalaco.mobsim.model;

/**
 * Powers with the same bits on every machine.
 *
 * <p>{@code Math.pow} may differ between processors and {@code StrictMath.pow} costs two to three
 * times as much; car following needs a power of a number between 0 and 1 once per vehicle and step.
 * This one uses plain arithmetic only: the logarithm by the series of artanh, the exponential by
 * its Taylor series, each summed in pairs, which shortens the chain of operations. Its relative
 * error stays below 1e-10 for exponents up to 100 (a test measures it).
 */
final class Power {

    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN_2 = 0.6931471805599453;
    private static final double SQRT_2 = 1.4142135623730951;
    private static final double SMALLEST_EXPONENT = -1000;

    private Power() {}

    /**
     * x to the power y.
     *
     * @param x positive and normal, at most 1e3
     * @param y between 0 and 100
     */
    static double of(double x, double y) {
        double exponent = y * log2(x);
        return exponent < SMALLEST_EXPONENT ? 0 : exp2(exponent);
    }

    private static double log2(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int e = (int) (bits >> 52) - 1023;
        double m = Double.longBitsToDouble((bits & 0x000FFFFFFFFFFFFFL) | 0x3FF0000000000000L);
        if (m > SQRT_2) {
            m *= 0.5;
            e++;
        }
        double t = (m - 1) / (m + 1);
        double q = t * t;
        double q2 = q * q;
        double low = 1 + q * (1 / 3.0) + q2 * (1 / 5.0 + q * (1 / 7.0));
        double high = 1 / 9.0 + q * (1 / 11.0) + q2 * (1 / 13.0);
        return e + 2 * LOG2_E * (t * (low + q2 * q2 * high));
    }

    private static double exp2(double y) {
        double whole = Math.floor(y + 0.5);
        double r = (y - whole) * LN_2;
        double r2 = r * r;
        double r4 = r2 * r2;
        double low = 1 + r + r2 * (1 / 2.0 + r * (1 / 6.0));
        double middle = 1 / 24.0 + r * (1 / 120.0) + r2 * (1 / 720.0 + r * (1 / 5040.0));
        double high = 1 / 40320.0 + r * (1 / 362880.0);
        double taylor = low + r4 * (middle + r4 * high);
        return taylor * Double.longBitsToDouble(((long) whole + 1023) << 52);
    }
}
