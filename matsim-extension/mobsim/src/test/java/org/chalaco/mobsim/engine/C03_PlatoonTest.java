package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.CarFollowing;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.testkit.RingRoad;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.testkit.Trajectories;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE UNDER TEST: vehicles follow each other as the equations of the model say.
 *
 * <p>Oracles: platoons integrated in steps of 1 ms (idm_platoons.csv), and the closed form of the
 * equilibrium.
 */
class C03_PlatoonTest {

    private static final double V0 = 13.89;
    private static final double LENGTH = 5;
    private static final int[] STEPS = {1000, 500, 250, 100};

    private record Row(
            String scenario, double timeGap, double t, int vehicle, double x, double v) {}

    private static List<Row> reference(String scenario, double timeGap) {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        C03_PlatoonTest.class.getResourceAsStream(
                                                "/org/chalaco/mobsim/idm_platoons.csv")),
                                StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith(scenario + "," + timeGap)) {
                    String[] f = line.split(",");
                    rows.add(
                            new Row(
                                    f[0],
                                    Double.parseDouble(f[1]),
                                    Double.parseDouble(f[2]),
                                    Integer.parseInt(f[3]),
                                    Double.parseDouble(f[4]),
                                    Double.parseDouble(f[5])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(rows).isNotEmpty();
        return rows;
    }

    private static VehicleType car(double timeGap) {
        return new VehicleType(
                "car",
                VehicleClass.CAR,
                LENGTH,
                50,
                1,
                new DriverParameters(1, timeGap, 2, 1, 1.5, 4, 0),
                DriverSpread.NONE);
    }

    /** A road with a stop line after so many metres that is red until a moment. */
    private static TrafficCase road(double timeGap, double toLine, int redUntil, int stepMillis) {
        double setback = 0.25;
        RoadNetwork network =
                RoadNetwork.builder()
                        .junction(Junction.priority("A", 0, 0))
                        .junction(Junction.priority("S", toLine + 2 * setback, 0))
                        .junction(Junction.priority("B", toLine + 2000, 0))
                        .link(Link.of("A-S", "A", "S", toLine + 2 * setback, 1, V0))
                        .link(Link.of("S-B", "S", "B", 2000, 1, V0))
                        .build();
        assertThat(network.laneLength(0)).isCloseTo(toLine, within(1e-9));
        SignalSystem signal =
                SignalSystem.of(
                        "S",
                        List.of(new SignalGroup("S", List.of(SignalHead.ofLink("A-S")))),
                        new SignalPlan(
                                "S",
                                1000,
                                0,
                                List.of(new SignalPlan.GroupGreen("S", redUntil, 999))));
        TrafficCase empty =
                TrafficCase.on(network).withSignals(List.of(signal)).withTypes(car(timeGap));
        return empty.withParameters(
                empty.parameters().withCarFollowing(CarFollowing.IDM).withStepMillis(stepMillis));
    }

    private static double errorAtRed(double timeGap, int stepMillis) {
        TrafficCase road = road(timeGap, 300 + LENGTH, 900, stepMillis).depart(0, "A-S", "S-B");
        Trajectories run = road.until(60).runAndFollow().trajectories();
        return reference("red", timeGap).stream()
                .filter(r -> r.t() > 0 && r.t() <= 60)
                .mapToDouble(r -> Math.abs(run.at(0, r.t()).position() - (300 + LENGTH) - r.x()))
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0, 1.5})
    void approachesAStandingObstacleAsTheReferenceDoes(double timeGap) {
        double[] errors = IntStream.of(STEPS).mapToDouble(s -> errorAtRed(timeGap, s)).toArray();

        assertThat(errors[0]).isLessThan(1.0);
        assertThat(errors[1]).isLessThan(0.5);
        assertThat(errors[2]).isLessThan(0.25);
        assertThat(errors[3]).isLessThan(0.12);
        assertThat(errors).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    /**
     * A queue with exactly the standstill gap: the first vehicle drives up to the red, the others
     * are put behind it.
     */
    private static Trajectories startingQueue(double timeGap, int stepMillis, int green) {
        TrafficCase road = road(timeGap, 800, green, stepMillis).depart(0, "A-S", "S-B");
        double standing = road.until(200).runAndFollow().trajectories().last(0).position();
        List<Departure> queue = new ArrayList<>(road.departures());
        for (int v = 1; v < 20; v++) {
            double share = (standing - v * (LENGTH + 2 + 1e-6)) / road.network().laneLength(0);
            queue.add(new Departure(v, 0, 200 + v, road.route("A-S", "S-B"), share, 1));
        }
        return road.withDepartures(queue).until(green + 121).runAndFollow().trajectories();
    }

    private static double errorOfStart(double timeGap, int stepMillis) {
        int green = 300;
        Trajectories run = startingQueue(timeGap, stepMillis, green);
        double worst = 0;
        for (Row row : reference("green", timeGap)) {
            double startX = -1 - 7.0 * row.vehicle();
            double own =
                    run.at(row.vehicle(), green + row.t()).distance()
                            - run.at(row.vehicle(), green).distance();
            worst = Math.max(worst, Math.abs(own - (row.x() - startX)));
        }
        return worst;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0, 1.5})
    void aQueueStartsAsTheReferenceDoes(double timeGap) {
        double[] errors = IntStream.of(STEPS).mapToDouble(s -> errorOfStart(timeGap, s)).toArray();

        assertThat(errors[0]).isLessThan(20);
        assertThat(errors[1]).isLessThan(9);
        assertThat(errors[2]).isLessThan(4.5);
        assertThat(errors[3]).isLessThan(2);
        assertThat(errors).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    private static Trajectories ring(CarFollowing model, int vehicles, double spacing) {
        TrafficCase ring = RingRoad.of(vehicles * spacing, vehicles, 1, V0).withTypes(car(1.0));
        TrafficCase full = RingRoad.withVehicles(ring, 60, IntStream.range(0, vehicles).toArray());
        return full.withParameters(full.parameters().withCarFollowing(model).withTimes(0, 400))
                .runAndFollow()
                .trajectories();
    }

    @ParameterizedTest
    @ValueSource(doubles = {11, 14, 18})
    void idmSettlesAtItsEquilibriumGap(double spacing) {
        Trajectories run = ring(CarFollowing.IDM, 40, spacing);

        for (int v = 0; v < 40; v++) {
            double speed = run.last(v).speed();
            double gap = (2 + speed) / Math.sqrt(1 - Math.pow(speed / V0, 4));
            assertThat(gap + LENGTH).isCloseTo(spacing, within(0.03 * spacing));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {11, 14, 18})
    void iidmSettlesAtItsTimeGap(double spacing) {
        Trajectories run = ring(CarFollowing.IIDM, 40, spacing);

        for (int v = 0; v < 40; v++) {
            double speed = run.last(v).speed();
            assertThat(2 + speed * 1.0 + LENGTH).isCloseTo(spacing, within(0.03 * spacing));
        }
    }

    @Test
    void behindASlowLeaderTheGapIsStandstillGapPlusTimeGapTimesSpeed() {
        TrafficCase road = road(1.0, 3000, 1, 500);
        VehicleType slow =
                new VehicleType(
                        "slow", VehicleClass.TRUCK, 10, 6, 2, car(1).driver(), DriverSpread.NONE);
        TrafficCase two =
                road.withTypes(slow, car(1.0))
                        .depart(0, 0, "A-S", "S-B")
                        .depart(1, 5, "A-S", "S-B");
        Trajectories run =
                two.withParameters(two.parameters().withCarFollowing(CarFollowing.IIDM))
                        .runAndFollow()
                        .trajectories();

        double gap = run.at(0, 400).distance() - 10 - run.at(1, 400).distance();
        assertThat(run.at(1, 400).speed()).isCloseTo(6, within(0.01));
        assertThat(gap + (10 - LENGTH)).isBetween(8.0 - 0.3, 13.3);
    }
}
