package org.chalaco.mobsim.validation;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.StepObserver;
import org.chalaco.mobsim.run.TrafficView;
import org.chalaco.mobsim.testkit.RingRoad;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Identical vehicles at equal distances on a ring, followed in its coordinate. Not thread-safe.
 *
 * @param drivers how everyone drives
 * @param links links of the ring, at least 18: fewer would slow down for the bends
 * @param perLink vehicles on each, at most 4: so many enter at once
 * @param density veh/m
 * @param stepMillis time step, ms
 */
record RingPlatoon(
        Equilibrium drivers, int links, int perLink, double density, int stepMillis) {

    /** Where everyone was at one moment, in the order of the vehicles. */
    record Moment(double time, double[] position, double[] speed) {

        double meanSpeed() {
            double sum = 0;
            for (double v : speed) {
                sum += v;
            }
            return sum / speed.length;
        }

        /** Standard deviation of the speeds, m/s. */
        double spread() {
            double mean = meanSpeed();
            double sum = 0;
            for (double v : speed) {
                sum += (v - mean) * (v - mean);
            }
            return Math.sqrt(sum / speed.length);
        }

        double slowest() {
            double least = Double.POSITIVE_INFINITY;
            for (double v : speed) {
                least = Math.min(least, v);
            }
            return least;
        }
    }

    int vehicles() {
        return links * perLink;
    }

    double circumference() {
        return vehicles() / density;
    }

    /**
     * Runs, and looks every so many seconds.
     *
     * @param shift how far the first vehicle starts behind its place, m
     */
    List<Moment> run(double seconds, double every, double shift) {
        TrafficCase ring = RingRoad.of(circumference(), links, 1, freeSpeed());
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
                ring.withTypes(car).withDepartures(departures(ring, seconds, shift)).until(seconds);
        Watch watch = new Watch(ring.network(), vehicles());
        TrafficCase run =
                full.withParameters(
                        full.parameters()
                                .withCarFollowing(drivers.model())
                                .withStepMillis(stepMillis)
                                .withCheckMode(CheckMode.STEP));
        run.simulation().observe(every, watch).run();
        return watch.moments;
    }

    private double freeSpeed() {
        return drivers.v0() / drivers.driver().speedFactor();
    }

    private List<Departure> departures(TrafficCase ring, double seconds, double shift) {
        int rounds = 2 + (int) (seconds * drivers.v0() / circumference());
        double lane = ring.network().laneLength(0);
        double spacing = 1 / density;
        List<Departure> departures = new ArrayList<>();
        for (int v = 0; v < vehicles(); v++) {
            // leaders first: who enters sees how fast the one ahead is; vehicle v follows v - 1
            int place = vehicles() - 1 - v;
            int link = place / perLink;
            int[] way = new int[rounds * links];
            java.util.Arrays.setAll(way, k -> (link + k) % links);
            // the last on a link stands just before its end, so that all have room to enter
            double back = (perLink - 1 - place % perLink) * spacing + 0.05 + (v == 0 ? shift : 0);
            double share = (lane - back) / lane;
            departures.add(new Departure(v, 0, 0, Route.of(way), share, 1));
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
            double link = network.laneLength(0) + network.connectorLength(0);
            view.forEachVehicle(
                    (vehicle, lane, connector, x, v, a) -> {
                        int k =
                                connector >= 0
                                        ? network.fromLink(connector)
                                        : network.linkOfLane(lane);
                        double behind = connector >= 0 ? network.laneLength(0) : 0;
                        positions[vehicle] = k * link + behind + x;
                        speeds[vehicle] = v;
                    });
            if (view.vehiclesOnRoad() == vehicles) {
                moments.add(new Moment(view.time(), positions, speeds));
            }
        }
    }
}
