package org.chalaco.mobsim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.JunctionRules;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.testkit.BoxWatch;
import org.chalaco.mobsim.testkit.CrossJunction;
import org.chalaco.mobsim.testkit.EventLog;
import org.chalaco.mobsim.testkit.GridTown;
import org.chalaco.mobsim.testkit.RandomRoads;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * FEATURE UNDER TEST: inside junctions bodies keep out of each other's way.
 *
 * <p>Gap acceptance works with expected arrivals, so it may err; then whoever came later stops
 * short of the crossing point, and no two bodies ever lie on one.
 */
class E06_BoxTest {

    @Test
    void bodiesNeverMeetInRandomTowns() {
        int crossings = 0;
        for (long seed = 1; seed <= 20; seed++) {
            TrafficCase town = RandomRoads.seed(seed).vehicles(150).within(500).build().until(2000);
            BoxWatch watch = BoxWatch.of(town);
            EventLog events = new EventLog();
            town.simulation().events(events).observe(town.parameters().stepSeconds(), watch).run();
            crossings += events.of(TrafficEvent.LinkLeave.class).size();
            assertThat(watch.collisions()).as("seed %d", seed).isEmpty();
        }
        assertThat(crossings).isGreaterThan(10_000);
    }

    /** Blocks so short that lanes are passed within a step: nobody had a place to draw a number. */
    private static TrafficCase blocksShorterThanAStep(long seed) {
        TrafficCase town = GridTown.of(3, 3, 14, 1, 80 / 3.6, JunctionControl.PRIORITY);
        RandomStream random = RandomStream.of(seed, 0, "short blocks");
        List<Departure> departures = new ArrayList<>();
        for (int v = 0; v < 150; v++) {
            Route route = randomWalk(town.network(), random);
            departures.add(new Departure(v, 0, 600 * random.nextDouble(), route, 0, 1));
        }
        return town.withDepartures(departures)
                .withParameters(
                        TrafficCase.CHECKED_HOUR
                                .withSeed(seed)
                                .withStepMillis(1000)
                                .withTimes(0, 900));
    }

    private static Route randomWalk(RoadNetwork network, RandomStream random) {
        int[] links = new int[10];
        links[0] = random.nextInt(network.linkCount());
        int n = 1;
        for (; n < links.length && network.nextLinkCount(links[n - 1]) > 0; n++) {
            int next = random.nextInt(network.nextLinkCount(links[n - 1]));
            links[n] = network.nextLink(links[n - 1], next);
        }
        return Route.of(Arrays.copyOf(links, n));
    }

    @Test
    void bodiesNeverMeetWhereLanesAreShorterThanAStep() {
        long arrived = 0;
        for (long seed = 1; seed <= 10; seed++) {
            TrafficCase town = blocksShorterThanAStep(seed);
            BoxWatch watch = BoxWatch.of(town);
            arrived += town.simulation().observe(1, watch).run().arrived();
            assertThat(watch.collisions()).as("seed %d", seed).isEmpty();
        }
        assertThat(arrived).isGreaterThan(400);
    }

    @Test
    void bodiesNeverMeetWhereGreensAreProtected() {
        TrafficCase road = CrossJunction.of("N", "E", "S", "W").signals(20, 6, "N", "E", "S", "W");
        String[] arms = {"N", "E", "S", "W"};
        for (int v = 0; v < 200; v++) {
            road =
                    road.depart(
                            4.0 * v, arms[v % 4] + "-in", arms[(v + 1 + (v / 4) % 3) % 4] + "-out");
        }
        BoxWatch watch = BoxWatch.of(road);
        EventLog events = new EventLog();
        road.simulation().events(events).observe(0.5, watch).run();

        assertThat(events.of(TrafficEvent.LinkLeave.class)).hasSize(200);
        assertThat(watch.collisions()).isEmpty();
    }

    /** Everyone drives round the block and out again, far too many: the queues close in a ring. */
    private static TrafficCase jam(JunctionControl control) {
        TrafficCase town = GridTown.of(3, 3, 80, 1, 50 / 3.6, control);
        for (int v = 0; v < 600; v++) {
            town = town.depart(v, onceRound(v % 4));
        }
        return town.until(900);
    }

    private static String[] onceRound(int quarters) {
        int[][] way = {
            {-1, 0}, {0, 0}, {1, 0}, {2, 0}, {2, 1}, {2, 2}, {1, 2}, {0, 2}, {0, 1}, {0, 0}, {0, -1}
        };
        return IntStream.range(1, way.length)
                .mapToObj(
                        k ->
                                turned(way[k - 1][0], way[k - 1][1], quarters)
                                        + "-"
                                        + turned(way[k][0], way[k][1], quarters))
                .toArray(String[]::new);
    }

    private static String turned(int x, int y, int quarters) {
        return quarters == 0 ? x + "/" + y : turned(2 - y, x, quarters - 1);
    }

    /** Seconds that anyone stood across another stream, at most. */
    private static double longestStand(TrafficCase town) {
        BoxWatch watch = BoxWatch.of(town);
        RunResult result = town.simulation().observe(0.5, watch).run();
        assertThat(result.onRoadAtEnd()).as("on the road, locked in a ring").isGreaterThan(30);
        return watch.longestStands().values().stream().mapToDouble(s -> s).max().orElse(0);
    }

    @ParameterizedTest
    @EnumSource(
            value = JunctionControl.class,
            names = {"PRIORITY", "RIGHT_BEFORE_LEFT", "ALL_WAY_STOP"})
    void nobodyStandsWhereOthersCross(JunctionControl control) {
        assertThat(longestStand(jam(control))).isLessThanOrEqualTo(2.0);
    }

    @Test
    void whoDoesNotKeepClearDoes() {
        TrafficCase town = jam(JunctionControl.PRIORITY);
        JunctionRules rules = JunctionRules.STANDARD;
        JunctionRules careless =
                new JunctionRules(
                        rules.criticalGap(),
                        0,
                        rules.stopDeceleration(),
                        rules.reactionTime(),
                        rules.reliefAfter());

        assertThat(longestStand(town.withParameters(town.parameters().withJunctions(careless))))
                .isGreaterThan(10);
    }
}
