package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.mobsim.testkit.CrossJunction;
import org.chalaco.mobsim.testkit.RoadDrawing;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.testkit.Trajectories;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: drivers see whom they follow beyond the stop line: the tail of who turns off,
 * who merges from the lane beside, the end of a queue in the next street.
 */
class C04_AcrossJunctionsTest {

    private static final VehicleType CRAWLER =
            new VehicleType(
                    "crawler",
                    VehicleClass.SEMITRAILER,
                    16.5,
                    2, // so slow that its tail is long in the way
                    3,
                    DriverParameters.CITY,
                    DriverSpread.NONE);

    @Test
    void nobodyDrivesIntoTheTailOfWhoTurnsOff() {
        TrafficCase road =
                CrossJunction.of("N", "E", "S", "W")
                        .rank("S", 60)
                        .rank("N", 60)
                        .build()
                        .withTypes(CRAWLER, VehicleType.CAR)
                        .depart(0, 0, "S-in", "E-out")
                        .depart(1, 60, "S-in", "N-out");
        TrafficCase.Outcome run = road.runAndFollow();
        int lane = road.network().firstLane(road.link("S-in"));
        double length = road.network().laneLength(lane);
        int together = 0;
        for (Trajectories.Sample truck : run.trajectories().of(0)) {
            Trajectories.Sample car = run.trajectories().at(1, truck.time());
            if (truck.connector() < 0 || car == null || car.lane() != lane) {
                continue;
            }
            double rear = length + truck.position() - 16.5;
            if (rear < length) {
                assertThat(car.position()).isLessThan(rear);
                together++;
            }
        }
        assertThat(together).isGreaterThan(3);
        assertThat(run.result().arrived()).isEqualTo(2);
    }

    @Test
    void twoLanesZipIntoOneWithoutAnyoneStoppingDead() {
        TrafficCase road =
                RoadDrawing.of("A ====> C ====> B      400 m + 400 m, 2 lanes + 1 lane, 50 km/h");
        for (int v = 0; v < 60; v++) {
            road = road.depart(3.6 * (v / 2), "A-C", "C-B"); // in pairs, on both lanes
        }
        TrafficCase.Outcome run = road.runAndFollow();

        assertThat(run.result().arrived()).isEqualTo(60);
        assertNobodyStopsDead(run.trajectories(), road.parameters().stepSeconds());
        assertThat(smallestGap(run.trajectories(), road.network().firstLane(road.link("C-B"))))
                .isGreaterThan(1.0);
        assertThat(run.trajectories().all())
                .allSatisfy(s -> assertThat(s.acceleration()).isGreaterThan(-4.0));
    }

    /** Smallest gap between bumpers that was ever seen on a lane, m. */
    private static double smallestGap(Trajectories run, int lane) {
        Map<Double, List<Double>> fronts = new TreeMap<>();
        run.all().stream()
                .filter(s -> s.lane() == lane)
                .forEach(
                        s ->
                                fronts.computeIfAbsent(s.time(), t -> new ArrayList<>())
                                        .add(s.position()));
        double smallest = Double.POSITIVE_INFINITY;
        for (List<Double> positions : fronts.values()) {
            positions.sort(null);
            for (int k = 1; k < positions.size(); k++) {
                smallest =
                        Math.min(
                                smallest,
                                positions.get(k) - VehicleType.CAR.length() - positions.get(k - 1));
            }
        }
        return smallest;
    }

    @Test
    void nobodyStopsDeadBehindAQueueInTheNextStreet() {
        TrafficCase road =
                RoadDrawing.of(
                        "A ====> C ==|S|=> B      400 m + 100 m, 1 lane, 50 km/h, stop line at 50 m, signal green 0 s to 12 s of 60 s");
        for (int v = 0; v < 30; v++) {
            road = road.depart(7.0 * v, "A-C", "C-S", "S-B");
        }
        TrafficCase.Outcome run = road.runAndFollow();

        assertThat(run.result().arrived()).isEqualTo(30);
        assertNobodyStopsDead(run.trajectories(), road.parameters().stepSeconds());
    }

    /** No vehicle loses more speed in a step than its brakes can take. */
    private static void assertNobodyStopsDead(Trajectories run, double dt) {
        for (int vehicle : run.vehicles()) {
            List<Trajectories.Sample> own = run.of(vehicle);
            for (int k = 1; k < own.size(); k++) {
                assertThat(own.get(k).speed() - own.get(k - 1).speed())
                        .as("vehicle %d at %s s", vehicle, own.get(k).time())
                        .isGreaterThan(-9.0 * dt - 1e-9);
            }
        }
    }
}
