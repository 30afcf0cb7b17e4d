package org.chalaco.analysis.kpi;

/**
 * Measured saturation flow of a lane: the rate at which a queue discharges once it is in motion.
 *
 * <p>As in the HCM, the first four vehicles of a queue are left to the start-up: the rate is that
 * of vehicles 5 to n, timed from the passing of the 4th to the passing of the nth, which was the
 * last in the queue.
 *
 * <p>Source: <i>Highway Capacity Manual</i>, 6th edition, chapter 31 (field measurement of
 * saturation flow rate).
 *
 * @param linkId link
 * @param lane lane from the kerb
 * @param pcuPerHour saturation flow, PCU per hour of green; NaN if no queue was long enough
 * @param startUpLostTime mean time lost by the first four vehicles of a queue, s
 * @param queues queues it was measured in
 * @param headways headways it was measured from
 */
public record SaturationFlow(
        String linkId,
        int lane,
        double pcuPerHour,
        double startUpLostTime,
        int queues,
        int headways) {

    /** Mean saturation headway, s per PCU. */
    public double headway() {
        return 3600 / pcuPerHour;
    }
}
