package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.JunctionRules;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.testkit.CrossJunction;
import org.chalaco.mobsim.testkit.EventLog;
import org.chalaco.mobsim.testkit.GridTown;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.testkit.Trajectories;
import org.chalaco.mobsim.traffic.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE UNDER TEST: who goes first at a junction, and who waits where. */
class E05_JunctionRulesTest {

    private static CrossJunction cross() {
        return CrossJunction.of("N", "E", "S", "W");
    }

    private static TrafficCase major(double headway, double from, double until) {
        TrafficCase road = cross().rank("N", 60).rank("S", 60).build();
        for (double t = from; t < until; t += headway) {
            road = road.depart(t, "N-in", "S-out");
        }
        return road;
    }

    @Test
    void theMinorRoadWaitsForADenseStreamToEnd() {
        TrafficCase road = major(3, 0, 90).depart(10, "W-in", "E-out");
        EventLog run = road.run().events();
        double[] majors = run.crossings(road.link("N-in"));
        double minor = run.crossed(30, road.link("W-in"));

        assertThat(majors).hasSize(30);
        assertThat(minor).isGreaterThan(majors[29] - 1.5).isLessThan(majors[29] + 8);
    }

    @Test
    void theMinorRoadTakesAGapThatIsLargeEnough() {
        TrafficCase road = major(12, 0, 240).depart(30, "W-in", "E-out");
        EventLog run = road.run().events();
        double[] majors = run.crossings(road.link("N-in"));
        double minor = run.crossed(20, road.link("W-in"));
        double next = Arrays.stream(majors).filter(t -> t > minor).min().orElseThrow();

        assertThat(minor).isLessThan(majors[19]);
        assertThat(next - minor).isGreaterThan(4.0);
    }

    @Test
    void theMajorRoadIsNotHeldUp() {
        TrafficCase alone = major(12, 0, 240);
        TrafficCase road = alone;
        for (int v = 0; v < 60; v++) {
            road = road.depart(4 * v, "W-in", "E-out");
        }
        double[] free = alone.run().events().crossings(alone.link("N-in"));
        double[] shared = road.run().events().crossings(road.link("N-in"));

        assertThat(shared).hasSameSizeAs(free);
        for (int k = 0; k < free.length; k++) {
            assertThat(shared[k] - free[k]).isLessThan(2.0);
        }
    }

    /** In every pair of neighbouring arms the one that comes from the right goes first. */
    @ParameterizedTest
    @ValueSource(strings = {"S E", "E N", "N W", "W S"})
    void rightGoesBeforeLeft(String pair) {
        String left = pair.split(" ")[0];
        String right = pair.split(" ")[1];
        for (String first : new String[] {left, right}) {
            TrafficCase road = cross().control(JunctionControl.RIGHT_BEFORE_LEFT).build();
            road =
                    road.depart(0, first + "-in", opposite(first) + "-out")
                            .depart(
                                    0,
                                    (first.equals(left) ? right : left) + "-in",
                                    opposite(first.equals(left) ? right : left) + "-out");
            EventLog run = road.run().events();
            double leftCrossed = run.crossings(road.link(left + "-in"))[0];
            double rightCrossed = run.crossings(road.link(right + "-in"))[0];

            assertThat(rightCrossed).isLessThan(leftCrossed);
        }
    }

    private static String opposite(String arm) {
        return switch (arm) {
            case "N" -> "S";
            case "S" -> "N";
            case "E" -> "W";
            default -> "E";
        };
    }

    @Test
    void anAllWayStopServesInOrderOfArrivalAndEveryoneStops() {
        String[] order = {"E", "S", "W", "N", "S", "E"};
        TrafficCase road = cross().control(JunctionControl.ALL_WAY_STOP).build();
        for (int v = 0; v < order.length; v++) {
            road = road.depart(8 * v, order[v] + "-in", opposite(order[v]) + "-out");
        }
        TrafficCase.Outcome run = road.runAndFollow();
        double last = 0;
        for (int v = 0; v < order.length; v++) {
            double crossed = run.events().crossed(v, road.link(order[v] + "-in"));
            assertThat(crossed).isGreaterThan(last);
            last = crossed;
            assertThat(run.trajectories().of(v))
                    .as("vehicle %d stops", v)
                    .anySatisfy(s -> assertThat(s.speed()).isLessThan(0.1));
        }
    }

    /**
     * HCM 2010: an all-way stop with four full single-lane approaches passes 1000 to 2000 veh/h.
     */
    @ParameterizedTest
    @EnumSource(
            value = JunctionControl.class,
            names = {"ALL_WAY_STOP", "RIGHT_BEFORE_LEFT", "PRIORITY"})
    void fourFullApproachesOfEqualRankGetOn(JunctionControl control) {
        TrafficCase road = crowd(cross().control(control).build(), 800);
        EventLog run = road.until(900).run().events();
        double sum = 0;
        for (String arm : new String[] {"N", "E", "S", "W"}) {
            double flow =
                    6
                            * Arrays.stream(run.crossings(road.link(arm + "-in")))
                                    .filter(t -> t >= 300)
                                    .count();
            assertThat(flow).as("veh/h from %s", arm).isGreaterThan(150);
            sum += flow;
        }
        assertThat(sum).isBetween(850.0, 2000.0);
    }

    /** A vehicle a second, from the four arms in turn, half of them straight on. */
    private static TrafficCase crowd(TrafficCase road, int seconds) {
        String[] arms = {"N", "E", "S", "W"};
        RandomStream random = RandomStream.of(1, 0, "crowd");
        for (int v = 0; v < seconds; v++) {
            int turn = random.nextInt(4);
            String out = arms[(v + (turn == 0 ? 2 : turn)) % 4];
            road = road.depart(v, arms[v % 4] + "-in", out + "-out");
        }
        return road;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aRoundaboutDrains(int lanes) {
        TrafficCase road = roundabout(lanes);
        RandomStream random = RandomStream.of(2, 0, "crowd");
        String[] arms = {"N", "E", "S", "W"};
        for (int v = 0; v < 400; v++) {
            int from = random.nextInt(4);
            int to = (from + 1 + random.nextInt(3)) % 4;
            road = road.depart(1.5 * v, around(arms, from, to));
        }
        TrafficCase.Outcome run = road.until(3000).run();

        assertThat(run.result().arrived()).isEqualTo(400);
        assertThat(run.result().endTime()).isLessThan(1800);
    }

    /** Counter-clockwise: E is followed by N, N by W. */
    private static String[] around(String[] arms, int from, int to) {
        List<String> links = new ArrayList<>(List.of(arms[from] + "-in"));
        for (int at = from; at != to; at = (at + 3) % 4) {
            links.add("ring-" + arms[at]);
        }
        links.add(arms[to] + "-out");
        return links.toArray(String[]::new);
    }

    private static TrafficCase roundabout(int lanes) {
        String[] arms = {"N", "E", "S", "W"};
        RoadNetwork.Builder builder = RoadNetwork.builder();
        for (int k = 0; k < 4; k++) {
            double x = Math.sin(Math.PI / 2 * k);
            double y = Math.cos(Math.PI / 2 * k);
            builder.junction(Junction.priority("ring" + arms[k], 18 * x, 18 * y));
            builder.junction(Junction.priority(arms[k], 218 * x, 218 * y));
        }
        for (int k = 0; k < 4; k++) {
            String ring = "ring" + arms[k];
            builder.link(Link.of(arms[k] + "-in", arms[k], ring, 200, lanes, 50 / 3.6));
            builder.link(Link.of(arms[k] + "-out", ring, arms[k], 200, lanes, 50 / 3.6));
            builder.link(
                    Link.of(
                                    "ring-" + arms[k],
                                    ring,
                                    "ring" + arms[(k + 3) % 4],
                                    28,
                                    lanes,
                                    30 / 3.6)
                            .withRank(1000));
        }
        return TrafficCase.on(builder.build());
    }

    @Test
    void aPermissiveLeftWaitsInsideAndClearsWhenTheOppositeStreamStops() {
        TrafficCase road = cross().signals(30, 5, "N S", "E W");
        for (int v = 0; v < 40; v++) {
            road = road.depart(2.5 * v, "N-in", "S-out");
        }
        road = road.depart(0, "S-in", "W-out").until(300);
        TrafficCase.Outcome run = road.runAndFollow();
        int left = 40;
        double entered = run.events().crossed(left, road.link("S-in"));
        List<Trajectories.Sample> inside =
                run.trajectories().of(left).stream().filter(s -> s.connector() >= 0).toList();
        double cleared = inside.get(inside.size() - 1).time();
        double cycle = 70;
        double endOfGreen = Math.floor(entered / cycle) * cycle + 30;

        assertThat(inside)
                .anySatisfy(
                        s -> {
                            assertThat(s.speed()).isZero();
                            assertThat(s.position()).isGreaterThan(2);
                        });
        assertThat(cleared).isBetween(endOfGreen - 3, endOfGreen + 12);
        assertThat(run.result().redLightsRun()).isZero();
    }

    @Test
    void theBoxStaysFreeWhenTheExitIsFull() {
        TrafficCase road = blockedExit(1.0);
        TrafficCase.Outcome run = road.runAndFollow();

        assertThat(standsInside(road, run)).isFalse();
        assertThat(run.events().crossings(road.link("0/1-0/0"))).hasSize(60);
        assertThat(run.result().onRoadAtEnd()).isGreaterThan(20);
    }

    @Test
    void whoDoesNotKeepClearStandsInTheBox() {
        TrafficCase road = blockedExit(0.0);
        TrafficCase.Outcome run = road.runAndFollow();

        assertThat(standsInside(road, run)).isTrue();
        assertThat(run.events().crossings(road.link("0/1-0/0")).length).isLessThan(40);
    }

    private static boolean standsInside(TrafficCase road, TrafficCase.Outcome run) {
        int west = road.link("-1/0-0/0");
        return run.trajectories().all().stream()
                .anyMatch(
                        s ->
                                s.connector() >= 0
                                        && road.network().fromLink(s.connector()) == west
                                        && s.speed() < 0.1);
    }

    /** From W to E into a link that ends at a red for ever; from N to S across. */
    private static TrafficCase blockedExit(double keepClear) {
        TrafficCase road = GridTown.of(2, 1, 120, 1, 50 / 3.6, JunctionControl.PRIORITY);
        for (int v = 0; v < 60; v++) {
            road = road.depart(5 * v, "0/1-0/0", "0/0-0/-1");
        }
        for (int v = 0; v < 40; v++) {
            road = road.depart(6 * v, "-1/0-0/0", "0/0-1/0", "1/0-2/0");
        }
        SignalGroup red = new SignalGroup("red", List.of(SignalHead.ofLink("0/0-1/0")));
        road =
                road.withSignals(
                        List.of(
                                SignalSystem.of(
                                        "1/0",
                                        List.of(red),
                                        new SignalPlan("red", 60, 0, List.of()))));
        return road.until(600)
                .withParameters(
                        road.until(600)
                                .parameters()
                                .withJunctions(
                                        new JunctionRules(
                                                4.5, keepClear, 3, 0.5, Double.POSITIVE_INFINITY)));
    }

    /** Two streams join in one lane, which a signal further on lets through a third of the time. */
    private static TrafficCase fullMerge(JunctionControl control) {
        RoadNetwork network =
                RoadNetwork.builder()
                        .junction(Junction.priority("A", -250, 60))
                        .junction(Junction.priority("B", -250, -60))
                        .junction(new Junction("join", 0, 0, control))
                        .junction(Junction.priority("signal", 150, 0))
                        .junction(Junction.priority("end", 300, 0))
                        .link(Link.of("A-join", "A", "join", 257, 1, 14))
                        .link(Link.of("B-join", "B", "join", 257, 1, 14))
                        .link(Link.of("join-signal", "join", "signal", 150, 1, 14))
                        .link(Link.of("signal-end", "signal", "end", 150, 1, 14))
                        .build();
        SignalGroup group = new SignalGroup("g", List.of(SignalHead.ofLink("join-signal")));
        SignalPlan plan =
                new SignalPlan("p", 60, 0, List.of(new SignalPlan.GroupGreen("g", 0, 20)));
        TrafficCase road =
                TrafficCase.on(network)
                        .withSignals(List.of(SignalSystem.of("s", List.of(group), plan)));
        for (int v = 0; v < 300; v++) {
            road = road.depart(5.0 * v, "A-join", "join-signal", "signal-end");
            road = road.depart(5.0 * v, "B-join", "join-signal", "signal-end");
        }
        return road.until(1800);
    }

    @ParameterizedTest
    @EnumSource(
            value = JunctionControl.class,
            names = {"PRIORITY", "RIGHT_BEFORE_LEFT", "GRADE_SEPARATED"})
    void streamsOfEqualRankTakeTurnsWhereTheirLaneIsFull(JunctionControl control) {
        TrafficCase road = fullMerge(control);
        EventLog run = road.run().events();
        int fromA = run.crossings(road.link("A-join")).length;
        int fromB = run.crossings(road.link("B-join")).length;

        assertThat(fromA + fromB).isGreaterThan(200);
        assertThat(fromA).isBetween((int) (0.4 * fromB), (int) (2.5 * fromB));
    }
}
