package org.chalaco.mobsim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chalaco.mobsim.run.CarFollowing;
import org.chalaco.mobsim.testkit.Plot;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.testkit.Trajectories;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: trajectories converge to those of the differential equation as the time step
 * shrinks, at the order of the scheme.
 *
 * <p>Oracle: platoons integrated in steps of 1 ms (idm_platoons.csv): a free start, the approach to
 * a red, and a queue of twenty that starts at green. The ballistic step keeps the acceleration for
 * the whole step, so its error is of first order in the step.
 */
class C05_ReferenceTrajectoriesTest {

    private static final double V0 = 13.89;
    private static final double LENGTH = 5;
    private static final int[] STEPS = {100, 250, 500, 1000};
    private static final int GREEN = 300;

    /** Largest errors of position and speed over all vehicles and seconds. */
    private record Error(double position, double speed) {}

    private record Row(
            String scenario, double timeGap, double t, int vehicle, double x, double v) {}

    private static List<Row> reference(String scenario, double timeGap) {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        C05_ReferenceTrajectoriesTest.class.getResourceAsStream(
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
        assertThat(rows).hasSizeGreaterThan(50);
        return rows;
    }

    private static TrafficCase road(double timeGap, double toLine, int redUntil, int stepMillis) {
        VehicleType car =
                new VehicleType(
                        "car",
                        VehicleClass.CAR,
                        LENGTH,
                        50,
                        1,
                        new DriverParameters(1, timeGap, 2, 1, 1.5, 4, 0),
                        DriverSpread.NONE);
        TrafficCase road = SignalisedLane.redUntil(redUntil, toLine, V0).road().withTypes(car);
        return SignalisedLane.with(
                road, p -> p.withCarFollowing(CarFollowing.IDM).withStepMillis(stepMillis));
    }

    private static Trajectories approach(double timeGap, int stepMillis) {
        return road(timeGap, 300 + LENGTH, 900, stepMillis)
                .depart(0, SignalisedLane.BEFORE, SignalisedLane.BEYOND)
                .until(60)
                .runAndFollow()
                .trajectories();
    }

    private static Error errorAtRed(double timeGap, int stepMillis) {
        Trajectories run = approach(timeGap, stepMillis);
        double position = 0;
        double speed = 0;
        for (Row row : reference("red", timeGap)) {
            if (row.t() > 0) {
                Trajectories.Sample own = run.at(0, row.t());
                position = Math.max(position, Math.abs(own.position() - (300 + LENGTH) - row.x()));
                speed = Math.max(speed, Math.abs(own.speed() - row.v()));
            }
        }
        return new Error(position, speed);
    }

    /**
     * A queue with exactly the standstill gap: the first vehicle drives up to the red, the others
     * are put behind it.
     */
    private static Trajectories startingQueue(double timeGap, int stepMillis) {
        TrafficCase road =
                road(timeGap, 800, GREEN, stepMillis)
                        .depart(0, SignalisedLane.BEFORE, SignalisedLane.BEYOND);
        double standing = road.until(200).runAndFollow().trajectories().last(0).position();
        List<Departure> queue = new ArrayList<>(road.departures());
        for (int v = 1; v < 20; v++) {
            double share = (standing - v * (LENGTH + 2 + 1e-6)) / road.network().laneLength(0);
            queue.add(
                    new Departure(
                            v,
                            0,
                            200 + v,
                            road.route(SignalisedLane.BEFORE, SignalisedLane.BEYOND),
                            share,
                            1));
        }
        return road.withDepartures(queue).until(GREEN + 121).runAndFollow().trajectories();
    }

    /** Of the vehicles with an index below the limit; the way since green counts. */
    private static Error errorOfStart(
            Trajectories run, String scenario, double timeGap, int vehicles) {
        double position = 0;
        double speed = 0;
        for (Row row : reference(scenario, timeGap)) {
            if (row.vehicle() < vehicles) {
                double startX = scenario.equals("free") ? 0 : -1 - 7.0 * row.vehicle();
                Trajectories.Sample own = run.at(row.vehicle(), GREEN + row.t());
                double way = own.distance() - run.at(row.vehicle(), GREEN).distance();
                position = Math.max(position, Math.abs(way - (row.x() - startX)));
                speed = Math.max(speed, Math.abs(own.speed() - row.v()));
            }
        }
        return new Error(position, speed);
    }

    private static Error[][] errors(double timeGap) {
        Error[][] errors = new Error[3][STEPS.length];
        for (int k = 0; k < STEPS.length; k++) {
            Trajectories queue = startingQueue(timeGap, STEPS[k]);
            errors[0][k] = errorOfStart(queue, "free", 1.0, 1);
            errors[1][k] = errorAtRed(timeGap, STEPS[k]);
            errors[2][k] = errorOfStart(queue, "green", timeGap, 20);
        }
        return errors;
    }

    /** Slope of the straight line through log(step), log(error). */
    private static double order(double[] errors) {
        double[] steps = java.util.Arrays.stream(STEPS).asDoubleStream().map(Math::log).toArray();
        return StraightLine.through(steps, java.util.Arrays.stream(errors).map(Math::log).toArray())
                .slope();
    }

    private static double[] positions(Error[] errors) {
        return java.util.Arrays.stream(errors).mapToDouble(Error::position).toArray();
    }

    private static double[] speeds(Error[] errors) {
        return java.util.Arrays.stream(errors).mapToDouble(Error::speed).toArray();
    }

    private static final String[] SCENARIOS = {"free start", "red stop", "green start of 20"};

    private static final double[] TIME_GAPS = {1.0, 1.5};

    /**
     * Bounds in proportion to the step: m per s of step, by scenario and time gap. A start is half
     * a car ahead at most; over twenty cars that start one after the other it adds up.
     */
    private static final double[][] POSITION_BOUNDS = {{2.5, 2.5}, {1, 1}, {20, 8}};

    /** The same for speeds, m/s per s of step. */
    private static final double[][] SPEED_BOUNDS = {{0.25, 0.25}, {0.3, 0.3}, {1.6, 0.5}};

    private static final double[] FIRST_ORDER = {0.9, 1.2};

    @Test
    void trajectoriesConvergeToTheReference() {
        Evidence evidence = Evidence.of("trajectories");
        Error[][][] errors = {errors(TIME_GAPS[0]), errors(TIME_GAPS[1])};
        claims(evidence, "position, m", errors, C05_ReferenceTrajectoriesTest::positions);
        claims(evidence, "speed, m/s", errors, C05_ReferenceTrajectoriesTest::speeds);
        evidence.diagram("trajectory-errors", errorPlot(errors))
                .diagram("trajectory-green-start", startPlot())
                .settle();
    }

    private static void claims(
            Evidence evidence,
            String of,
            Error[][][] errors,
            java.util.function.Function<Error[], double[]> values) {
        evidence.columns(
                "Largest error of %s, over all vehicles and whole seconds.".formatted(of),
                "scenario",
                "dt 0.1 s",
                "dt 0.25 s",
                "dt 0.5 s",
                "dt 1 s",
                "bound",
                "order (0.9 to 1.2)");
        double[][] bounds = of.startsWith("position") ? POSITION_BOUNDS : SPEED_BOUNDS;
        for (int s = 0; s < SCENARIOS.length; s++) {
            for (int g = 0; g < (s == 0 ? 1 : 2); g++) {
                double[] e = values.apply(errors[g][s]);
                double order = order(e);
                evidence.cells(
                        name(s, g),
                        Evidence.number(e[0], 3),
                        Evidence.number(e[1], 3),
                        Evidence.number(e[2], 3),
                        Evidence.number(e[3], 3),
                        Evidence.number(bounds[s][g], 2) + " dt",
                        Evidence.number(order, 2));
                evidence.require(
                        order >= FIRST_ORDER[0] && order <= FIRST_ORDER[1],
                        "%s: order of %s is %.2f",
                        name(s, g),
                        of,
                        order);
                for (int k = 0; k < STEPS.length; k++) {
                    double bound = bounds[s][g] * STEPS[k] / 1000.0;
                    evidence.require(
                            e[k] <= bound,
                            "%s, step %d ms: error of %s %.3f above %.3f",
                            name(s, g),
                            STEPS[k],
                            of,
                            e[k],
                            bound);
                }
            }
        }
    }

    private static String name(int scenario, int timeGap) {
        return scenario == 0
                ? SCENARIOS[0]
                : "%s, T %s s".formatted(SCENARIOS[scenario], TIME_GAPS[timeGap]);
    }

    private static Plot errorPlot(Error[][][] errors) {
        Plot plot =
                Plot.titled("Largest position error against the 1 ms reference")
                        .axes("log10 of the time step, s", "log10 of the error, m")
                        .xRange(-1.1, 0.1);
        for (int s = 0; s < SCENARIOS.length; s++) {
            for (int g = 0; g < (s == 0 ? 1 : 2); g++) {
                double[] error = log(positions(errors[g][s]));
                plot.curve(name(s, g), log(seconds()), error)
                        .pointsOfSameColour("", log(seconds()), error);
            }
        }
        return plot.dashed("first order", log(seconds()), line());
    }

    private static double[] line() {
        return java.util.Arrays.stream(log(seconds())).map(x -> x - 0.5).toArray();
    }

    private static double[] seconds() {
        return java.util.Arrays.stream(STEPS).mapToDouble(s -> s / 1000.0).toArray();
    }

    private static double[] log(double[] values) {
        return java.util.Arrays.stream(values).map(Math::log10).toArray();
    }

    /** Speeds of the first, fifth and twentieth vehicle of the starting queue. */
    private static Plot startPlot() {
        Plot plot =
                Plot.titled("A queue starts at green: speeds, T 1.0 s")
                        .axes("time since green, s", "speed, m/s")
                        .xRange(0, 60);
        Trajectories run = startingQueue(1.0, 500);
        int[] vehicles = {0, 4, 19};
        for (int v : vehicles) {
            List<Row> rows =
                    reference("green", 1.0).stream()
                            .filter(r -> r.vehicle() == v && r.t() <= 60)
                            .toList();
            double[] t = rows.stream().mapToDouble(Row::t).toArray();
            plot.curve(
                    "vehicle %d, 1 ms reference".formatted(v + 1),
                    t,
                    rows.stream().mapToDouble(Row::v).toArray());
            plot.pointsOfSameColour(
                    "vehicle %d, dt 0.5 s".formatted(v + 1),
                    t,
                    rows.stream().mapToDouble(r -> run.at(v, GREEN + r.t()).speed()).toArray());
        }
        return plot;
    }
}
