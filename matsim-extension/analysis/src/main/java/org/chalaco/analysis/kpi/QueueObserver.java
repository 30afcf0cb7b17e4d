package org.chalaco.analysis.kpi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.StepObserver;
import org.chalaco.mobsim.run.TrafficView;

/**
 * Measures queues, lane by lane, each time it looks; every 10 s is a good pace.
 *
 * <p>A vehicle is queued if it is slower than 5 km/h and its gap to the vehicle ahead, or to the
 * stop line, is below 10 m. A queue reaches from the stop line to the rear bumper of its last
 * vehicle. When green comes, its head drives off while its tail still stands: vehicles that move
 * between stop line and the first queued vehicle do not end the queue, and are not counted in it. A
 * queue that fills its lane goes on in the lanes behind, which have their own.
 *
 * <p>Memory: 6 bytes a lane and sample (800 lanes for four hours every 10 s: 7 MB). Not
 * thread-safe; serves one run.
 */
public final class QueueObserver implements StepObserver {

    /** Slower than this is queued, m/s. */
    public static final double QUEUED_BELOW = 5 / 3.6;

    /** A larger gap than this ends the queue, m. */
    public static final double LARGEST_GAP = 10;

    private static final double PERCENTILE = 0.95;

    private final RoadNetwork network;
    private final IntToDoubleFunction vehicleLength;
    private final List<Sample> samples = new ArrayList<>();

    /** All lanes at one moment. */
    private record Sample(double time, float[] length, short[] vehicles) {}

    /**
     * An observer of the stop lines of this network.
     *
     * @param vehicleLength length of a vehicle by its index, m
     */
    public QueueObserver(RoadNetwork network, IntToDoubleFunction vehicleLength) {
        this.network = network;
        this.vehicleLength = vehicleLength;
    }

    @Override
    public void observe(TrafficView view) {
        Sample sample =
                new Sample(
                        view.time(),
                        new float[network.laneCount()],
                        new short[network.laneCount()]);
        view.forEachVehicle(new LaneScan(sample));
        samples.add(sample);
    }

    /** Walks up each lane from its stop line. */
    private final class LaneScan implements TrafficView.VehicleVisitor {

        private final Sample sample;
        private int lane = RoadNetwork.NONE;
        private double rearAhead;
        private boolean movingAhead;
        private boolean ended;

        private LaneScan(Sample sample) {
            this.sample = sample;
        }

        @Override
        public void visit(
                int vehicle, int onLane, int connector, double position, double speed, double acc) {
            if (onLane < 0) {
                return;
            }
            if (onLane != lane) {
                lane = onLane;
                rearAhead = network.laneLength(onLane);
                movingAhead = false;
                ended = false;
            }
            if (!ended) {
                see(position, position - vehicleLength.applyAsDouble(vehicle), speed);
            }
        }

        private void see(double front, double rear, double speed) {
            boolean queueBegan = sample.vehicles[lane] > 0;
            boolean slow = speed < QUEUED_BELOW;
            boolean close = rearAhead - front < LARGEST_GAP || (movingAhead && !queueBegan);
            if (slow && close) {
                sample.vehicles[lane]++;
                double whole = network.laneLength(lane);
                sample.length[lane] = (float) Math.min(whole, whole - rear);
            } else if (queueBegan || slow) {
                ended = true;
            } else {
                movingAhead = true;
            }
            rearAhead = rear;
        }
    }

    /** Time of the {@code i}-th sample, s since midnight. */
    public double time(int i) {
        return samples.get(i).time();
    }

    /** Queue in a lane at the {@code i}-th sample, m from the stop line. */
    public double length(int laneIndex, int i) {
        return samples.get(i).length()[laneIndex];
    }

    /** Queued vehicles in a lane at the {@code i}-th sample. */
    public int vehicles(int laneIndex, int i) {
        return samples.get(i).vehicles()[laneIndex];
    }

    /** Queue of one lane over the samples in (from, until], s since midnight. */
    public QueueKpis lane(int laneIndex, double from, double until) {
        return over(laneIndex, laneIndex + 1, from, until);
    }

    /**
     * Queue of an approach over the samples in (from, until]: at each moment the longest of its
     * lanes' queues and the vehicles of all.
     */
    public QueueKpis approach(int linkIndex, double from, double until) {
        int first = network.firstLane(linkIndex);
        return over(first, first + network.laneCount(linkIndex), from, until);
    }

    private QueueKpis over(int firstLane, int endLane, double from, double until) {
        double[] lengths = new double[samples.size()];
        double[] vehicles = new double[samples.size()];
        int n = 0;
        for (Sample sample : samples) {
            if (sample.time() > from && sample.time() <= until) {
                for (int lane = firstLane; lane < endLane; lane++) {
                    lengths[n] = Math.max(lengths[n], sample.length()[lane]);
                    vehicles[n] += sample.vehicles()[lane];
                }
                n++;
            }
        }
        return n == 0
                ? QueueKpis.NONE
                : kpis(Arrays.copyOf(lengths, n), Arrays.copyOf(vehicles, n));
    }

    private static QueueKpis kpis(double[] lengths, double[] vehicles) {
        Arrays.sort(lengths);
        Arrays.sort(vehicles);
        return new QueueKpis(
                lengths.length,
                mean(lengths),
                percentile(lengths),
                lengths[lengths.length - 1],
                mean(vehicles),
                percentile(vehicles),
                vehicles[vehicles.length - 1]);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Nearest rank: the smallest value that 95 % of the samples do not exceed. */
    private static double percentile(double[] sorted) {
        return sorted[(int) Math.ceil(PERCENTILE * sorted.length) - 1];
    }
}
