package org.chalaco.mobsim.validation;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.testkit.Plot;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.testkit.Trajectories;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: queues have the jam density, grow at the speed of the shock and dissolve at
 * the speed of the starting wave.
 *
 * <p>Oracle: conservation of vehicles across the shock (Lighthill, Whitham 1955; Richards 1956):
 * {@code w = -q / (k_jam - q/v0)} behind which everyone stands. The starting wave of the
 * first-order theory is {@code -(s0 + l) / T}; vehicles that need time to gain speed are slower,
 * and field values are 15 to 20 km/h (Treiber and Kesting 2013, ch. 18).
 */
class C07_WavesTest {

    private static final double V0 = 50 / 3.6;
    private static final int QUEUE = 40;
    private static final double HEADWAY = 5;

    /** Where and when everyone passed a speed: places in m before the stop line. */
    private record Front(double[] time, double[] place) {

        double speed() {
            return StraightLine.through(time, place).slope();
        }
    }

    private static VehicleType car(ParameterSet set) {
        return set.type(VehicleClass.CAR).withSpread(DriverSpread.NONE);
    }

    private static Trajectories queue(VehicleType car, int stepMillis) {
        int green = (int) (HEADWAY * QUEUE) + 120;
        TrafficCase road = SignalisedLane.redUntil(green, 1000, V0).road().withTypes(car);
        return SignalisedLane.with(
                        SignalisedLane.stream(road, HEADWAY, new int[QUEUE]),
                        p -> p.withStepMillis(stepMillis).withTimes(0, green + 150))
                .runAndFollow()
                .trajectories();
    }

    /** When each passes this speed, downwards or upwards, first after a moment. */
    private static Front front(Trajectories run, double speed, boolean upwards, double after) {
        double[] time = new double[QUEUE];
        double[] place = new double[QUEUE];
        for (int v = 0; v < QUEUE; v++) {
            List<Trajectories.Sample> way = run.of(v);
            int k = 1;
            while (way.get(k).time() < after
                    || way.get(k).speed() >= speed != upwards
                    || way.get(k - 1).speed() >= speed == upwards) {
                k++;
            }
            Trajectories.Sample before = way.get(k - 1);
            double share = (speed - before.speed()) / (way.get(k).speed() - before.speed());
            time[v] = before.time() + share * (way.get(k).time() - before.time());
            place[v] =
                    before.distance() + share * (way.get(k).distance() - before.distance()) - 1000;
        }
        return new Front(time, place);
    }

    private static double jamDensity(Trajectories run, double at) {
        double first = run.at(0, at).distance();
        double last = run.at(QUEUE - 1, at).distance();
        return (QUEUE - 1) / (first - last);
    }

    private static Front from(Front front, int first) {
        return new Front(
                java.util.Arrays.copyOfRange(front.time(), first, QUEUE),
                java.util.Arrays.copyOfRange(front.place(), first, QUEUE));
    }

    @Test
    void frontsTravelAsTheoryAndTheFieldSay() {
        Evidence evidence = Evidence.of("waves").table("A queue of 40, a vehicle every 5 s.");
        Plot plot =
                Plot.titled("Fronts of a queue, lima-callao cars, dt 0.5 s")
                        .axes("time, s", "place before the stop line, m")
                        .xRange(0, 420)
                        .yRange(-350, 20);
        for (ParameterSet set : ParameterSet.listAll()) {
            VehicleType car = car(set);
            for (int step : new int[] {250, 500}) {
                claims(evidence, set, car, step);
            }
        }
        VehicleType lima = car(ParameterSet.LIMA_CALLAO);
        Trajectories run = queue(lima, 500);
        draw(plot, run, lima);
        evidence.diagram("queue-fronts", plot).settle();
    }

    private static double shockSpeed(VehicleType car) {
        double flow = 1 / HEADWAY;
        return -flow / (1 / (car.length() + car.driver().standstillGap()) - flow / V0);
    }

    private static void claims(Evidence evidence, ParameterSet set, VehicleType car, int step) {
        Trajectories run = queue(car, step);
        double green = HEADWAY * QUEUE + 120;
        String name = set.id() + ", dt " + step / 1000.0 + " s: ";
        double jam = 1 / (car.length() + car.driver().standstillGap());
        evidence.near(
                name + "jam density", 1000 * jamDensity(run, green), 1000 * jam, 0.04, "veh/km", 1);
        double shock = from(front(run, 0.5 * V0, false, 0), 3).speed();
        evidence.near(
                name + "shock, back of the growing queue",
                3.6 * shock,
                3.6 * shockSpeed(car),
                0.04,
                "km/h",
                2);
        double start = from(front(run, 2, true, green), 3).speed();
        evidence.between(
                name + "starting wave (first order: %.1f km/h)".formatted(-3.6 * firstOrder(car)),
                3.6 * start,
                new double[] {-22, -13},
                "km/h",
                1);
    }

    private static double firstOrder(VehicleType car) {
        return (car.length() + car.driver().standstillGap()) / car.driver().timeGap();
    }

    private static void draw(Plot plot, Trajectories run, VehicleType car) {
        double green = HEADWAY * QUEUE + 120;
        Front stop = front(run, 0.5 * V0, false, 0);
        Front start = front(run, 2, true, green);
        List<double[]> ways = new ArrayList<>();
        for (int v = 0; v < QUEUE; v += 4) {
            for (Trajectories.Sample s : run.of(v)) {
                if (s.time() % 2 == 0 && s.distance() > 600 && s.distance() < 1030) {
                    ways.add(new double[] {s.time(), s.distance() - 1000});
                }
            }
            ways.add(new double[] {Double.NaN, Double.NaN});
        }
        plot.curve("every fourth vehicle", column(ways, 0), column(ways, 1));
        plot.points("back of the queue", stop.time(), stop.place());
        plot.points("starting wave", start.time(), start.place());
        double t0 = stop.time()[3];
        double x0 = stop.place()[3];
        double t1 = stop.time()[QUEUE - 1];
        plot.dashed(
                "shock by conservation",
                new double[] {t0, t1},
                new double[] {x0, x0 + shockSpeed(car) * (t1 - t0)});
        double x1 = start.place()[0];
        plot.dashed(
                "first-order start",
                new double[] {start.time()[0], start.time()[0] + 260 / firstOrder(car)},
                new double[] {x1, x1 - 260});
    }

    private static double[] column(List<double[]> points, int k) {
        return points.stream().mapToDouble(p -> p[k]).toArray();
    }
}
