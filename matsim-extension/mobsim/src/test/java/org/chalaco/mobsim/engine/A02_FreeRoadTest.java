package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.chalaco.mobsim.run.CarFollowing;
import org.chalaco.mobsim.testkit.RoadDrawing;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.testkit.Trajectories;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** FEATURE UNDER TEST: one vehicle alone: it accelerates, keeps limits, and stops exactly. */
class A02_FreeRoadTest {

    private static final double V0 = 50 / 3.6;

    /** Speed on a free road, every 0.1 s, by the differential equation in 1 ms steps. */
    private static double[] freeSpeeds(double from, double v0, int seconds) {
        double[] speeds = new double[10 * seconds + 1];
        double v = from;
        for (int k = 0; k < speeds.length; k++) {
            speeds[k] = v;
            for (int ms = 0; ms < 100; ms++) {
                double ratio = v * v / (v0 * v0);
                v += 1e-3 * (1 - ratio * ratio);
            }
        }
        return speeds;
    }

    private static double largestError(CarFollowing model, int stepMillis) {
        TrafficCase road =
                RoadDrawing.of("A =1============> B      2000 m, 1 lane, 50 km/h").until(120);
        TrafficCase.Outcome run =
                road.withParameters(
                                road.parameters()
                                        .withCarFollowing(model)
                                        .withStepMillis(stepMillis))
                        .runAndFollow();
        Trajectories.Sample first = run.trajectories().of(0).get(0);
        double start = first.speed() - first.acceleration() * stepMillis / 1000.0;
        double[] exact = freeSpeeds(start, V0, 60);
        return run.trajectories().of(0).stream()
                .filter(s -> s.time() <= 60)
                .mapToDouble(s -> Math.abs(s.speed() - exact[(int) Math.round(10 * s.time())]))
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(CarFollowing.class)
    void acceleratesAsTheDifferentialEquationSaysAndBetterWithSmallerSteps(CarFollowing model) {
        double coarse = largestError(model, 1000);
        double medium = largestError(model, 500);
        double fine = largestError(model, 100);

        assertThat(coarse).isLessThan(0.25);
        assertThat(medium).isLessThan(0.12);
        assertThat(fine).isLessThan(0.03);
        assertThat(fine).isLessThan(0.5 * medium);
        assertThat(medium).isLessThan(0.7 * coarse);
    }

    @Test
    void neverExceedsTheLimitNorFallsShortOfIt() {
        Trajectories run =
                RoadDrawing.of("A =1============> B      2000 m, 1 lane, 50 km/h")
                        .runAndFollow()
                        .trajectories();

        assertThat(run.of(0)).allSatisfy(s -> assertThat(s.speed()).isLessThan(V0 + 1e-9));
        assertThat(run.last(0).speed()).isCloseTo(V0, within(0.01));
    }

    @Test
    void brakesGentlyForALowerLimitAndIsSlowWhenItBegins() {
        TrafficCase road =
                RoadDrawing.of(
                        "A =1======> C =====> B      800 m + 600 m, 1 lane, 80 km/h + 30 km/h");
        List<Trajectories.Sample> run = road.runAndFollow().trajectories().of(0);

        int second = road.network().firstLane(road.link("C-B"));
        assertThat(run).allSatisfy(s -> assertThat(s.acceleration()).isGreaterThan(-3.0 - 1e-9));
        assertThat(run)
                .filteredOn(s -> s.lane() == second)
                .allSatisfy(s -> assertThat(s.speed()).isLessThan(1.1 * 30 / 3.6));
        assertThat(run.get(run.size() - 1).speed()).isCloseTo(30 / 3.6, within(0.05));
    }

    @Test
    void stopsExactlyAndStays() {
        TrafficCase road =
                RoadDrawing.of(
                        "A =1=======|R|===> B      500 m, 1 lane, 50 km/h, stop line at 400 m");
        List<Trajectories.Sample> run = road.until(200).runAndFollow().trajectories().of(0);
        double stopLine = road.network().laneLength(road.network().firstLane(road.link("A-S")));

        Trajectories.Sample last = run.get(run.size() - 1);
        assertThat(last.speed()).isEqualTo(0.0);
        assertThat(stopLine - last.position()).isBetween(1.5, 2.6);
        for (int k = 1; k < run.size(); k++) {
            assertThat(run.get(k).position()).isGreaterThanOrEqualTo(run.get(k - 1).position());
        }
        assertThat(run.stream().filter(s -> s.time() > 150).map(s -> s.position()).distinct())
                .hasSize(1);
    }

    @Test
    void aVehicleIsNoFasterThanItCanBe() {
        VehicleType cart =
                new VehicleType(
                        "cart",
                        VehicleClass.TRUCK,
                        6,
                        7,
                        2,
                        DriverParameters.CITY,
                        DriverSpread.NONE);
        Trajectories run =
                RoadDrawing.of("A =1======> B      600 m, 1 lane, 80 km/h")
                        .withTypes(cart)
                        .runAndFollow()
                        .trajectories();

        assertThat(run.of(0)).allSatisfy(s -> assertThat(s.speed()).isLessThan(7 + 1e-9));
        assertThat(run.last(0).speed()).isCloseTo(7, within(0.01));
    }

    @Test
    void aTripEndsWhereItIsSaidToEnd() {
        TrafficCase road = RoadDrawing.of("A ==========> B      500 m, 1 lane, 50 km/h");
        Departure half = new Departure(0, 0, 10, road.route("A-B"), 0.2, 0.5);
        TrafficCase.Outcome run = road.withDepartures(List.of(half)).runAndFollow();

        double length = road.network().laneLength(0);
        assertThat(run.result().arrived()).isEqualTo(1);
        assertThat(run.events().entered(0)).isEqualTo(10);
        assertThat(run.trajectories().of(0).get(0).position())
                .isBetween(0.2 * length, 0.2 * length + 4);
        assertThat(run.trajectories().last(0).position())
                .isBetween(0.5 * length - 0.5 * V0, 0.5 * length);
    }
}
