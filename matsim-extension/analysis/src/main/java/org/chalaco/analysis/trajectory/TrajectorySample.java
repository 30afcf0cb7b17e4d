package org.chalaco.analysis.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.StepObserver;
import org.chalaco.mobsim.run.TrafficView;

/**
 * Where every vehicle was, for a chosen time: one {@link Frame} every second or so, for an
 * animation.
 *
 * <pre>{@code
 * TrajectorySample sample = new TrajectorySample(8 * 3600, 8.25 * 3600, 1);
 * MicroSimulation.on(network)....observe(1, sample).run();
 * for (Frame frame : sample.frames()) { ... }
 * }</pre>
 *
 * <p>Memory: 11 bytes a vehicle and frame (a quarter of an hour of 5000 vehicles, every second: 50
 * MB). Not thread-safe.
 */
public final class TrajectorySample implements StepObserver {

    private final double from;
    private final double until;
    private final double every;
    private final List<Frame> frames = new ArrayList<>();

    /**
     * Samples in [from, until].
     *
     * @param from s since midnight
     * @param until s since midnight
     * @param every seconds between two frames, at least; frames cannot come more often than the
     *     simulation is observed
     */
    public TrajectorySample(double from, double until, double every) {
        if (!(until >= from && every > 0)) {
            throw new IllegalArgumentException(
                    "A sample from (%s s) until (%s s) every (%s s) is empty."
                            .formatted(from, until, every));
        }
        this.from = from;
        this.until = until;
        this.every = every;
    }

    @Override
    public void observe(TrafficView view) {
        double time = view.time();
        if (time < from || time > until || isTooSoon(time)) {
            return;
        }
        Frame frame = new Frame(time, view.vehiclesOnRoad());
        view.forEachVehicle(frame::add);
        frames.add(frame);
    }

    /** Half a millisecond of tolerance: step times are sums that may be off by a rounding. */
    private boolean isTooSoon(double time) {
        return !frames.isEmpty() && time < frames.get(frames.size() - 1).time() + every - 5e-4;
    }

    /** The frames so far, in order of time. */
    public List<Frame> frames() {
        return List.copyOf(frames);
    }

    /**
     * All vehicles at one moment, in the order of lanes from the stop line backwards, then those
     * inside junctions. Positions are kept to 0.1 m (up to 6.5 km), speeds to 0.25 m/s (up to 63
     * m/s).
     */
    public static final class Frame {

        private static final double POSITION_STEP = 0.1;
        private static final double SPEED_STEP = 0.25;

        private final double time;
        private int size;
        private int[] vehicle;
        private int[] place; // lane, or the complement of the connector
        private short[] position;
        private byte[] speed;

        Frame(double time, int expected) {
            this.time = time;
            vehicle = new int[expected];
            place = new int[expected];
            position = new short[expected];
            speed = new byte[expected];
        }

        private void add(int who, int lane, int connector, double where, double fast, double acc) {
            if (size == vehicle.length) {
                grow();
            }
            vehicle[size] = who;
            place[size] = lane >= 0 ? lane : ~connector;
            position[size] =
                    (short) Math.max(0, Math.min(65535, Math.round(where / POSITION_STEP)));
            speed[size] = (byte) Math.max(0, Math.min(255, Math.round(fast / SPEED_STEP)));
            size++;
        }

        private void grow() {
            int capacity = Math.max(16, size * 2);
            vehicle = Arrays.copyOf(vehicle, capacity);
            place = Arrays.copyOf(place, capacity);
            position = Arrays.copyOf(position, capacity);
            speed = Arrays.copyOf(speed, capacity);
        }

        /** Seconds since midnight. */
        public double time() {
            return time;
        }

        /** Number of vehicles. */
        public int size() {
            return size;
        }

        /** Index of the {@code i}-th vehicle. */
        public int vehicle(int i) {
            return vehicle[i];
        }

        /** Lane it is on, or -1 inside a junction. */
        public int lane(int i) {
            return place[i] >= 0 ? place[i] : RoadNetwork.NONE;
        }

        /** Connector it is on, or -1 on a lane. */
        public int connector(int i) {
            return place[i] >= 0 ? RoadNetwork.NONE : ~place[i];
        }

        /** Link it is on: that of its lane, or the one it is entering. */
        public int link(int i, RoadNetwork network) {
            return place[i] >= 0 ? network.linkOfLane(place[i]) : network.toLink(~place[i]);
        }

        /** Front bumper from the start of the lane or connector, m. */
        public double position(int i) {
            return Short.toUnsignedInt(position[i]) * POSITION_STEP;
        }

        /** Speed, m/s. */
        public double speed(int i) {
            return Byte.toUnsignedInt(speed[i]) * SPEED_STEP;
        }
    }
}
