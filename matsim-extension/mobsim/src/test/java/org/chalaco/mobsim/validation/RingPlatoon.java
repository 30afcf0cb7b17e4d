package org.chalaco.mobsim.validation;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.StepObserver;
import org.chalaco.mobsim.run.TrafficView;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Identical vehicles at equal distances on a ring, followed in its coordinate. Vehicle v follows
 * vehicle v - 1. Links are numbered against the direction of travel: links are filled in the order
 * of their indexes, so that whoever enters sees the one ahead.
 *
 * @param drivers how everyone drives
 * @param links links of the ring, at least 18: fewer would slow down for the bends
 * @param perLink vehicles on each, at most 4: so many enter at once
 * @param spacing from front to front, m
 * @param stepMillis time step, ms
 */
record RingPlatoon(Equilibrium drivers, int links, int perLink, double spacing, int stepMillis) {

    /** Where everyone was at one moment; a vehicle that never came has the position NaN. */
    record Moment(double time, double[] position, double[] speed, double circumference) {

        int vehicles() {
            int n = 0;
            for (double x : position) {
                n += Double.isNaN(x) ? 0 : 1;
            }
            return n;
        }

        double density() {
            return vehicles() / circumference;
        }

        double meanSpeed() {
            double sum = 0;
            for (double v : speed) {
                sum += v;
            }
            return sum / vehicles();
        }

        /** Standard deviation of the speeds, m/s. */
        double spread() {
            double mean = meanSpeed();
            double sum = 0;
            for (int k = 0; k < speed.length; k++) {
                sum += Double.isNaN(position[k]) ? 0 : (speed[k] - mean) * (speed[k] - mean);
            }
            return Math.sqrt(sum / vehicles());
        }

        double slowest() {
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < speed.length; k++) {
                least = Double.isNaN(position[k]) ? least : Math.min(least, speed[k]);
            }
            return least;
        }
    }

    int vehicles() {
        return links * perLink;
    }

    /**
     * Runs, and looks every so many seconds.
     *
     * @param shift how far the last vehicle starts behind its place, m
     */
    List<Moment> run(double seconds, double every, double shift) {
        RoadNetwork ring = ring();
        VehicleType car =
                new VehicleType(
                        "car",
                        VehicleClass.CAR,
                        drivers.length(),
                        50,
                        1,
                        drivers.driver(),
                        DriverSpread.NONE);
        TrafficCase full =
                TrafficCase.on(ring)
                        .withTypes(car)
                        .withDepartures(departures(ring, seconds, shift))
                        .until(seconds);
        Watch watch = new Watch(ring, vehicles());
        full.withParameters(
                        full.parameters()
                                .withCarFollowing(drivers.model())
                                .withStepMillis(stepMillis)
                                .withCheckMode(CheckMode.STEP))
                .simulation()
                .observe(every, watch)
                .run();
        return watch.moments;
    }

    private RoadNetwork ring() {
        RoadNetwork.Builder builder = RoadNetwork.builder();
        double radius = links * perLink * spacing / (2 * Math.PI);
        double speed = drivers.v0() / drivers.driver().speedFactor();
        for (int k = links - 1; k >= 0; k--) {
            double angle = 2 * Math.PI * k / links;
            builder.junction(
                    Junction.priority("r" + k, radius * Math.cos(angle), radius * Math.sin(angle)));
            builder.link(
                    Link.of(
                            "ring-" + k,
                            "r" + k,
                            "r" + (k + 1) % links,
                            perLink * spacing,
                            1,
                            speed));
        }
        return builder.build();
    }

    private List<Departure> departures(RoadNetwork ring, double seconds, double shift) {
        int rounds = 2 + (int) (seconds * drivers.v0() / (vehicles() * spacing));
        double lane = ring.laneLength(0);
        List<Departure> departures = new ArrayList<>();
        for (int v = 0; v < vehicles(); v++) {
            int link = v / perLink;
            int[] way = new int[rounds * links];
            java.util.Arrays.setAll(way, k -> Math.floorMod(link - k, links));
            boolean last = v == vehicles() - 1;
            double back = v % perLink * spacing + 0.05 + (last ? shift : 0);
            departures.add(new Departure(v, 0, 0, Route.of(way), (lane - back) / lane, 1));
        }
        return departures;
    }

    /** Keeps moments in the ring's coordinate. */
    private static final class Watch implements StepObserver {
        private final RoadNetwork network;
        private final int vehicles;
        private final List<Moment> moments = new ArrayList<>();

        Watch(RoadNetwork network, int vehicles) {
            this.network = network;
            this.vehicles = vehicles;
        }

        @Override
        public void observe(TrafficView view) {
            double[] positions = new double[vehicles];
            double[] speeds = new double[vehicles];
            java.util.Arrays.fill(positions, Double.NaN);
            int last = network.linkCount() - 1;
            double link = network.laneLength(0) + network.connectorLength(0);
            view.forEachVehicle(
                    (vehicle, lane, connector, x, v, a) -> {
                        int k =
                                connector >= 0
                                        ? network.fromLink(connector)
                                        : network.linkOfLane(lane);
                        double behind = connector >= 0 ? network.laneLength(0) : 0;
                        positions[vehicle] = (last - k) * link + behind + x;
                        speeds[vehicle] = v;
                    });
            moments.add(new Moment(view.time(), positions, speeds, (last + 1) * link));
        }
    }
}
