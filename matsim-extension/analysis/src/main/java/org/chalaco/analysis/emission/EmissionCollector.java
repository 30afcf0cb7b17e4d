package org.chalaco.analysis.emission;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.StepObserver;
import org.chalaco.mobsim.run.TrafficView;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Adds up what every vehicle emits, second by second, by class and by link and hour.
 *
 * <pre>{@code
 * EmissionCollector emissions = EmissionCollector.on(network, types::get, 7 * 3600).build();
 * MicroSimulation.on(network)....observe(EmissionCollector.EVERY, emissions).run();
 * EmissionTotals totals = emissions.totals();
 * }</pre>
 *
 * <p>The models were fitted to measurements of every second, so that the acceleration is the change
 * of speed over the second, not that of the last step, and the speed is the mean of both ends:
 * speed times time is then the distance driven. A vehicle that has just come is seen with the
 * acceleration of its last step. Part of a second at its first and last moment is missed or counted
 * too much, by half a second on average each way.
 *
 * <p>Vehicles inside a junction belong to the link they are entering. Costs a few per cent of the
 * traffic simulation; nothing if it is not asked for. Not thread-safe; serves one run.
 */
public final class EmissionCollector implements StepObserver {

    /** How often it must look at the road, s. */
    public static final double EVERY = 1;

    private static final int POLLUTANTS = Pollutant.values().length;

    private final RoadNetwork network;
    private final IntFunction<VehicleType> typeOfVehicle;
    private final EmissionProfile[] profiles;
    private final double countFrom;
    private final EmissionSums sums;

    private int frame;
    private double lastTime = Double.NaN;
    private int[] lastFrame = new int[1024]; // by vehicle, counted from 1; 0: never seen
    private float[] lastSpeed = new float[1024];
    private final double[] rates = new double[POLLUTANTS];

    private EmissionCollector(Builder builder) {
        network = builder.network;
        typeOfVehicle = builder.typeOfVehicle;
        countFrom = builder.countFrom;
        profiles = new EmissionProfile[VehicleClass.values().length];
        for (VehicleClass c : VehicleClass.values()) {
            profiles[c.ordinal()] = builder.fleet.profile(c);
        }
        sums = new EmissionSums(builder.startTime, builder.interval, network.linkCount());
    }

    /**
     * A collector, to be told more.
     *
     * @param typeOfVehicle type by vehicle index, of everyone who drives
     * @param startTime of the run, s since midnight
     */
    public static Builder on(
            RoadNetwork network, IntFunction<VehicleType> typeOfVehicle, double startTime) {
        return new Builder(network, typeOfVehicle, startTime);
    }

    @Override
    public void observe(TrafficView view) {
        double now = view.time();
        double elapsed = Double.isNaN(lastTime) ? EVERY : now - lastTime;
        frame++;
        boolean counts = now > countFrom;
        if (counts) {
            sums.openInterval(now);
        }
        view.forEachVehicle(
                (vehicle, lane, connector, position, speed, acceleration) -> {
                    if (vehicle >= lastFrame.length) {
                        grow(vehicle + 1);
                    }
                    if (counts) {
                        int link = lane >= 0 ? network.linkOfLane(lane) : network.toLink(connector);
                        see(vehicle, link, speed, acceleration, elapsed);
                    }
                    lastFrame[vehicle] = frame;
                    lastSpeed[vehicle] = (float) speed;
                });
        lastTime = now;
    }

    private void see(int vehicle, int link, double speed, double acceleration, double elapsed) {
        boolean seen = lastFrame[vehicle] == frame - 1 && frame > 1;
        double before = seen ? lastSpeed[vehicle] : speed;
        double a = seen ? (speed - before) / elapsed : acceleration;
        double mean = (before + speed) / 2;
        VehicleClass vehicleClass = typeOfVehicle.apply(vehicle).vehicleClass();
        EmissionProfile profile = profiles[vehicleClass.ordinal()];
        profile.rates(mean, a, rates);
        sums.add(vehicleClass.ordinal(), link, elapsed, mean, rates, profile.co2PerLitre());
    }

    private void grow(int size) {
        int larger = Math.max(size, 2 * lastFrame.length);
        lastFrame = Arrays.copyOf(lastFrame, larger);
        lastSpeed = Arrays.copyOf(lastSpeed, larger);
    }

    /** What it came to so far. */
    public EmissionTotals totals() {
        return sums.totals(network, Double.isNaN(lastTime) ? countFrom : lastTime);
    }

    /** What a collector may be told. */
    public static final class Builder {

        private final RoadNetwork network;
        private final IntFunction<VehicleType> typeOfVehicle;
        private final double startTime;
        private EmissionFleet fleet = EmissionFleet.CALLAO;
        private double countFrom;
        private double interval = 3600;

        private Builder(
                RoadNetwork network, IntFunction<VehicleType> typeOfVehicle, double startTime) {
            this.network = requireNonNull(network, "network");
            this.typeOfVehicle = requireNonNull(typeOfVehicle, "types of vehicles");
            this.startTime = startTime;
            countFrom = startTime;
        }

        /** What vehicles emit. Default: {@link EmissionFleet#CALLAO}. */
        public Builder fleet(EmissionFleet newFleet) {
            fleet = requireNonNull(newFleet, "fleet");
            return this;
        }

        /** Nothing before this time counts, s since midnight. Default: the start. */
        public Builder countFrom(double time) {
            countFrom = time;
            return this;
        }

        /** Length of the intervals of links, s, in step with midnight. Default: an hour. */
        public Builder interval(double seconds) {
            if (!(seconds > 0)) {
                throw new IllegalArgumentException(
                        "An interval of (%s s) has no time.%nMaybe 3600?".formatted(seconds));
            }
            interval = seconds;
            return this;
        }

        /** The collector. */
        public EmissionCollector build() {
            return new EmissionCollector(this);
        }
    }
}
