package org.chalaco.analysis.kpi;

/**
 * Flow over capacity at a signal: {@code x = q / (s λ)}, -.
 *
 * <p>where q is the flow (PCU/h), s the saturation flow (PCU per hour of green) and λ the effective
 * green over the cycle (-). The effective green is taken as the displayed green: start-up loss and
 * the use of amber, about 2 s each, cancel (HCM 6th edition, chapter 19).
 *
 * <p>Above about 0.9 queues grow with every random peak; above 1 they grow without end.
 */
public final class DegreeOfSaturation {

    private DegreeOfSaturation() {}

    /**
     * Flow over capacity, -; infinite for a flow without green.
     *
     * @param flow PCU/h
     * @param saturationFlow PCU per hour of green; NaN gives NaN
     * @param greenShare effective green over cycle, 0 to 1
     */
    public static double of(double flow, double saturationFlow, double greenShare) {
        if (!(flow >= 0) || saturationFlow <= 0 || !(greenShare >= 0 && greenShare <= 1)) {
            throw new IllegalArgumentException(
                    "A flow of (%s PCU/h) at a saturation flow of (%s PCU/h) with a green share of (%s) is impossible."
                            .formatted(flow, saturationFlow, greenShare));
        }
        if (Double.isNaN(saturationFlow)) {
            return Double.NaN;
        }
        return flow == 0 ? 0 : flow / (saturationFlow * greenShare);
    }

    /** What a lane can let through, PCU/h: {@code s λ}. */
    public static double capacity(double saturationFlow, double greenShare) {
        return saturationFlow * greenShare;
    }
}
