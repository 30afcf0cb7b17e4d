package org.chalaco.day2day.routing;

/**
 * How the first routes are spread over the network before anyone has driven, so that the first
 * iteration does not lock up. A volume-delay function {@code t = t0 (1 + alpha (q / c)^beta)} (US
 * Bureau of Public Roads, 1964) stands in for the traffic up to capacity, a growing queue beyond.
 *
 * @param batches in how many parts the trips are loaded; 0: everyone takes the way that is shortest
 *     on the empty road
 * @param saturationFlow of one lane, veh/h
 * @param alpha -
 * @param beta -
 */
public record WarmStart(int batches, double saturationFlow, double alpha, double beta) {

    /**
     * Ten parts, 1800 veh/h and lane, alpha 0.5 and beta 4. The published alpha of 0.15 is one of
     * motorways; streets lose more before they are full. On a grid of 10 x 10 junctions without
     * signals, close to saturation, the mean trip of the first day took 416 s without a warm start,
     * 426 s with 0.15, 352 s with 0.5 and 329 s with 1 (means over three demands, which differed by
     * as much).
     */
    public static final WarmStart STANDARD = new WarmStart(10, 1800, 0.5, 4);

    /** Everyone on the way that is shortest on the empty road. */
    public static final WarmStart OFF = new WarmStart(0, 1800, 0.5, 4);

    public WarmStart {
        if (batches < 0 || !(saturationFlow > 0) || !(alpha >= 0) || !(beta > 0)) {
            throw new IllegalArgumentException(
                    "A warm start of (%d) batches, (%s veh/h), alpha (%s) and beta (%s) is impossible."
                            .formatted(batches, saturationFlow, alpha, beta));
        }
    }
}
