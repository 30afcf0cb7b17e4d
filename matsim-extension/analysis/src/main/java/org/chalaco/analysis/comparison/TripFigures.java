package org.chalaco.analysis.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * What the trips of a part of the day came to.
 *
 * @param trips all trips that wanted to begin in it
 * @param classes the same by vehicle class, those that drove, in the order of the enumeration
 * @param movements movements that somebody made, by link index
 * @param linkDelaySeconds delay on every link, waiting to enter it included, s
 */
public record TripFigures(
        Trips trips,
        Map<VehicleClass, Trips> classes,
        List<Movement> movements,
        double[] linkDelaySeconds) {

    public TripFigures {
        classes = new TreeMap<>(classes);
        movements = List.copyOf(movements);
    }

    /**
     * Some trips.
     *
     * @param seconds from wanted departure to arrival, or to the end, in ascending order, s
     * @param delays in ascending order, s
     * @param unfinished how many were not over at the end
     */
    public record Trips(double[] seconds, double[] delays, int unfinished) {

        public Trips {
            seconds = sorted(seconds);
            delays = sorted(delays);
        }

        private static double[] sorted(double[] values) {
            double[] copy = values.clone();
            Arrays.sort(copy);
            return copy;
        }

        /** How many. */
        public int count() {
            return delays.length;
        }

        /** Mean time, s; NaN without trips. */
        public double meanSeconds() {
            return Arrays.stream(seconds).average().orElse(Double.NaN);
        }

        /** Mean delay, s; NaN without trips. */
        public double meanDelay() {
            return Arrays.stream(delays).average().orElse(Double.NaN);
        }

        /**
         * Quantile of the delay, s, between neighbours on a straight line (type 7 of Hyndman and
         * Fan 1996); NaN without trips.
         *
         * @param share 0 to 1
         */
        public double delayQuantile(double share) {
            if (delays.length == 0) {
                return Double.NaN;
            }
            double place = share * (delays.length - 1);
            int below = (int) Math.floor(place);
            int above = Math.min(below + 1, delays.length - 1);
            return delays[below] + (place - below) * (delays[above] - delays[below]);
        }
    }

    /**
     * A movement from link to link.
     *
     * @param fromLinkIndex link left
     * @param toLinkIndex link entered
     * @param vehicles that crossed the stop line
     * @param delaySeconds their delay on the link left, s
     */
    public record Movement(int fromLinkIndex, int toLinkIndex, int vehicles, double delaySeconds) {

        /** Delay per vehicle, s. */
        public double meanDelay() {
            return delaySeconds / vehicles;
        }
    }

    /** The growing sums of a collector. */
    static final class Sums {

        private final RoadNetwork network;
        private final int[] crossings; // by connector
        private final double[] crossingDelay;
        private final double[] linkDelay;
        private final TripList all = new TripList();
        private final Map<VehicleClass, TripList> byClass = new TreeMap<>();

        Sums(RoadNetwork network) {
            this.network = network;
            crossings = new int[network.connectorCount()];
            crossingDelay = new double[network.connectorCount()];
            linkDelay = new double[network.linkCount()];
        }

        void waited(int link, double seconds) {
            linkDelay[link] += seconds;
        }

        void onLink(int link, double seconds) {
            linkDelay[link] += seconds;
        }

        void crossed(int connector, double delay) {
            crossings[connector]++;
            crossingDelay[connector] += delay;
        }

        void trip(VehicleClass vehicleClass, double seconds, double delay, boolean arrived) {
            all.add(seconds, delay, arrived);
            byClass.computeIfAbsent(vehicleClass, c -> new TripList()).add(seconds, delay, arrived);
        }

        TripFigures figures() {
            Map<VehicleClass, Trips> classes = new TreeMap<>();
            byClass.forEach((c, list) -> classes.put(c, list.trips()));
            return new TripFigures(all.trips(), classes, movements(), linkDelay);
        }

        /** Connectors of the same two links are one movement. */
        private List<Movement> movements() {
            Map<Long, Movement> found = new TreeMap<>();
            for (int c = 0; c < crossings.length; c++) {
                if (crossings[c] > 0) {
                    int from = network.fromLink(c);
                    int to = network.toLink(c);
                    Movement lane = new Movement(from, to, crossings[c], crossingDelay[c]);
                    found.merge((long) from << 32 | to, lane, Sums::together);
                }
            }
            return new ArrayList<>(found.values());
        }

        private static Movement together(Movement a, Movement b) {
            return new Movement(
                    a.fromLinkIndex(),
                    a.toLinkIndex(),
                    a.vehicles() + b.vehicles(),
                    a.delaySeconds() + b.delaySeconds());
        }
    }

    /** Trips as they end. */
    private static final class TripList {
        private double[] seconds = new double[64];
        private double[] delays = new double[64];
        private int size;
        private int unfinished;

        void add(double tripSeconds, double delay, boolean arrived) {
            if (size == seconds.length) {
                seconds = Arrays.copyOf(seconds, 2 * size);
                delays = Arrays.copyOf(delays, 2 * size);
            }
            seconds[size] = tripSeconds;
            delays[size] = delay;
            size++;
            unfinished += arrived ? 0 : 1;
        }

        Trips trips() {
            return new Trips(Arrays.copyOf(seconds, size), Arrays.copyOf(delays, size), unfinished);
        }
    }
}
