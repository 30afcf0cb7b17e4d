package org.chalaco.mobsim.validation;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.run.JunctionRules;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.testkit.GridTown;
import org.chalaco.mobsim.testkit.Plot;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.testkit.Trajectories;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: a queue spills back over a junction, at the speed of the shock on both sides
 * of it, blocks those who would turn off before it, and dissolves.
 *
 * <p>The road: west to east over the junction 0/0 to a signal at 1/0, red for 15 minutes, 300 m
 * apart. Every tenth vehicle turns off to the north at 0/0. Oracle: {@code w = -q / (k_jam - q/v0)}
 * with the flow that stays on the road.
 */
class F04_SpillbackShockTest {

    private static final double V0 = 50 / 3.6;
    private static final int GREEN = 900;
    private static final double HEADWAY = 7;
    private static final int QUEUE = 90;
    private static final int TURNS = 10;

    private static final VehicleType CAR =
            ParameterSet.LIMA_CALLAO.type(VehicleClass.CAR).withSpread(DriverSpread.NONE);

    private static TrafficCase road(double keepClear) {
        TrafficCase town = GridTown.of(2, 1, 300, 1, V0, JunctionControl.PRIORITY).withTypes(CAR);
        SignalGroup red = new SignalGroup("red", List.of(SignalHead.ofLink("0/0-1/0")));
        SignalPlan plan =
                new SignalPlan(
                        "red", 7200, 0, List.of(new SignalPlan.GroupGreen("red", GREEN, 7000)));
        List<Departure> departures = new ArrayList<>();
        for (int v = 0; v < QUEUE; v++) {
            departures.add(
                    Departure.of(
                            v,
                            0,
                            HEADWAY * v,
                            v % TURNS == TURNS - 1
                                    ? town.route("-1/0-0/0", "0/0-0/1")
                                    : town.route("-1/0-0/0", "0/0-1/0", "1/0-2/0")));
        }
        return SignalisedLane.with(
                town.withSignals(List.of(SignalSystem.of("1/0", List.of(red), plan)))
                        .withDepartures(departures)
                        .until(2400),
                p ->
                        p.withJunctions(
                                new JunctionRules(
                                        4.5, keepClear, 3, 0.5, Double.POSITIVE_INFINITY)));
    }

    /** Where and when one came to the queue. */
    private record Joined(int vehicle, double time, double place) {}

    private static List<Joined> joined(Trajectories run) {
        List<Joined> joined = new ArrayList<>();
        for (int v = 0; v < QUEUE; v++) {
            List<Trajectories.Sample> way = run.of(v);
            for (int k = 1; k < way.size() && way.get(k).time() < GREEN; k++) {
                if (way.get(k).speed() < 0.2 && way.get(k - 1).speed() >= 0.2) {
                    joined.add(new Joined(v, way.get(k).time(), way.get(k).distance()));
                    break;
                }
            }
        }
        return joined;
    }

    private static double speed(List<Joined> joined) {
        return StraightLine.through(
                        joined.stream().mapToDouble(Joined::time).toArray(),
                        joined.stream().mapToDouble(Joined::place).toArray())
                .slope();
    }

    private static double shock(double flow) {
        return -flow / (1 / (CAR.length() + CAR.driver().standstillGap()) - flow / V0);
    }

    @Test
    void theQueueSpillsBackBlocksAndDissolves() {
        TrafficCase road = road(1);
        TrafficCase.Outcome run = road.runAndFollow();
        Trajectories trajectories = run.trajectories();
        List<Joined> joined = joined(trajectories);
        double first = road.network().laneLength(road.network().firstLane(road.link("-1/0-0/0")));
        List<Joined> beyond = joined.stream().filter(j -> j.place() > first + 1).toList();
        List<Joined> before = joined.stream().filter(j -> j.place() <= first + 1).toList();
        Evidence evidence =
                Evidence.of("spillback")
                        .table("A car every 7 s, every tenth turns off before the red.");
        evidence.near(
                "shock beyond the junction, turning cars gone",
                3.6 * speed(beyond.subList(2, beyond.size())),
                3.6 * shock((1 - 1.0 / TURNS) / HEADWAY),
                0.03,
                "km/h",
                2);
        evidence.near(
                "shock before it, turning cars in the queue",
                3.6 * speed(before.subList(1, before.size())),
                3.6 * shock(1 / HEADWAY),
                0.03,
                "km/h",
                2);
        turners(evidence, road, run, before.get(0).time());
        boxes(evidence, road, trajectories);
        evidence.between(
                "arrived in the end, of " + QUEUE,
                run.result().arrived(),
                new double[] {QUEUE, QUEUE},
                "",
                0);
        evidence.diagram("spillback", plot(trajectories, joined, first)).settle();
    }

    /** Those who turn off pass freely before the queue reaches the junction, and wait after. */
    private static void turners(
            Evidence evidence, TrafficCase road, TrafficCase.Outcome run, double blocked) {
        int link = road.link("-1/0-0/0");
        double free = 0;
        double held = Double.POSITIVE_INFINITY;
        for (int v = TURNS - 1; v < QUEUE; v += TURNS) {
            double crossed = run.events().crossed(v, link);
            double late = crossed - HEADWAY * v - 300 / V0;
            if (crossed < blocked) {
                free = Math.max(free, late);
            } else if (HEADWAY * v > blocked) {
                held = Math.min(held, crossed - GREEN);
            }
        }
        evidence.atMost("turning off before the queue comes: most time lost", free, 2, "s", 1);
        evidence.atLeast("turning off behind it: first after the green", held, 0, "s", 1);
    }

    /** Vehicles that stand inside the junction, with and without drivers who keep clear. */
    private static void boxes(Evidence evidence, TrafficCase road, Trajectories clear) {
        Trajectories blocked = road(0).until(GREEN).runAndFollow().trajectories();
        evidence.between(
                "stand in the box, all keep clear",
                standing(clear, road),
                new double[] {0, 0},
                "veh",
                0);
        evidence.between(
                "stand in the box, nobody keeps clear",
                standing(blocked, road),
                new double[] {1, 4},
                "veh",
                0);
    }

    private static double standing(Trajectories run, TrafficCase road) {
        return run.vehicles().stream()
                .filter(
                        v ->
                                run.of(v).stream()
                                        .anyMatch(
                                                s ->
                                                        s.connector() >= 0
                                                                && s.speed() < 0.1
                                                                && road.network()
                                                                                .fromLink(
                                                                                        s
                                                                                                .connector())
                                                                        == road.link("-1/0-0/0")))
                .count();
    }

    private static Plot plot(Trajectories run, List<Joined> joined, double junction) {
        List<double[]> ways = new ArrayList<>();
        for (int v = 0; v < QUEUE; v += 4) {
            for (Trajectories.Sample s : run.of(v)) {
                if (s.time() % 4 == 0 && s.distance() < 620) {
                    ways.add(new double[] {s.time(), s.distance()});
                }
            }
            ways.add(new double[] {Double.NaN, Double.NaN});
        }
        return Plot.titled("A queue spills back over a junction, red until 900 s")
                .axes("time, s", "place, m; stop line at 590 m")
                .xRange(0, 1200)
                .yRange(0, 620)
                .curve("every fourth vehicle", column(ways, 0), column(ways, 1))
                .points(
                        "joins the queue",
                        joined.stream().mapToDouble(Joined::time).toArray(),
                        joined.stream().mapToDouble(Joined::place).toArray())
                .dashed("junction", new double[] {0, 1200}, new double[] {junction, junction});
    }

    private static double[] column(List<double[]> points, int k) {
        return points.stream().mapToDouble(p -> p[k]).toArray();
    }
}
