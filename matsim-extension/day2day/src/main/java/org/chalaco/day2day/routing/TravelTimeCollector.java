package org.chalaco.day2day.routing;

import java.util.Arrays;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.event.TrafficEvent.LinkEnter;
import org.chalaco.mobsim.event.TrafficEvent.LinkLeave;
import org.chalaco.mobsim.event.TrafficEvent.VehicleEntersTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleLeavesTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleStuck;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Learns {@link TravelTimes} from a run: the mean of all vehicles that entered a link in the same
 * bin, from stop line to stop line.
 *
 * <p>As in MATSim, a vehicle that parks on the link says nothing about driving through. Unlike in
 * MATSim, a vehicle that started in the first half of the link does, its missing part being driven
 * at free speed; and one that never left the link says that it took at least as long as it stood
 * there, which counts when it is more than the mean of those who did leave.
 *
 * <p>Mutable, not thread-safe; one instance serves one run.
 */
public final class TravelTimeCollector implements EventSink {

    private final RoadNetwork network;
    private final double binSize;
    private final int bins;
    private final double[][] sums; // per link, then bin: s
    private final int[][] counts; // per link, then bin
    private double[] entered = new double[1024]; // per vehicle: time, or NaN: not on a link
    private int[] onLink = new int[1024]; // per vehicle

    /** An empty collector. */
    public TravelTimeCollector(RoadNetwork network, double binSize) {
        this.network = network;
        this.binSize = binSize;
        bins = TravelTimes.binsUntil(TravelTimes.HORIZON, binSize);
        sums = new double[network.linkCount()][bins];
        counts = new int[network.linkCount()][bins];
        Arrays.fill(entered, Double.NaN);
    }

    @Override
    public void accept(TrafficEvent event) {
        if (event instanceof LinkLeave leave) {
            learn(leave.vehicleIndex(), leave.linkIndex(), leave.time());
        } else if (event instanceof LinkEnter enter) {
            begin(enter.vehicleIndex(), enter.linkIndex(), enter.time());
        } else if (event instanceof VehicleEntersTraffic enters) {
            start(enters);
        } else if (event instanceof VehicleLeavesTraffic leaves) {
            forget(leaves.vehicleIndex());
        } else if (event instanceof VehicleStuck stuck) {
            stand(stuck.vehicleIndex(), stuck.time());
        }
    }

    private void start(VehicleEntersTraffic event) {
        if (event.relativePosition() > 0.5) {
            forget(event.vehicleIndex());
            return;
        }
        double driven = event.relativePosition() * TravelTimes.freeTime(network, event.linkIndex());
        begin(event.vehicleIndex(), event.linkIndex(), Math.max(0, event.time() - driven));
    }

    private void begin(int vehicle, int link, double time) {
        reserve(vehicle);
        entered[vehicle] = time;
        onLink[vehicle] = link;
    }

    private void learn(int vehicle, int link, double time) {
        if (vehicle >= entered.length || Double.isNaN(entered[vehicle])) {
            return;
        }
        add(link, entered[vehicle], time - entered[vehicle]);
        entered[vehicle] = Double.NaN;
    }

    private void forget(int vehicle) {
        if (vehicle < entered.length) {
            entered[vehicle] = Double.NaN;
        }
    }

    /** A vehicle that was on its link until the end, or until it was taken off. */
    private void stand(int vehicle, double time) {
        if (vehicle >= entered.length || Double.isNaN(entered[vehicle])) {
            return;
        }
        int link = onLink[vehicle];
        int bin = binOf(entered[vehicle]);
        double atLeast = time - entered[vehicle];
        int n = counts[link][bin];
        double mean = n == 0 ? TravelTimes.freeTime(network, link) : sums[link][bin] / n;
        if (atLeast > mean) {
            add(link, entered[vehicle], atLeast);
        }
        entered[vehicle] = Double.NaN;
    }

    private void add(int link, double time, double seconds) {
        int bin = binOf(time);
        sums[link][bin] += seconds;
        counts[link][bin]++;
    }

    private int binOf(double time) {
        return Math.min(bins - 1, (int) (time / binSize));
    }

    private void reserve(int vehicle) {
        if (vehicle >= entered.length) {
            int before = entered.length;
            int size = Math.max(vehicle + 1, 2 * before);
            entered = Arrays.copyOf(entered, size);
            Arrays.fill(entered, before, size, Double.NaN);
            onLink = Arrays.copyOf(onLink, size);
        }
    }

    /**
     * What was learned.
     *
     * @param endTime when the run ended, s since midnight: vehicles still on a link stood there
     *     until then
     */
    public TravelTimes finish(double endTime) {
        for (int vehicle = 0; vehicle < entered.length; vehicle++) {
            stand(vehicle, endTime);
        }
        double[] means = new double[sums.length * bins];
        for (int link = 0; link < sums.length; link++) {
            for (int bin = 0; bin < bins; bin++) {
                int n = counts[link][bin];
                means[link * bins + bin] = n == 0 ? Double.NaN : sums[link][bin] / n;
            }
        }
        return TravelTimes.of(network, binSize, means);
    }
}
