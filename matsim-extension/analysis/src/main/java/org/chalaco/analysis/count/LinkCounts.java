package org.chalaco.analysis.count;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.chalaco.analysis.kpi.IntervalGrid;
import org.chalaco.mobsim.detector.CountStation;
import org.chalaco.mobsim.detector.TrafficCount;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.event.TrafficEvent.LinkLeave;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * Counts vehicles at every stop line, by class and interval. Vehicles that arrive on a link before
 * its stop line are not counted on it.
 *
 * <p>Memory: 40 bytes a link and interval. Not thread-safe; serves one run.
 */
public final class LinkCounts implements EventSink {

    private static final VehicleClass[] CLASSES = VehicleClass.values();

    private final RoadNetwork network;
    private final IntervalGrid grid;
    private final IntFunction<VehicleClass> classOfVehicle;
    private final List<int[]> counts = new ArrayList<>(); // per interval: [link * classes + class]

    /**
     * Counts from nothing.
     *
     * @param start start of the first interval, s since midnight
     * @param interval length of an interval, s
     * @param classOfVehicle class of a vehicle by its index
     */
    public LinkCounts(
            RoadNetwork network,
            double start,
            double interval,
            IntFunction<VehicleClass> classOfVehicle) {
        this.network = network;
        this.grid = new IntervalGrid(start, interval);
        this.classOfVehicle = classOfVehicle;
    }

    @Override
    public void accept(TrafficEvent event) {
        if (event instanceof LinkLeave e) {
            int vehicleClass = classOfVehicle.apply(e.vehicleIndex()).ordinal();
            counts(grid.index(e.time()))[e.linkIndex() * CLASSES.length + vehicleClass]++;
        }
    }

    /**
     * Closes the run: intervals in which nobody passed count, too, as far as the run went.
     *
     * @param endTime s since midnight
     */
    public void finish(double endTime) {
        counts(grid.index(endTime));
    }

    private int[] counts(int k) {
        while (counts.size() <= k) {
            counts.add(new int[network.linkCount() * CLASSES.length]);
        }
        return counts.get(k);
    }

    /** Number of intervals so far. */
    public int intervalCount() {
        return counts.size();
    }

    /** Start of the k-th interval, s since midnight. */
    public double from(int k) {
        return grid.from(k);
    }

    /** End of the k-th interval, s since midnight. */
    public double until(int k) {
        return grid.until(k);
    }

    /** Vehicles of one class over the stop line of a link in the k-th interval. */
    public int count(int linkIndex, VehicleClass vehicleClass, int k) {
        return counts.get(k)[linkIndex * CLASSES.length + vehicleClass.ordinal()];
    }

    /** Vehicles of all classes over the stop line of a link in the k-th interval. */
    public int count(int linkIndex, int k) {
        int sum = 0;
        for (VehicleClass vehicleClass : CLASSES) {
            sum += count(linkIndex, vehicleClass, k);
        }
        return sum;
    }

    /**
     * The counts of some stations, for all classes together and for each class that appeared there.
     *
     * @param stations where; stations on links the network does not have are left out
     * @param sampleFactor share of the traffic that was simulated: counts are divided by it
     */
    public List<TrafficCount> toTrafficCounts(List<CountStation> stations, double sampleFactor) {
        List<TrafficCount> all = new ArrayList<>();
        for (CountStation station : stations) {
            int link = network.findLink(station.linkId());
            for (int k = 0; link != RoadNetwork.NONE && k < counts.size(); k++) {
                all.add(trafficCount(station, k, null, count(link, k) / sampleFactor));
                for (VehicleClass c : CLASSES) {
                    if (count(link, c, k) > 0) {
                        all.add(trafficCount(station, k, c, count(link, c, k) / sampleFactor));
                    }
                }
            }
        }
        return all;
    }

    private TrafficCount trafficCount(
            CountStation station, int k, VehicleClass vehicleClass, double vehicles) {
        return new TrafficCount(
                station.id(), grid.from(k), grid.until(k), vehicleClass, vehicles, 1);
    }
}
