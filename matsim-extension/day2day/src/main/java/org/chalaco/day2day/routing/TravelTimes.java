package org.chalaco.day2day.routing;

import java.util.Arrays;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * How long every link takes at every time of day, stop line to stop line.
 *
 * <p>One value per link and bin stands for the middle of the bin; in between it is interpolated.
 * Two things always hold: nothing is faster than the free speed, and from one bin to the next the
 * travel time falls by at most the length of a bin. So who enters a link later never leaves it
 * earlier (first in, first out), which is what makes a time-dependent Dijkstra exact (Kaufman and
 * Smith, <i>Fastest paths in time-dependent networks</i>, IVHS Journal 1, 1993).
 *
 * <p>Immutable and thread-safe. Memory: 8 bytes per link and bin.
 */
public final class TravelTimes {

    /** The whole day and the small hours after it are covered, whatever the run, s. */
    static final double HORIZON = 30 * 3600;

    private final double binSize;
    private final int binCount;
    private final double[] seconds; // link-major

    private TravelTimes(double binSize, int binCount, double[] seconds) {
        this.binSize = binSize;
        this.binCount = binCount;
        this.seconds = seconds;
    }

    /** The empty road. */
    public static TravelTimes free(RoadNetwork network, double binSize) {
        int bins = binsUntil(HORIZON, binSize);
        double[] seconds = new double[network.linkCount() * bins];
        for (int link = 0; link < network.linkCount(); link++) {
            Arrays.fill(seconds, link * bins, (link + 1) * bins, freeTime(network, link));
        }
        return new TravelTimes(binSize, bins, seconds);
    }

    /**
     * Travel times given bin by bin; both rules of this class are enforced by raising values.
     *
     * @param seconds link after link, bin after bin, s; NaN: nothing known, so free speed
     */
    public static TravelTimes of(RoadNetwork network, double binSize, double[] seconds) {
        int links = network.linkCount();
        int bins = links == 0 ? 1 : seconds.length / links;
        if (links > 0 && (bins == 0 || bins * links != seconds.length)) {
            throw new IllegalArgumentException(
                    "(%d) travel times do not fit (%d) links.".formatted(seconds.length, links));
        }
        double[] copy = seconds.clone();
        for (int link = 0; link < links; link++) {
            double free = freeTime(network, link);
            double before = free;
            for (int k = link * bins; k < (link + 1) * bins; k++) {
                double known = Double.isNaN(copy[k]) ? free : Math.max(copy[k], free);
                copy[k] = Math.max(known, before - binSize);
                before = copy[k];
            }
        }
        return new TravelTimes(binSize, bins, copy);
    }

    static int binsUntil(double time, double binSize) {
        return (int) Math.ceil(time / binSize);
    }

    /** Travel time of a link on an empty road, s. */
    static double freeTime(RoadNetwork network, int linkIndex) {
        return network.length(linkIndex) / network.freeSpeed(linkIndex);
    }

    /**
     * Travel time of who enters the link now.
     *
     * @param time s since midnight
     * @return s
     */
    public double travelTime(int linkIndex, double time) {
        int first = linkIndex * binCount;
        double x = time / binSize - 0.5;
        if (x <= 0) {
            return seconds[first];
        }
        int bin = (int) x;
        if (bin >= binCount - 1) {
            return seconds[first + binCount - 1];
        }
        double here = seconds[first + bin];
        return here + (x - bin) * (seconds[first + bin + 1] - here);
    }

    /** Length of a bin, s. */
    public double binSize() {
        return binSize;
    }

    /** Number of bins per link. */
    public int binCount() {
        return binCount;
    }

    /** Number of links. */
    public int linkCount() {
        return seconds.length / binCount;
    }

    /** All values, link after link, bin after bin, s; a copy. */
    public double[] toArray() {
        return seconds.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TravelTimes times
                && times.binSize == binSize
                && Arrays.equals(times.seconds, seconds);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(binSize) + Arrays.hashCode(seconds);
    }
}
