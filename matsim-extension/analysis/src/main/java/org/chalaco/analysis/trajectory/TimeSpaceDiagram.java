package org.chalaco.analysis.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.StepObserver;
import org.chalaco.mobsim.run.TrafficView;

/**
 * The vehicles along a chain of links: distance over time, one {@link Path} for each drive through.
 *
 * <p>Distance is measured along the centre line from the first junction of the chain, m, so that a
 * link's end is the sum of the lengths so far; lanes and boxes are stretched to fit. Vehicles on
 * connectors that leave or join the chain are not on it.
 *
 * <p>Memory: 20 bytes a vehicle and sample. Not thread-safe.
 */
public final class TimeSpaceDiagram implements StepObserver {

    private final RoadNetwork network;
    private final int[] links;
    private final double[] laneStart; // per link of the chain: where its lanes start
    private final double[] stopLine; // and where they end
    private final int[] placeOfLink; // per link of the network: place in the chain, or -1
    private final double from;
    private final double until;
    private double every = Double.POSITIVE_INFINITY;
    private double lastTime = Double.NaN;

    private int size;
    private int[] vehicle = new int[1024];
    private double[] time = new double[1024];
    private float[] distance = new float[1024];
    private int[] lane = new int[1024];

    /**
     * One drive along the chain.
     *
     * @param vehicleIndex the vehicle
     * @param times s since midnight, ascending
     * @param distances of its front bumper from the start of the chain, m
     * @param lanes lane from the kerb, -1 inside a junction
     */
    public record Path(int vehicleIndex, double[] times, float[] distances, int[] lanes) {}

    /**
     * A diagram along these links from one time to another.
     *
     * @param linkIndexes links, each leading to the next, none twice
     * @param from s since midnight
     * @param until s since midnight
     * @throws IllegalArgumentException if the links are no chain
     */
    public TimeSpaceDiagram(RoadNetwork network, int[] linkIndexes, double from, double until) {
        this.network = network;
        this.links = linkIndexes.clone();
        this.from = from;
        this.until = until;
        placeOfLink = new int[network.linkCount()];
        Arrays.fill(placeOfLink, RoadNetwork.NONE);
        laneStart = new double[links.length];
        stopLine = new double[links.length];
        double start = 0;
        for (int k = 0; k < links.length; k++) {
            requireNext(k);
            placeOfLink[links[k]] = k;
            double end = start + network.length(links[k]);
            laneStart[k] = start + network.startSetback(links[k]);
            stopLine[k] = end - network.endSetback(links[k]);
            start = end;
        }
    }

    private void requireNext(int k) {
        if (k > 0 && network.toJunction(links[k - 1]) != network.fromJunction(links[k])) {
            throw new IllegalArgumentException(
                    "Link (%s) does not follow link (%s)."
                            .formatted(
                                    network.link(links[k]).id(), network.link(links[k - 1]).id()));
        }
        if (placeOfLink[links[k]] != RoadNetwork.NONE) {
            throw new IllegalArgumentException(
                    "Link (%s) is twice in the chain.".formatted(network.link(links[k]).id()));
        }
    }

    /** Number of links of the chain. */
    public int linkCount() {
        return links.length;
    }

    /** Index of the {@code k}-th link. */
    public int link(int k) {
        return links[k];
    }

    /** Where the stop line of the {@code k}-th link lies, m from the start of the chain. */
    public double stopLine(int k) {
        return stopLine[k];
    }

    @Override
    public void observe(TrafficView view) {
        double now = view.time();
        if (now < from || now > until) {
            return;
        }
        if (!Double.isNaN(lastTime)) {
            every = Math.min(every, now - lastTime);
        }
        lastTime = now;
        view.forEachVehicle(
                (who, onLane, connector, position, speed, a) ->
                        see(now, who, onLane, connector, position));
    }

    private void see(double now, int who, int onLane, int connector, double position) {
        if (onLane >= 0) {
            int k = placeOfLink[network.linkOfLane(onLane)];
            if (k != RoadNetwork.NONE) {
                double share = position / network.laneLength(onLane);
                add(
                        now,
                        who,
                        laneStart[k] + share * (stopLine[k] - laneStart[k]),
                        network.positionOnLink(onLane));
            }
            return;
        }
        int k = placeOfLink[network.fromLink(connector)];
        if (k != RoadNetwork.NONE && placeOfLink[network.toLink(connector)] == k + 1) {
            double share = position / network.connectorLength(connector);
            add(now, who, stopLine[k] + share * (laneStart[k + 1] - stopLine[k]), RoadNetwork.NONE);
        }
    }

    private void add(double now, int who, double where, int onLane) {
        if (size == vehicle.length) {
            vehicle = Arrays.copyOf(vehicle, size * 2);
            time = Arrays.copyOf(time, size * 2);
            distance = Arrays.copyOf(distance, size * 2);
            lane = Arrays.copyOf(lane, size * 2);
        }
        vehicle[size] = who;
        time[size] = now;
        distance[size] = (float) where;
        lane[size] = onLane;
        size++;
    }

    /**
     * The drives, by vehicle, then time. A vehicle that leaves the chain and comes back has two.
     */
    public List<Path> paths() {
        long[] order = new long[size]; // vehicle in the high half, sample in the low half
        for (int i = 0; i < size; i++) {
            order[i] = (long) vehicle[i] << 32 | i;
        }
        Arrays.sort(order);
        List<Path> paths = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= size; i++) {
            if (i == size || isNewPath((int) order[i - 1], (int) order[i])) {
                paths.add(path(order, start, i));
                start = i;
            }
        }
        return paths;
    }

    private boolean isNewPath(int before, int after) {
        return vehicle[before] != vehicle[after] || time[after] - time[before] > 1.5 * every;
    }

    private Path path(long[] order, int start, int end) {
        double[] times = new double[end - start];
        float[] distances = new float[end - start];
        int[] lanes = new int[end - start];
        for (int i = start; i < end; i++) {
            int sample = (int) order[i];
            times[i - start] = time[sample];
            distances[i - start] = distance[sample];
            lanes[i - start] = lane[sample];
        }
        return new Path(vehicle[(int) order[start]], times, distances, lanes);
    }
}
