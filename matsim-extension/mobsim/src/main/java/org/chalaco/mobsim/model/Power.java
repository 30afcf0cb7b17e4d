package org.chalaco.mobsim.model;

/**
 * Powers with the same bits on every machine.
 *
 * <p>{@code Math.pow} may differ between processors and {@code StrictMath.pow} costs several times
 * as much; car following needs a power of a number between 0 and 1 once per vehicle and step. This
 * one uses plain arithmetic and two small tables: the logarithm from the nearest of {@value #STEPS}
 * numbers between 1 and 2, the exponential from the nearest of {@value #EXP_STEPS}, each with four
 * terms of its series for what is left. Its relative error stays below 1e-10 for exponents up to
 * 100 (a test measures it).
 */
final class Power {

    private static final int STEPS = 128;
    private static final int EXP_STEPS = 32; // 2^5
    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN_2 = 0.6931471805599453;
    private static final double SMALLEST_EXPONENT = -1000;

    /** What car following may leave out: 2 to the power of -30, a thousand-millionth. */
    private static final double NEGLIGIBLE = -30;

    /** {@code 1 + k / STEPS}, its binary logarithm, its reciprocal and a blank, for k to STEPS. */
    private static final double[] LOG = new double[4 * (STEPS + 1)];

    /** 2 to the power of {@code k / EXP_STEPS}. */
    private static final double[] EXP = new double[EXP_STEPS];

    static {
        for (int k = 0; k <= STEPS; k++) {
            double center = 1 + k / (double) STEPS;
            LOG[4 * k] = center;
            LOG[4 * k + 1] = k == STEPS ? 1 : StrictMath.log(center) * LOG2_E;
            LOG[4 * k + 2] = 1 / center;
        }
        for (int k = 0; k < EXP_STEPS; k++) {
            EXP[k] = StrictMath.pow(2, k / (double) EXP_STEPS);
        }
    }

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

    /**
     * Whether x to the power y is certainly so small that it changes nothing. The bits of a number,
     * read as an integer, are its binary logarithm but for at most 0.0861.
     *
     * @param x positive and normal
     */
    static boolean isNegligible(double x, double y) {
        double atMost = Double.doubleToRawLongBits(x) * 0x1p-52 - (1023 - 0.0861);
        return atMost * y < NEGLIGIBLE;
    }

    private static double log2(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int e = (int) (bits >> 52) - 1023;
        int nearest = (int) (bits >> 44 & 0xFF) + 1 >> 1 << 2;
        double m = Double.longBitsToDouble(bits & 0x000FFFFFFFFFFFFFL | 0x3FF0000000000000L);
        double r = (m - LOG[nearest]) * LOG[nearest + 2];
        double series = r * (1 + r * (-1 / 2.0 + r * (1 / 3.0 + r * (-1 / 4.0))));
        return e + (LOG[nearest + 1] + LOG2_E * series);
    }

    private static double exp2(double y) {
        double scaled = y * EXP_STEPS;
        double floor = Math.floor(scaled + 0.5);
        int nearest = (int) floor;
        double t = (scaled - floor) * (LN_2 / EXP_STEPS);
        double series = 1 + t * (1 + t * (1 / 2.0 + t * (1 / 6.0 + t * (1 / 24.0))));
        double power = Double.longBitsToDouble((long) ((nearest >> 5) + 1023) << 52);
        return EXP[nearest & EXP_STEPS - 1] * series * power;
    }
}
